package dev.frontdesk.ui.shell;

import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Tools;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** In the place of a page while its connection is opened. */
final class OpeningPane extends VBox {
  OpeningPane(ConnectionChoice choice, Tools tools) {
    Label words =
        Ids.give("opening", Labels.muted(tools.text("connection.opening", choice.name())));
    words.setStyle("-fx-padding: 20 24 16 24;");
    var rows = new SkeletonRows(14, 192, 200, 240, 160);
    rows.setStyle("-fx-padding: 0 24 0 24;");
    getChildren().addAll(words, rows);
  }
}
