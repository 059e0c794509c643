package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every step that an entry has taken, with its time and the wait before it. */
public final class StepList extends VBox {
  private static final double NAMES = 80;

  private final Tools tools;

  public StepList(Tools tools) {
    this.tools = tools;
  }

  public void show(JournalEntry entry) {
    List<Node> lines = new ArrayList<>();
    @Nullable Step last = null;
    for (Step step : entry.progress().steps()) {
      if (last != null && last.state() == State.STALE) {
        lines.add(again());
      }
      StateLook look =
          switch (StateLook.of(step.state())) {
            // A step taken is done, whatever the state still waits for.
            case RUNNING -> StateLook.DONE;
            case WAITING, DONE, WARNING, WRONG -> StateLook.of(step.state());
          };
      lines.add(line(look, step, last == null ? null : last.at()));
      last = step;
    }
    if (last != null && last.state() == State.STALE && entry.isOpen()) {
      lines.add(again());
    }
    getChildren().setAll(lines);
  }

  /** The first purge lost the race; what follows is the second attempt. */
  private Node again() {
    var line =
        Styles.styled(
            new HBox(
                8,
                Icon.REPEAT.view(),
                Labels.wrapped(tools.text("remark.again"), Styles.SMALL, Styles.ATTENTION)),
            Styles.ATTENTION);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    return line;
  }

  private Node line(StateLook look, Step step, @Nullable Instant before) {
    Label name = Labels.plain(StateLook.word(step.state(), tools.texts()), Styles.STRONG);
    name.setMinWidth(NAMES);
    Label at = Labels.plain(tools.moments().exactTime(step.at()), Styles.NUMBER);
    at.setMinWidth(USE_PREF_SIZE);
    Hover.say(at, tools.moments().exact(step.at()));
    Label wait =
        Labels.muted(
            before == null
                ? ""
                : "+" + tools.moments().length(Duration.between(before, step.at())));
    wait.setMinWidth(USE_PREF_SIZE);
    var line =
        Styles.styled(
            new HBox(8, look.icon().view(), name, at, Labels.spring(), wait), look.tone());
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    return line;
  }
}
