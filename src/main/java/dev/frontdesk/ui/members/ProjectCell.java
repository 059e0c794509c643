package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ListCellSkin;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/**
 * A project's name, and at the end of the row how many members it has; before that a pencil where
 * edits wait. The name is the cell's own text and the number its graphic, in place of two labels in
 * a box: a list full of rows is styled before the first page is seen.
 */
final class ProjectCell extends ListCell<Project> {
  /** Between the name, the pencil and the number, in pixels. */
  private static final double GAP = 8;

  private final MembersModel model;
  private final Tools tools;
  private final Text count = Styles.styled(new Text(), "project-count");
  private @Nullable HBox pencilAndCount;

  ProjectCell(MembersModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    // As in a label, so that it stands on the line of the name.
    count.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    setContentDisplay(ContentDisplay.RIGHT);
    setGraphicTextGap(GAP);
    // As wide as the list: else a long name would make it scroll sideways.
    setPrefWidth(0);
    model.projects().counts().revision().subscribe(this::count);
    model.project().subscribe(this::keep);
    setSkin(new GraphicAtTheEnd(this));
  }

  @Override
  protected void updateItem(Project project, boolean empty) {
    super.updateItem(project, empty);
    if (empty || project == null) {
      setText(null);
      setGraphic(null);
      setAccessibleText(null);
      Hover.say(this, null);
      return;
    }
    setText(project.name());
    keep();
    count();
  }

  /** Whether edits wait in it, which changes as another is opened. */
  private void keep() {
    Project project = getItem();
    if (project == null) {
      return;
    }
    boolean waiting = model.isKept(project.id());
    if (waiting) {
      setGraphic(pencilAndCount());
    } else {
      if (pencilAndCount != null) {
        pencilAndCount.getChildren().remove(count);
      }
      setGraphic(count);
    }
    Hover.say(this, waiting ? tools.text("projects.kept", project.name()) : project.id());
  }

  private HBox pencilAndCount() {
    HBox both = pencilAndCount;
    if (both == null) {
      both = new HBox(GAP, Styles.styled(Icon.PENCIL.view(12), Styles.ATTENTION));
      both.setAlignment(Pos.CENTER_RIGHT);
      pencilAndCount = both;
    }
    if (!both.getChildren().contains(count)) {
      setGraphic(null);
      both.getChildren().add(count);
    }
    return both;
  }

  private void count() {
    Project project = getItem();
    if (project == null) {
      return;
    }
    OptionalInt members = model.projects().counts().of(project);
    count.setText(members.isPresent() ? tools.text("number", members.getAsInt()) : "");
    setAccessibleText(
        members.isPresent()
            ? tools.text("projects.row", project.name(), members.getAsInt())
            : project.name());
  }

  /** Lays the graphic out at the end of the row, not behind the text. */
  private static final class GraphicAtTheEnd extends ListCellSkin<Project> {
    GraphicAtTheEnd(ProjectCell cell) {
      super(cell);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      super.layoutChildren(x, y, width, height);
      Node graphic = getSkinnable().getGraphic();
      if (graphic != null) {
        double taken = snapSizeX(graphic.getLayoutBounds().getWidth());
        graphic.setLayoutX(snapPositionX(x + width - taken) - graphic.getLayoutBounds().getMinX());
      }
    }
  }
}
