package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.publishing.State;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Stages.Stage;
import dev.frontdesk.ui.kit.Stages.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A publication as a row of steps that moves as it happens; its room is kept when there is none.
 */
public final class PublicationStrip extends HBox {
  private static final double ABOUT = 272;
  private static final double TWO_LINES = 32;
  private static final double ICON = 20;

  private final Tools tools;
  private final StageText stageText;
  private final Label title = Labels.plain("", Styles.STRONG);
  private final Label status = Ids.give("publication-status", Labels.plain("", "state"));
  private final Label line = Labels.muted("");
  private final CopyableId invalidation;
  private final Button retry;
  private final HBox steps = new HBox();
  private Optional<JournalEntry> entry = Optional.empty();
  private List<Stage> shown = List.of();
  private List<Label> times = List.of();

  /**
   * @param onRetry tries a publication that failed once more
   */
  public PublicationStrip(Tools tools, Runnable onRetry) {
    super(24);
    this.tools = tools;
    this.stageText = new StageText(tools);
    this.invalidation = new CopyableId(tools.texts());
    this.retry =
        Ids.give(
            "publication-retry",
            Styles.styled(
                new Button(tools.text("publication.retry"), Icon.REPEAT.view()), Styles.COMPACT));
    retry.setOnAction(_ -> onRetry.run());
    invalidation.managedProperty().bind(invalidation.visibleProperty());
    retry.managedProperty().bind(retry.visibleProperty());
    Styles.styled(this, Styles.STRIP);
    setAlignment(Pos.CENTER_LEFT);
    title.setMinWidth(0);
    status.setMinWidth(Region.USE_PREF_SIZE);
    line.setMinWidth(0);
    // Two lines for a problem; what is longer is told whole on hover and in the history.
    line.setWrapText(true);
    line.setMaxHeight(TWO_LINES);
    HBox.setHgrow(line, Priority.ALWAYS);
    status.managedProperty().bind(status.visibleProperty());
    var standing = new HBox(8, status, line);
    standing.setAlignment(Pos.TOP_LEFT);
    var foot = new HBox(8, invalidation, retry);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(24);
    var about = new VBox(2, title, standing, foot);
    about.setAlignment(Pos.CENTER_LEFT);
    about.setMinWidth(ABOUT);
    about.setPrefWidth(ABOUT);
    about.setMaxWidth(ABOUT);
    HBox.setHgrow(steps, Priority.ALWAYS);
    steps.setMinWidth(0);
    steps.setAlignment(Pos.CENTER_LEFT);
    steps.setFillHeight(false);
    getChildren().addAll(about, steps);
  }

  /**
   * Shows a publication.
   *
   * @param canRetry whether trying it again makes sense
   */
  public void show(JournalEntry publication, boolean canRetry) {
    entry = Optional.of(publication);
    var roster = publication.roster();
    long version = roster == null ? 0 : roster.versionAfter();
    title.setText(tools.text("publication.title", version));
    StateLook.tell(publication.state(), status, tools.texts());
    status.setVisible(true);
    invalidation.setText(StageText.invalidationId(publication));
    retry.setVisible(canRetry);
    steps(Stages.of(publication));
    tick();
  }

  /** No publication yet: the steps of the next one stand in grey. */
  public void showNone(String sentence) {
    entry = Optional.empty();
    title.setText(tools.text("publication.none"));
    status.setVisible(false);
    status.setUserData(null);
    line.setText(sentence);
    line.getStyleClass().removeAll(Styles.ATTENTION, Styles.WRONG);
    invalidation.setText("");
    retry.setVisible(false);
    List<Stage> ahead = new ArrayList<>();
    for (State state : List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH)) {
      ahead.add(new Stage(state, Standing.AHEAD, Optional.empty(), Optional.empty()));
    }
    steps(ahead);
  }

  /** Brings what tells a lapse of time up to now. */
  public void tick() {
    var now = tools.now().value().get();
    entry.ifPresent(publication -> {
      line(publication);
      for (int i = 0; i < times.size(); i++) {
        times.get(i).setText(stageText.times(shown.get(i), now));
      }
    });
  }

  private void line(JournalEntry publication) {
    Trouble trouble = publication.progress().trouble();
    line.getStyleClass().removeAll(Styles.ATTENTION, Styles.WRONG);
    if (trouble != null) {
      ProblemText words = ProblemText.of(trouble.problem(), tools.texts());
      line.getStyleClass().add(publication.isOpen() ? Styles.ATTENTION : Styles.WRONG);
      line.setText(words.sentence());
      line.setTooltip(new Tooltip(words.line()));
      return;
    }
    var roster = publication.roster();
    int size = roster == null ? 0 : roster.change().size();
    String changes = tools.text("publication.changes", size);
    line.setText(
        publication.isOpen()
            ? tools.text(
                "publication.line",
                changes,
                tools.moments().ago(publication.about().at(), tools.now().value().get()))
            : tools.text(
                "publication.over", changes, tools.moments().length(publication.duration())));
    line.setTooltip(
        new Tooltip(
            tools.text(
                "publication.hover",
                publication.about().who(),
                tools.moments().exact(publication.about().at()))));
  }

  private void steps(List<Stage> stages) {
    if (stages.equals(shown)) {
      return;
    }
    shown = stages;
    List<Label> labels = new ArrayList<>();
    List<Node> columns = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Label time = Labels.muted("");
      time.setMinWidth(0);
      labels.add(time);
      boolean last = i + 1 == stages.size();
      boolean on = !last && !isGrey(stages.get(i + 1));
      columns.add(column(stages.get(i), time, last, on));
    }
    times = labels;
    steps.getChildren().setAll(columns);
  }

  private Node column(Stage stage, Label time, boolean last, boolean on) {
    var icon = new HBox(StageText.icon(stage, ICON));
    var way = Styles.styled(new Region(), "step-line");
    way.setMinHeight(2);
    way.setMaxHeight(2);
    way.setVisible(!last);
    if (on) {
      way.getStyleClass().add("reached");
    }
    HBox.setHgrow(way, Priority.ALWAYS);
    var row = Styles.styled(new HBox(6, icon, way), StageText.tone(stage));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setStyle("-fx-padding: 0 6 4 0;");
    boolean grey = isGrey(stage);
    Label name =
        grey
            ? Labels.plain(StateLook.word(stage.state(), tools.texts()), "grey")
            : Labels.plain(StateLook.word(stage.state(), tools.texts()), Styles.STRONG);
    var column = new VBox(row, name, time);
    column.setMinWidth(0);
    column.setPrefWidth(160);
    column.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static boolean isGrey(Stage stage) {
    return switch (stage.standing()) {
      case AHEAD, LEFT_OUT, NOT_REACHED -> true;
      case REACHED, RUNNING, WAITING, ODD, WRONG -> false;
    };
  }
}
