package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Lazily;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SearchField;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The projects at the left: search, choose, see how many members each has. */
final class ProjectList extends VBox {
  private static final double WIDTH = 192;
  private static final double ROW = 32;

  private final MembersModel model;
  private final Tools tools;
  private final SearchField search;
  private final ListView<Project> list =
      Ids.give("project-list", Skins.early(new ListView<>(), ListViewSkin::new));
  private final Label foot = Labels.wrapped("", "hint");
  private boolean updating;

  ProjectList(MembersModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.search = new SearchField("project-search", tools.text("projects.search"));
    search.field().textProperty().bindBidirectional(model.projects().search());
    search.field().setOnAction(_ -> chooseFirst());
    search
        .field()
        .setOnKeyReleased(key -> {
          if (key.getCode() == KeyCode.DOWN) {
            list.requestFocus();
          }
        });
    list.setAccessibleText(tools.text("projects.list"));
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new ProjectCell(model, tools));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> {
          if (chosen != null && !updating) {
            model.choose(chosen);
          }
        });
    var middle = new StackPane(list);
    StackPane.setAlignment(list, Pos.TOP_LEFT);
    var awaited = model.projects().all().map(load -> load.isLoading() && load.newest().isEmpty());
    Lazily.addMeanwhile(middle, awaited, ProjectList::skeleton);
    list.visibleProperty().bind(awaited.map(waiting -> !waiting));
    Room.rest(middle);
    var bar = Styles.styled(new HBox(search), Styles.TOOLBAR);
    bar.setAlignment(Pos.CENTER);
    var bottom = Styles.styled(new HBox(foot), "project-foot");
    bottom.setAlignment(Pos.CENTER_LEFT);
    Styles.styled(this, "side");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren().addAll(bar, middle, bottom);

    model.projects().counts().revision().subscribe(this::total);
    model.projects().shown().subscribe(this::show);
    model.project().subscribe(() -> select(model.project().get()));
    model
        .projects()
        .all()
        .subscribe(load -> {
          list.setPlaceholder(placeholder(load));
          total();
        });
  }

  javafx.scene.control.TextField searchField() {
    return search.field();
  }

  private static SkeletonRows skeleton() {
    var skeleton = new SkeletonRows(12, WIDTH - 96);
    skeleton.setStyle("-fx-padding: 0 16 0 16;");
    return skeleton;
  }

  private void chooseFirst() {
    model.projects().shown().get().stream()
        .findFirst()
        .ifPresent(first -> {
          model.choose(first);
          list.requestFocus();
        });
  }

  private Region placeholder(Load<List<Project>> load) {
    boolean none = load.newest().map(List::isEmpty).orElse(true);
    String key =
        load.trouble().isPresent()
            ? "projects.failed"
            : none ? "projects.none" : "projects.not-found";
    var label = Labels.wrapped(tools.text(key), Styles.MUTED);
    label.setMaxWidth(WIDTH - 32);
    return label;
  }

  private void total() {
    foot.setText(
        model
            .projects()
            .all()
            .get()
            .newest()
            .map(projects -> {
              OptionalInt members = model.projects().counts().total(projects);
              return members.isPresent()
                  ? tools.text("projects.total", members.getAsInt(), projects.size())
                  : tools.text("projects.count", projects.size());
            })
            .orElse(""));
  }

  private void show(List<Project> projects) {
    updating = true;
    list.getSelectionModel().clearSelection();
    list.setItems(FXCollections.observableList(projects));
    // As tall as its rows: below them it would fill its room with empty ones, each a cell to dress.
    list.setMaxHeight(projects.isEmpty() ? Double.MAX_VALUE : projects.size() * ROW);
    updating = false;
    select(model.project().get());
  }

  private void select(Optional<Project> project) {
    updating = true;
    List<Project> items = list.getItems();
    list.getSelectionModel().clearSelection();
    project.ifPresent(chosen -> {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i).id().equals(chosen.id())) {
          list.getSelectionModel().select(i);
        }
      }
    });
    updating = false;
  }
}
