package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.ui.history.HistoryLine.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Keeps a table where it is looked at while its rows change: the topmost entry in sight stays at
 * its height, whatever comes in above it. Who is at the very top stays there, and sees what is new.
 */
final class KeptPlace {
  /** As many rows as a window may show. */
  private static final int MOST = 60;

  /**
   * An entry in sight.
   *
   * @param height of its row's upper edge, in pixels below that of the rows' area
   */
  record Anchor(String id, double height) {}

  private final TableView<HistoryLine> table;

  KeptPlace(TableView<HistoryLine> table) {
    this.table = table;
  }

  /** What is looked at now, from the top; empty at the very top. */
  List<Anchor> anchors(HistoryList shown) {
    List<Anchor> anchors = new ArrayList<>();
    IndexedCell<?> first = flow().map(flow -> flow.getFirstVisibleCell()).orElse(null);
    if (first == null || (first.getIndex() == 0 && first.getLayoutY() >= 0)) {
      return anchors;
    }
    double height = first.getLayoutY();
    int end = Math.min(shown.rows().size(), first.getIndex() + MOST);
    for (HistoryLine row : shown.rows().subList(Math.min(first.getIndex(), end), end)) {
      if (row instanceof Entry(HistoryEntry entry)) {
        anchors.add(new Anchor(entry.id(), height));
      }
      height += first.getHeight();
    }
    return anchors;
  }

  /** Puts what was looked at where it was; the top in sight where none of it is there any more. */
  void hold(List<Anchor> anchors, HistoryList next) {
    // The rows' area learns of new rows when it is laid out.
    table.layout();
    Optional<Anchor> kept =
        anchors.stream().filter(anchor -> next.places().containsKey(anchor.id())).findFirst();
    flow()
        .filter(_ -> !next.rows().isEmpty())
        .ifPresent(flow -> {
          flow.scrollToTop(kept.map(anchor -> next.places().get(anchor.id())).orElse(0));
          // It scrolls when it is laid out, and by pixels from where it is then.
          table.layout();
          kept.ifPresent(anchor -> flow.scrollPixels(-anchor.height()));
        });
  }

  /** Scrolls as little as it takes to have a row in sight. */
  void reveal(int row) {
    table.layout();
    flow().ifPresent(flow -> flow.scrollTo(row));
  }

  private Optional<VirtualFlow<?>> flow() {
    Node node = table.lookup(".virtual-flow");
    return node instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
  }
}
