package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.Stages.Stage;
import dev.frontdesk.ui.kit.Stages.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A publication as a row of steps that moves as it happens, and a line on what keeps it, or became
 * of it; the room of both is kept when there is none.
 */
public final class PublicationStrip extends VBox {
  private static final double ABOUT = 272;
  private static final double ICON = 20;

  /** As high as the invalidation's id will be: what stands above it is not to move. */
  private static final double ID = 24;

  /** What a person may do with the publication. */
  public record Actions(
      Consumer<JournalEntry> retry, Consumer<JournalEntry> tryNow, Consumer<String> open) {}

  private final Tools tools;
  private final Actions actions;
  private final StageText stageText;
  private final Remarks remarks;
  private final Label title = Labels.plain("", Styles.STRONG);
  private final Label status = Ids.give("publication-status", Labels.plain("", "state"));
  private final Label line = Labels.muted("");
  private final RetryButton retry;
  private final HBox foot = new HBox();
  private final HBox steps = new HBox();
  private final HBox said = new HBox(8);
  private @Nullable CopyableId invalidation;
  private Optional<JournalEntry> entry = Optional.empty();
  private List<Stage> shown = List.of();
  private Saving shownSaving = Saving.AT_ONCE;
  private List<Label> times = List.of();

  public PublicationStrip(Tools tools, Actions actions) {
    this.tools = tools;
    this.actions = actions;
    this.stageText = new StageText(tools);
    this.remarks = new Remarks(tools);
    this.retry = new RetryButton(tools, actions.retry(), actions.tryNow());
    Styles.styled(this, Styles.STRIP);
    title.setMinWidth(0);
    status.setMinWidth(Region.USE_PREF_SIZE);
    line.setMinWidth(0);
    status.managedProperty().bind(status.visibleProperty());
    var standing = new HBox(8, status, line);
    standing.setAlignment(Pos.CENTER_LEFT);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(ID);
    var about = new VBox(2, title, standing, foot);
    about.setAlignment(Pos.CENTER_LEFT);
    about.setMinWidth(ABOUT);
    about.setPrefWidth(ABOUT);
    about.setMaxWidth(ABOUT);
    HBox.setHgrow(steps, Priority.ALWAYS);
    steps.setMinWidth(0);
    steps.setAlignment(Pos.CENTER_LEFT);
    var way = new HBox(24, about, steps);
    way.setAlignment(Pos.CENTER_LEFT);
    // The steps are as high as the highest of them, so that all begin at one height.
    way.setFillHeight(false);
    VBox.setVgrow(way, Priority.ALWAYS);
    said.setAlignment(Pos.CENTER_LEFT);
    said.setMinHeight(RemarkLine.TWO_LINES);
    said.setPrefHeight(RemarkLine.TWO_LINES);
    getChildren().addAll(way, said);
  }

  /**
   * Shows a publication.
   *
   * @param hands who goes on with it
   */
  public void show(JournalEntry publication, Hands hands) {
    entry = Optional.of(publication);
    var roster = publication.roster();
    title.setText(
        roster == null
            ? tools.text("purge.title", publication.items().size())
            : tools.text("publication.title", roster.versionAfter()));
    StateLook.tell(publication.state(), status, tools.texts());
    status.setVisible(true);
    tellInvalidation(StageText.invalidationId(publication));
    retry.show(publication, hands);
    say(remarks.of(publication, hands));
    steps(Stages.of(publication), roster == null ? Saving.AT_ONCE : roster.saving());
    tick();
  }

  /** Nothing yet: the steps of the next one stand in grey. */
  public void showNone(String none, String sentence) {
    entry = Optional.empty();
    title.setText(none);
    status.setVisible(false);
    status.setUserData(null);
    line.setText(sentence);
    Hover.say(line, null);
    tellInvalidation("");
    retry.hideIt();
    say(List.of());
    List<Stage> ahead = new ArrayList<>();
    for (State state : List.of(State.SAVED, State.SUBMITTED, State.COMPLETED, State.FRESH)) {
      ahead.add(new Stage(state, Standing.AHEAD, Optional.empty(), Optional.empty()));
    }
    steps(ahead, Saving.AT_ONCE);
  }

