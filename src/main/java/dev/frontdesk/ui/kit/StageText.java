package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.Stages.Stage;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;

/** How a stage of a publication is told: its icon, tone and times. */
final class StageText {
  /** A space at which no line ends: a number stays beside its unit. */
  private static final char NO_BREAK = '\u00a0';

  private final Tools tools;

  StageText(Tools tools) {
    this.tools = tools;
  }

  static Node icon(Stage stage, double size) {
    return switch (stage.standing()) {
      case REACHED -> Icon.CHECK_CIRCLE.view(size);
      case RUNNING -> new Spinner(size);
      case WAITING -> Icon.CLOCK.view(size);
      case ODD, WRONG -> StateLook.of(stage.state()).icon().view(size);
      case AHEAD -> Icon.CIRCLE.view(size);
      case LEFT_OUT, NOT_REACHED -> Icon.MINUS_CIRCLE.view(size);
    };
  }

  static String tone(Stage stage) {
    return switch (stage.standing()) {
      case REACHED -> Styles.DONE;
      case RUNNING -> Styles.RUNNING;
      case WAITING -> Styles.ATTENTION;
      case ODD, WRONG -> StateLook.of(stage.state()).tone();
      case AHEAD, LEFT_OUT, NOT_REACHED -> Styles.QUIET;
    };
  }

  /** When, and after how long; or how long it has been under way. */
  String times(Stage stage, Instant now) {
    return switch (stage.standing()) {
      case REACHED, ODD, WRONG -> reached(stage);
      case RUNNING -> stage.at().map(at -> since("stage.running", at, now)).orElse("");
      case WAITING -> stage.at().map(at -> since("stage.waiting", at, now)).orElse("");
      case AHEAD -> stage.state() == State.FRESH ? tools.text("stage.probe-will-tell") : "";
      case LEFT_OUT -> tools.text("stage.no-probe");
      case NOT_REACHED -> tools.text("stage.not-reached");
    };
  }

  /** How far a change is that is saved in parts. */
  String part(Saving saving) {
    return tools.text("stage.part", saving.done(), saving.of());
  }

  private String since(String key, Instant at, Instant now) {
    return tools.text(key, Math.max(0, Duration.between(at, now).toSeconds()));
  }

  private String reached(Stage stage) {
    String at = stage.at().map(tools.moments()::exactTime).orElse("");
    return stage
        .waited()
        .map(wait -> at + ", +" + tools.moments().length(wait).replace(' ', NO_BREAK))
        .orElse(at);
  }

  /** CloudFront's id for the newest batch that has one; empty for none. */
  static String invalidationId(JournalEntry entry) {
    return entry.progress().batches().stream()
        .map(batch -> batch.invalidationId())
        .filter(id -> id != null)
        .reduce((_, later) -> later)
        .orElse("");
  }
}
