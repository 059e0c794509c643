package dev.frontdesk.ui.probe;

import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TabKey;
import dev.frontdesk.ui.kit.Tools;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Takes a path or an address, and the request headers to send along. */
final class AskPane extends VBox {
  private static final int HEADER_LINES = 3;

  private final Tools tools;
  private final TextField field =
      Ids.give("probe-input", Styles.styled(new TextField(), Styles.MONO));
  private final BooleanProperty open = new SimpleBooleanProperty();

  AskPane(ProbeModel model, Tools tools) {
    this.tools = tools;
    field.setPromptText(tools.text("probe.prompt"));
    field.setAccessibleText(tools.text("probe.input"));
    field.textProperty().bindBidirectional(model.input());
    field.setOnAction(_ -> model.ask());
    HBox.setHgrow(field, Priority.ALWAYS);
    var go =
        Styles.styled(
            Ids.give("probe-ask", new Button(tools.text("probe.ask"), Icon.SEARCH.view())),
            Styles.PRIMARY);
    go.setMinWidth(USE_PREF_SIZE);
    go.setOnAction(_ -> model.ask());
    go.disableProperty().bind(model.input().map(String::isBlank));
    var extra = Ids.give("probe-headers-show", new Button(tools.text("probe.headers-show")));
    extra.setMinWidth(USE_PREF_SIZE);
    extra.setOnAction(_ -> open.set(!open.get()));
    open.subscribe(is -> extra.setGraphic((is ? Icon.MINUS : Icon.PLUS).view(12)));
    var line = new HBox(8, field, extra, go);
    line.setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    Styles.styled(this, "ask-pane");
    getChildren().addAll(line, Panels.onlyWhile(open, headers(model)));
  }

  TextField field() {
    return field;
  }

  private VBox headers(ProbeModel model) {
    var area = Ids.give("probe-headers", Styles.styled(new TextArea(), Styles.MONO));
    area.setPrefRowCount(HEADER_LINES);
    area.setMinHeight(USE_PREF_SIZE);
    area.setPromptText(tools.text("probe.headers-prompt"));
    area.setAccessibleText(tools.text("probe.headers"));
    area.textProperty().bindBidirectional(model.headers());
    TabKey.leaves(area);
    return new VBox(4, Labels.caption(tools.text("probe.headers")), area, hint());
  }

  private Label hint() {
    return Labels.wrapped(tools.text("probe.headers-hint"), "hint");
  }
}