  private void tellInvalidation(String id) {
    CopyableId told = invalidation;
    if (told == null && !id.isEmpty()) {
      told = new CopyableId(tools.texts());
      invalidation = told;
      foot.getChildren().add(told);
    }
    if (told != null) {
      told.setText(id);
    }
  }

  /** Whether it is this entry that is shown, however far. */
  public boolean shows(JournalEntry other) {
    return entry.filter(shownEntry -> shownEntry.id().equals(other.id())).isPresent();
  }

  private void say(List<Remark> all) {
    said.getChildren().clear();
    if (!all.isEmpty()) {
      said.getChildren().add(RemarkLine.line(all, tools, actions.open()));
    } else if (retry.isVisible()) {
      said.getChildren().add(Labels.spring());
    }
    if (retry.isVisible()) {
      said.getChildren().add(retry);
    }
  }

  /** Brings what tells a lapse of time up to now. */
  public void tick() {
    var now = tools.now().value().get();
    entry.ifPresent(publication -> {
      line(publication);
      for (int i = 0; i < times.size(); i++) {
        Stage stage = shown.get(i);
        times
            .get(i)
            .setText(isSaving(stage) ? stageText.part(shownSaving) : stageText.times(stage, now));
      }
    });
  }

  private void line(JournalEntry publication) {
    line.setText(lapse(publication));
    Hover.say(
        line,
        tools.text(
            "publication.hover",
            publication.about().who(),
            tools.moments().exact(publication.about().at())));
  }

  private String lapse(JournalEntry publication) {
    var roster = publication.roster();
    String passed =
        publication.isOpen()
            ? tools.moments().ago(publication.about().at(), tools.now().value().get())
            : tools.moments().length(publication.duration());
    if (roster == null) {
      return tools.text(publication.isOpen() ? "purge.begun" : "purge.over", passed);
    }
    return tools.text(
        publication.isOpen() ? "publication.line" : "publication.over",
        tools.text("publication.changes", roster.change().size()),
        passed);
  }

  private void steps(List<Stage> stages, Saving saving) {
    if (stages.equals(shown) && saving.equals(shownSaving)) {
      return;
    }
    shown = stages;
    shownSaving = saving;
    List<Label> labels = new ArrayList<>();
    List<Node> columns = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Label time = Labels.muted("");
      time.setMinWidth(0);
      // In a small window the step's time and what it waited stand on two lines.
      time.setWrapText(true);
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
    Region way = isSaving(stage) ? part() : way(on);
    way.setVisible(!last);
    HBox.setHgrow(way, Priority.ALWAYS);
    var row = Styles.styled(new HBox(6, icon, way), StageText.tone(stage));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setStyle("-fx-padding: 0 6 4 0;");
    String word = StateLook.word(stage.state(), tools.texts());
    Label name = Labels.plain(word, isGrey(stage) ? "grey" : Styles.STRONG);
    var column = new VBox(row, name, time);
    column.setMinWidth(0);
    column.setPrefWidth(160);
    column.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(column, Priority.ALWAYS);
    return column;
  }

  private static Region way(boolean on) {
    var way = Styles.styled(new Region(), "step-line");
    way.setMinHeight(2);
    way.setMaxHeight(2);
    if (on) {
      way.getStyleClass().add("reached");
    }
    return way;
  }

  /** The way to the next step, filled as far as the parts of the change are saved. */
  private Region part() {
    var done = Styles.styled(new Region(), "step-line", "part");
    var way = new StackPane(done);
    Styles.styled(way, "step-line");
    way.setAlignment(Pos.CENTER_LEFT);
    way.setMinHeight(4);
    way.setMaxHeight(4);
    double share = shownSaving.of() == 0 ? 1 : (double) shownSaving.done() / shownSaving.of();
    done.maxWidthProperty().bind(way.widthProperty().multiply(share));
    return way;
  }

  private static boolean isSaving(Stage stage) {
    return stage.state() == State.SAVING;
  }

  private static boolean isGrey(Stage stage) {
    return switch (stage.standing()) {
      case AHEAD, LEFT_OUT, NOT_REACHED -> true;
      case REACHED, RUNNING, WAITING, ODD, WRONG -> false;
    };
  }
}
