package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The panel while nothing is pending: what would be here, and what became of the last publication,
 * once there is one.
 */
final class QuietPanel extends VBox {
  private final MembersModel model;
  private final Tools tools;
  private final Consumer<String> openInHistory;
  private final Consumer<JournalEntry> onTakeBack;
  private final Node head;
  private final Node nothing;
  private @Nullable LastPublication last;

  QuietPanel(
      MembersModel model,
      Tools tools,
      Consumer<String> openInHistory,
      Consumer<JournalEntry> onTakeBack) {
    this.model = model;
    this.tools = tools;
    this.openInHistory = openInHistory;
    this.onTakeBack = onTakeBack;
    this.head = Panels.head(Labels.title(tools.text("change.none-title")));
    this.nothing =
        Styles.styled(
            new VBox(Labels.wrapped(tools.text("change.none"), Styles.MUTED)), Styles.SECTION);
    getChildren().addAll(head, nothing);
    model.publication().subscribe(entry -> show(entry));
  }

  private void show(Optional<JournalEntry> publication) {
    LastPublication shown = last;
    if (shown == null && publication.isPresent()) {
      shown = new LastPublication(model, tools, openInHistory, onTakeBack);
      last = shown;
      // First out of the panel, then into what scrolls.
      getChildren().setAll(head);
      var scroll = Panels.scrolling(new VBox(nothing, shown.evidence()));
      VBox.setVgrow(scroll, Priority.ALWAYS);
      getChildren().addAll(scroll, shown.foot());
      widthProperty().subscribe(shown::tighten);
    }
    if (shown != null) {
      shown.show(publication);
    }
  }
}
