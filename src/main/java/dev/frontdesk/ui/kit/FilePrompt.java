package dev.frontdesk.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/** Asks a person for a file. Blocks until they have answered; empty where they would rather not. */
public interface FilePrompt {
  /**
   * @param title of the dialog
   * @param kind what the files are called, in words
   * @param endings how their names end, with the dot
   */
  record Wish(String title, String kind, java.util.List<String> endings) {
    public Wish {
      endings = java.util.List.copyOf(endings);
    }
  }

  /** A file that is there. */
  Optional<Path> toOpen(Window over, Wish wish);

  /**
   * A file to be written; whether one that is there may be replaced, the system has asked.
   *
   * @param name what is proposed
   */
  Optional<Path> toSave(Window over, Wish wish, String name);
}
