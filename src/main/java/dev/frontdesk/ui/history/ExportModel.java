package dev.frontdesk.ui.history;

import dev.frontdesk.files.HistoryFile;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.FileWriting;
import dev.frontdesk.ui.kit.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Writes what is found into a file, in the background. */
final class ExportModel {
  /** What was written last. */
  record Written(int entries, Path file) {}

  private final Work work;
  private final Texts texts;
  private final Consumer<Problem> onProblem;
  private final ReadOnlyObjectWrapper<Optional<Written>> written =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** An older file that is still being written says nothing any more. */
  private int newest;

  /**
   * @param onProblem told where the file cannot be written
   */
  ExportModel(Work work, Texts texts, Consumer<Problem> onProblem) {
    this.work = work;
    this.texts = texts;
    this.onProblem = onProblem;
  }

  /** Empty until something is written, and again as soon as that is not what is shown. */
  ReadOnlyObjectProperty<Optional<Written>> written() {
    return written.getReadOnlyProperty();
  }

  /**
   * Writes a file anew: JSON where its name ends so, else CSV.
   *
   * @param entries in the order in which they are to stand in it
   */
  void write(List<HistoryEntry> entries, Path file) {
    int number = ++newest;
    written.set(Optional.empty());
    work.run(
        () -> FileWriting.write(file, to -> HistoryFile.write(entries, to), texts),
        done -> {
          if (number == newest) {
            written.set(Optional.of(new Written(entries.size(), done)));
          }
        },
        onProblem);
  }

  /** What was written is no longer what is shown. */
  void forget() {
    newest++;
    written.set(Optional.empty());
  }
}
