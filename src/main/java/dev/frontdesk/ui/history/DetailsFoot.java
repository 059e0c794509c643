package dev.frontdesk.ui.history;

import dev.frontdesk.invalidation.AwsCli;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.HistoryFacts;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.RetryButton;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TakeBackButton;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What can be done with the chosen entry. */
final class DetailsFoot extends VBox {
  private static final double PADDING = 32;

  private final Tools tools;
  private final Function<JournalEntry, Hands> hands;
  private final DetailsPane.Deeds deeds;
  private final AwsCli cli;
  private final RetryButton retry;
  private final TakeBackButton takeBack;
  private final Button repeat;
  private final Button copy;
  private String shown = "";

  DetailsFoot(
      Tools tools, Function<JournalEntry, Hands> hands, DetailsPane.Deeds deeds, AwsCli cli) {
    super(8);
    this.tools = tools;
    this.hands = hands;
    this.deeds = deeds;
    this.cli = cli;
    this.retry = new RetryButton(tools, deeds.entry().retry(), deeds.entry().tryNow());
    this.takeBack = new TakeBackButton(tools, deeds.takeBack());
    retry.getStyleClass().remove(Styles.COMPACT);
    this.repeat =
        button("history-repeat", Icon.REPEAT, tools.text("details.repeat"), "details.repeat-hover");
    this.copy =
        button("history-copy-cli", Icon.TERMINAL, tools.text("details.cli"), "details.cli-hover");
    var again = new HBox(8, takeBack, Labels.spring(), retry);
    again.setAlignment(Pos.CENTER_LEFT);
    again.managedProperty().bind(takeBack.visibleProperty().or(retry.visibleProperty()));
    var purge = new HBox(8, repeat, copy);
    purge.setAlignment(Pos.CENTER_LEFT);
    Styles.styled(this, "panel-foot");
    getChildren().addAll(again, purge);
  }

  /**
   * @param width of the pane, in pixels
   */
  void fit(double width) {
    Panels.tighten(width - PADDING, repeat, copy);
  }

  private Button button(String id, Icon icon, String text, String hover) {
    var button = Ids.give(id, new Button(text, icon.view()));
    button.setTooltip(new Tooltip(tools.text(hover)));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  void show(Optional<HistoryEntry> entry) {
    Optional<JournalEntry> ours = entry.flatMap(HistoryFacts::ours);
    takeBack.show(ours);
    ours.ifPresentOrElse(one -> retry.show(one, hands.apply(one)), retry::hideIt);
    List<String> items = entry.flatMap(HistoryFacts::items).orElse(List.of());
    String reason = entry.map(HistoryFacts::reason).orElse("");
    repeat.setDisable(items.isEmpty());
    copy.setDisable(items.isEmpty());
    repeat.setOnAction(_ -> deeds.purgeAgain().accept(items, reason));
    copy.setOnAction(_ -> copy(items));
    String id = entry.map(HistoryEntry::id).orElse("");
    if (!id.equals(shown)) {
      shown = id;
      tell(Icon.TERMINAL, tools.text("details.cli"), "details.cli-hover");
    }
  }

  /** To whom the focus goes that comes from the table. */
  void focusFirst() {
    repeat.requestFocus();
  }

  private void copy(List<String> items) {
    CopyableId.copy(cli.createInvalidation(items, "frontdesk-copy-" + UUID.randomUUID()));
    tell(Icon.CHECK, tools.text("details.cli-copied"), "details.cli-copied-hover");
  }

  private void tell(Icon icon, String text, String hover) {
    copy.setGraphic(icon.view());
    copy.setText(text);
    copy.setTooltip(new Tooltip(tools.text(hover)));
  }
}
