package dev.frontdesk.ui.purge;

import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.SearchField;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.PickModel.Choice;
import dev.frontdesk.ui.purge.PickModel.Step;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A project or a member is chosen from a list: its paths are pasted, and it closes. */
final class PickPane extends VBox {
  private static final double ROW = 32;

  private final PurgeModel model;
  private final PickModel picks;
  private final Tools tools;
  private final SearchField search;
  private final ListView<Choice> list = Ids.give("purge-pick-list", new ListView<>());
  private final Label title = Labels.title("");
  private final Label none = Labels.wrapped("", Styles.MUTED);

  PickPane(PurgeModel model, Tools tools) {
    this.model = model;
    this.picks = model.picks();
    this.tools = tools;
    this.search = new SearchField("purge-pick-search", tools.text("purge.pick.search"));
    search.field().textProperty().bindBidirectional(picks.search());
    search.field().setOnAction(_ -> pickFirst());
    search
        .field()
        .addEventFilter(
            KeyEvent.KEY_PRESSED,
            key -> {
              if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                key.consume();
              }
            });
    var members =
        Ids.give("purge-pick-members", new CheckBox(tools.text("purge.pick.with-members")));
    members.selectedProperty().bindBidirectional(picks.withMembers());
    var onlyProjects = picks.step().map(Step.PROJECT::equals);
    members.visibleProperty().bind(onlyProjects);
    members.managedProperty().bind(onlyProjects);
    members.setMinWidth(USE_PREF_SIZE);
    var cancel = Ids.give("purge-pick-cancel", new Button(tools.text("cancel")));
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> picks.close());
    title.setMinWidth(0);
    var head = new HBox(16, title, Labels.spring(), members, cancel);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(48);
    list.setAccessibleText(tools.text("purge.pick.list"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new Line());
    list.setPlaceholder(none);
    list.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        pick(list.getSelectionModel().getSelectedItem());
        key.consume();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            picks.close();
            key.consume();
          }
        });
    Styles.styled(this, "pick-pane");
    getChildren().addAll(head, search, list);
    picks.step().subscribe(this::show);
    picks.choices().subscribe(() -> fill());
    picks.list().subscribe(() -> fill());
  }

  private void show(Step step) {
    title.setText(
        switch (step) {
          case NOTHING -> "";
          case PROJECT -> tools.text("purge.choose-project");
          case PROJECT_OF_MEMBER -> tools.text("purge.pick.project-of-member");
          case MEMBER ->
              tools.text(
                  "purge.pick.member-of", picks.project().get().map(Choice::name).orElse(""));
        });
    if (step != Step.NOTHING) {
      search.field().requestFocus();
    }
  }

  private void fill() {
    var trouble = picks.list().get().trouble();
    none.setText(
        trouble
            .map(problem -> ProblemText.of(problem, tools.texts()).line())
            .orElseGet(() ->
                picks.list().get().isLoading()
                    ? tools.text("purge.pick.reading")
                    : tools.text("purge.pick.none")));
    List<Choice> choices = picks.choices().get().newest().orElse(List.of());
    if (!choices.equals(list.getItems())) {
      list.setItems(FXCollections.observableList(choices));
    }
  }

  private void pickFirst() {
    if (!list.getItems().isEmpty()) {
      pick(list.getItems().getFirst());
    }
  }

  private void pick(@org.jspecify.annotations.Nullable Choice choice) {
    if (choice != null) {
      model.pick(choice);
    }
  }

  private final class Line extends ListCell<Choice> {
    private final Label name = Labels.plain("");
    private final Label detail = Labels.muted("");
    private final HBox line = new HBox(16, name, Labels.spring(), detail, Icon.PLUS.view(12));

    Line() {
      line.setAlignment(Pos.CENTER_LEFT);
      name.setMinWidth(Region.USE_PREF_SIZE);
      detail.setMinWidth(0);
      setPrefWidth(0);
      setOnMouseClicked(click -> {
        if (click.getButton() == MouseButton.PRIMARY) {
          pick(getItem());
        }
      });
    }

    @Override
    protected void updateItem(Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setGraphic(empty ? null : line);
      setTooltip(null);
      if (!empty && choice != null) {
        name.setText(choice.name());
        detail.setText(choice.detail());
        setTooltip(new Tooltip(choice.id()));
        setAccessibleText(choice.name() + ", " + choice.detail());
      }
    }
  }
}
