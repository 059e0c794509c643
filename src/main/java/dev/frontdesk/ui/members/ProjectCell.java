package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.OptionalInt;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ListCellSkin;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/**
 * A project's name, behind it a pencil where edits wait, and at the end of the row how many members
 * it has. The name is the cell's own text and the number a text in its skin, in place of two labels
 * in a box: a list full of rows is styled before the first page is seen.
 */
final class ProjectCell extends ListCell<Project> {
  /** Between the name, the pencil and the number, in pixels. */
  private static final double GAP = 8;

  private final MembersModel model;
  private final Tools tools;
  private final Text count = Styles.styled(new Text(), "project-count");
  private @Nullable Pane pencil;

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
    setSkin(new WithCount(this));
  }

  @Override
  protected void updateItem(Project project, boolean empty) {
    super.updateItem(project, empty);
    if (empty || project == null) {
      setText(null);
      setGraphic(null);
      count.setText("");
      setAccessibleText(null);
      Hover.say(this, null);
      return;
    }
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
    if (waiting && pencil == null) {
      pencil = Styles.styled(Icon.PENCIL.view(12), Styles.ATTENTION);
    }
    setGraphic(waiting ? pencil : null);
    Hover.say(this, waiting ? tools.text("projects.kept", project.name()) : project.id());
  }

  /** The name with it, which gets what the count leaves. */
  private void count() {
    Project project = getItem();
    if (project == null) {
      return;
    }
    OptionalInt members = model.projects().counts().of(project);
    String told = members.isPresent() ? tools.text("number", members.getAsInt()) : "";
    if (!told.equals(count.getText())) {
      count.setText(told);
      // JavaFX cuts a text anew only if it changes, not if there is another width for it.
      setText(null);
    }
    setText(project.name());
    setAccessibleText(
        members.isPresent()
            ? tools.text("projects.row", project.name(), members.getAsInt())
            : project.name());
  }

  /**
   * Lays the count out at the end, and the rest in what is left. Each is placed once: what is moved
   * while it is laid out asks for another layout, and that for the next.
   */
  private static final class WithCount extends ListCellSkin<Project> {
    private final ProjectCell cell;

    WithCount(ProjectCell cell) {
      super(cell);
      this.cell = cell;
      updateChildren();
    }

    @Override
    protected void updateChildren() {
      super.updateChildren();
      // Not yet while the class above is made.
      if (cell != null) {
        getChildren().add(cell.count);
      }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      double count = Math.ceil(cell.count.getLayoutBounds().getWidth());
      layoutLabelInArea(x, y, Math.max(0, width - count - GAP), height);
      positionInArea(cell.count, x + width - count, y, count, height, 0, HPos.RIGHT, VPos.CENTER);
    }
  }
}
