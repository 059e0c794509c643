package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The table while more comes in. */
@ExtendWith(ApplicationExtension.class)
class HistoryTableTest {
  private static final Instant START = FakeSession.START;

  private final FakeSession session = FakeSession.company();
  private final Tools tools = Gallery.tools(START, Work.inline());
  private final List<Consumer<Part>> readers = new ArrayList<>();
  private final FastTicker ticker = new FastTicker();

  /** What is looked at: an entry, and how high it stands. */
  private record Sight(String id, double height) {}

  @Test
  void whatIsLookedAtStaysWhereItIs() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          HistoryModel model = model();
          var table = table(model);
          send(IntStream.range(0, 200).mapToObj(i -> entry(i, 600)).toList());
          VirtualFlow<?> flow = flow(table);
          table.table().scrollTo(90);
          flow.scrollPixels(13);
          table.table().getParent().layout();
          model.choose(Optional.of(model.list().get().entries().get(95)));
          Sight before = sight(flow, model);
          // Above, between and below; 10,000 of them, in parts.
          for (int part = 0; part < 100; part++) {
            int from = part * 100;
            send(IntStream.range(from, from + 100).mapToObj(i -> foreign(i)).toList());
            assertEquals(before, sight(flow, model), "after part " + part);
          }
          assertEquals(10_200, model.list().get().entries().size());
          HistoryLine selected = table.table().getSelectionModel().getSelectedItem();
          assertEquals(model.chosen().get().orElseThrow(), ((HistoryLine.Entry) selected).entry());
          return null;
        });
  }

  @Test
  void whoIsAtTheTopSeesWhatIsNew() throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          HistoryModel model = model();
          var table = table(model);
          send(IntStream.range(1, 200).mapToObj(i -> entry(i, 60)).toList());
          send(List.of(entry(0, 60)));
          assertEquals(0, flow(table).getFirstVisibleCell().getIndex());
          assertEquals("I00000", model.list().get().entries().getFirst().id());
          return null;
        });
  }

  private HistoryModel model() {
    var model =
        new HistoryModel(
            session.open().publisher(),
            (since, told) -> readers.add(told),
            tools.work(),
            tools.now(),
            tools.moments(),
            ticker);
    model.load();
    return model;
  }

  private HistoryTable table(HistoryModel model) {
    var table = new HistoryTable(model, tools, () -> {});
    model.list().subscribe(table::show);
    Gallery.scene(new StackPane(table.table()), 800, 400, ColorScheme.LIGHT);
    return table;
  }

  /** All of it is told at once: the reading is over, and its parts still come. */
  private void send(List<HistoryEntry> entries) throws InterruptedException {
    ticker.pause(Duration.ofSeconds(1));
    readers.getFirst().accept(new Part(entries, 0, true, null));
  }

  private static HistoryEntry entry(int number, int secondsApart) {
    return Entries.foreign(
        "I%05d".formatted(number), START.minusSeconds((long) number * secondsApart));
  }

  /** All over the two days and before. */
  private static HistoryEntry foreign(int number) {
    return Entries.foreign("F%05d".formatted(number), START.minusSeconds(number * 37L + 5));
  }

  private static Sight sight(VirtualFlow<?> flow, HistoryModel model) {
    IndexedCell<?> first = flow.getFirstVisibleCell();
    double height = first.getLayoutY();
    int index = first.getIndex();
    List<HistoryLine> rows = model.list().get().rows();
    while (rows.get(index) instanceof HistoryLine.Day) {
      height += first.getHeight();
      index++;
    }
    return new Sight(((HistoryLine.Entry) rows.get(index)).entry().id(), height);
  }

  private static VirtualFlow<?> flow(HistoryTable table) {
    table.table().getParent().layout();
    return (VirtualFlow<?>) table.table().lookup(".virtual-flow");
  }
}
