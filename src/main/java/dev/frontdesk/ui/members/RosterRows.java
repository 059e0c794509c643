package dev.frontdesk.ui.members;

import dev.frontdesk.members.Project;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Lazily;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** The roster's table, and what stands in its place while there is nothing to show in it. */
final class RosterRows extends StackPane {
  /** What has been read, as far as it has: the projects, the roster of one, and its rows. */
  private record Read(
      Load<List<Project>> projects, Load<RosterIndex> roster, Load<RosterEditor.Shown> rows) {}

  RosterRows(MembersModel model, Node table, Tools tools) {
    super(table);
    setMinWidth(0);
    setPrefWidth(0);
    // The skeleton is taller than a small window: it ends where the table does.
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    Room.rest(this);
    ObservableValue<Boolean> none =
        model
            .project()
            .map(Optional::isEmpty)
            .flatMap(nothing ->
                model.projects().all().map(load -> nothing && load instanceof Load.Loaded<?>));
    ObservableValue<Boolean> awaited = whether(model, RosterRows::isAwaited);
    Lazily.addMeanwhile(this, awaited, RosterRows::skeleton);
    Lazily.addMeanwhile(
        this,
        none,
        () ->
            new EmptyState(
                Icon.USERS, tools.text("members.choose-title"), tools.text("members.choose")));
    table
        .visibleProperty()
        .bind(awaited.flatMap(waiting -> none.map(nothing -> !waiting && !nothing)));
  }

  /** Whether there are rows to show, or nothing to be shown, or something in the way. */
  static ObservableValue<Boolean> settled(MembersModel model) {
    return whether(model, RosterRows::isSettled);
  }

  private static ObservableValue<Boolean> whether(MembersModel model, Predicate<Read> is) {
    var editor = model.editor();
    return model
        .projects()
        .all()
        .flatMap(projects ->
            editor
                .roster()
                .flatMap(roster ->
                    editor.shown().map(rows -> is.test(new Read(projects, roster, rows)))));
  }

  /**
   * Until the rows are made of what was read: an empty table would say that nobody is in the
   * project.
   */
  private static boolean isAwaited(Read read) {
    return isAwaited(read.projects()) || isAwaited(read.roster()) || isAwaited(read.rows());
  }

  private static boolean isAwaited(Load<?> load) {
    return load.isLoading() && load.newest().isEmpty();
  }

  private static boolean isSettled(Read read) {
    boolean none =
        read.projects() instanceof Load.Loaded<List<Project>>(var known, var _) && known.isEmpty();
    return none
        || read.rows().newest().isPresent()
        || read.projects().trouble().isPresent()
        || read.roster().trouble().isPresent()
        || read.rows().trouble().isPresent();
  }

  private static Node skeleton() {
    var skeleton = new SkeletonRows(20, 40, 160, 208, 120);
    skeleton.setStyle("-fx-padding: 32 0 0 0;");
    var clipped = new StackPane(skeleton);
    clipped.setMinHeight(0);
    clipped.setAlignment(Pos.TOP_LEFT);
    return clipped;
  }
}
