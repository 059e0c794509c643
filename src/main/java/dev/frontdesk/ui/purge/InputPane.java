package dev.frontdesk.ui.purge;

import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TabKey;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Where what is stale is pasted, or chosen from lists. */
final class InputPane extends VBox {
  private static final double HEIGHT = 168;
  private static final double LEAST_HEIGHT = 96;
  private static final double WORDS = 20;

  private final Tools tools;
  private final TextArea input = Ids.give("purge-input", new TextArea());
  private final Label error = Ids.give("purge-error", Labels.plain("", "hint"));

  InputPane(PurgeModel model, Tools tools) {
    this.tools = tools;
    input.textProperty().subscribe(text -> model.input().set(text));
    model.input().subscribe(this::rewrite);
    input.setAccessibleText(tools.text("purge.input"));
    input.setAccessibleHelp(tools.text("purge.none"));
    Styles.styled(input, Styles.MONO, "numbered");
    TabKey.leaves(input);
    var project = Ids.give("purge-choose-project", new Button(tools.text("purge.choose-project")));
    project.setOnAction(_ -> model.picks().openProjects());
    var member = Ids.give("purge-choose-member", new Button(tools.text("purge.choose-member")));
    member.setOnAction(_ -> model.picks().openMembers());
    project.setMinWidth(USE_PREF_SIZE);
    member.setMinWidth(USE_PREF_SIZE);
    var head =
        new HBox(8, Labels.title(tools.text("purge.input")), Labels.spring(), project, member);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(48);
    var numbers = new LineNumbers(input);
    numbers.setMaxHeight(Double.MAX_VALUE);
    StackPane.setAlignment(numbers, Pos.CENTER_LEFT);
    StackPane.setMargin(numbers, new javafx.geometry.Insets(2, 0, 2, 2));
    var area = new StackPane(input, numbers);
    area.setPrefHeight(HEIGHT);
    area.setMinHeight(LEAST_HEIGHT);
    area.setMaxHeight(HEIGHT);
    error.setMinHeight(WORDS);
    error.setMinWidth(0);
    Styles.styled(this, "purge-input");
    getChildren().addAll(head, area, error);
    model
        .obstacle()
        .subscribe(why -> input.setEditable(why.filter(Obstacle.SAVING::equals).isEmpty()));
    model.plan().subscribe(this::count);
  }

  TextArea input() {
    return input;
  }

  /** As an edit, which Ctrl+Z takes back. */
  private void rewrite(String text) {
    if (!text.equals(input.getText())) {
      input.replaceText(0, input.getLength(), text);
    }
  }

  private void count(Load<Planned> load) {
    int wrong = load.newest().map(Planned::wrong).orElse(0);
    error.setText(wrong == 0 ? "" : tools.text("purge.error", wrong));
    error.getStyleClass().remove("wrong");
    if (wrong > 0) {
      error.getStyleClass().add("wrong");
    }
  }
}
