package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything that is known of the chosen entry, and what can be done with it. */
final class DetailsPane extends StackPane {
  private static final double WIDTH = 376;
  private static final double SMALL_WIDTH = 312;

  /**
   * What a person may do with an entry.
   *
   * @param takeBack prepares the change that takes a publication back
   * @param purgeAgain prepares the purge of the same items, for the same reason
   * @param probe asks for a path at edge and origin
   */
  record Deeds(
      PublicationStrip.Actions entry,
      Consumer<JournalEntry> takeBack,
      BiConsumer<List<String>, String> purgeAgain,
      Consumer<String> probe) {}

  private final Function<JournalEntry, Hands> hands;
  private final OurDetails ours;
  private final ForeignDetails foreign;
  private final DetailsFoot foot;
  private final VBox sections = Ids.give("history-details", new VBox());
  private final Node nothing;
  private final Node whole;
  private Optional<HistoryEntry> shown = Optional.empty();
  private boolean shownComing;

  /**
   * @param hands who goes on with an entry
   * @param back moves the focus to where the entry was chosen
   */
  DetailsPane(
      Tools tools,
      Function<JournalEntry, Hands> hands,
      Deeds deeds,
      Connection connection,
      Runnable back) {
    this.hands = hands;
    var parts = new DetailsParts(tools, !connection.isSandbox(), deeds.probe());
    this.ours = new OurDetails(tools, parts, deeds.entry().open());
    this.foreign = new ForeignDetails(tools, parts);
    this.foot = new DetailsFoot(tools, hands, deeds, connection.awsCli());
    this.nothing =
        new EmptyState(Icon.HISTORY, tools.text("details.none-title"), tools.text("details.none"));
    var scroll = Panels.scrolling(sections);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    this.whole = new VBox(scroll, foot);
    Styles.styled(this, Styles.PANEL);
    narrow(false);
    getChildren().addAll(nothing, whole);
    setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE) {
        back.run();
        key.consume();
      }
    });
  }

  void narrow(boolean is) {
    double width = is ? SMALL_WIDTH : WIDTH;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    foot.fit(width);
  }

  /**
   * @param coming whether details of foreign ones may still come
   */
  void show(Optional<HistoryEntry> entry, boolean coming) {
    nothing.setVisible(entry.isEmpty());
    whole.setVisible(entry.isPresent());
    foot.show(entry);
    if (!entry.equals(shown) || coming != shownComing) {
      shown = entry;
      shownComing = coming;
      sections.getChildren().setAll(entry.map(this::sections).orElse(List.of()));
    }
  }

  private List<Node> sections(HistoryEntry entry) {
    List<Node> all =
        switch (entry) {
          case Ours(JournalEntry it) -> ours.sections(it, hands.apply(it));
          case Foreign it -> foreign.sections(it, shownComing);
        };
    Styles.styled(all.getLast(), "last");
    return all;
  }

  /** Moves the focus to what can be done. */
  void focusDeeds() {
    foot.focusFirst();
  }
}
