package dev.frontdesk.ui.purge;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Why, and the button: always in sight, whatever there is to read above. */
final class ReasonPane extends VBox {
  private static final KeyCombination SUBMIT =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  /** What is read sooner than this changes nothing on the button meanwhile. */
  private static final Duration SOON = Duration.millis(250);

  private final PurgeModel model;
  private final boolean sandbox;
  private final Tools tools;
  private final Label cost = Ids.give("purge-cost", Labels.plain("", Styles.STRONG));
  private final TextField reason = Ids.give("purge-reason", new TextField());
  private final HBox recent = new HBox(8);
  private final Label words = Ids.give("purge-why-not", Labels.wrapped("", Styles.MUTED));
  private final Button submit =
      Ids.give("purge-submit", Styles.styled(new Button("", Icon.ERASER.view()), Styles.PRIMARY));
  private final PauseTransition soon = new PauseTransition(SOON);
  private List<String> reasons = List.of();

  ReasonPane(PurgeModel model, boolean sandbox, Tools tools, Runnable onSubmit) {
    this.sandbox = sandbox;
    this.model = model;
    this.tools = tools;
    reason.textProperty().bindBidirectional(model.reason());
    reason.setPromptText(tools.text("change.reason-prompt"));
    reason.setAccessibleText(tools.text("change.reason"));
    reason.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (SUBMIT.match(key)) {
            submit.fire();
            key.consume();
          }
        });
    recent.setMinHeight(24);
    recent.setMinWidth(0);
    submit.setMinWidth(USE_PREF_SIZE);
    submit.setOnAction(_ -> onSubmit.run());
    words.setMinWidth(0);
    words.setMinHeight(32);
    HBox.setHgrow(words, Priority.ALWAYS);
    cost.setMinWidth(USE_PREF_SIZE);
    var price = new HBox(8, Labels.plain(tools.text("change.cost")), Labels.spring(), cost);
    price.setStyle("-fx-padding: 10 16 2 16;");
    var why =
        Panels.section(
            tools.text("change.reason"), Labels.muted(tools.text("change.kept")), reason, recent);
    Styles.styled(why, "last");
    why.setSpacing(6);
    Styles.styled(this, "reason-pane");
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(price, why, Panels.foot(words, submit));
    widthProperty().subscribe(width -> Panels.tighten(width.doubleValue(), submit));
    soon.setOnFinished(_ -> enable());
    Runnable changed = this::changed;
    model.obstacle().subscribe(changed);
    model.plan().subscribe(changed);
    model.purges().recent().subscribe(this::showReasons);
  }

  private void changed() {
    if (model.obstacle().get().filter(Obstacle.READING::equals).isPresent()) {
      soon.play();
    } else {
      soon.stop();
      enable();
    }
  }

  private void enable() {
    Optional<Obstacle> obstacle = model.obstacle().get();
    Optional<Planned> planned = model.plan().get().newest();
    int items = planned.map(each -> each.plan().items().size()).orElse(0);
    int wrong = planned.map(Planned::wrong).orElse(0);
    cost.setText(planned.map(each -> PurgeWords.cost(each.plan(), sandbox, tools)).orElse(""));
    boolean isSaving = obstacle.filter(Obstacle.SAVING::equals).isPresent();
    submit.setDisable(obstacle.isPresent());
    submit.setText(isSaving ? tools.text("change.saving") : PurgeWords.action(items, tools));
    words.setText(
        obstacle
            .map(each -> tools.text("purge.why-not." + each.word))
            .orElseGet(() -> tools.text("purge.final", wrong)));
    submit.setAccessibleHelp(words.getText());
    reason.setEditable(!isSaving);
  }

  private void showReasons(List<JournalEntry> purges) {
    List<String> next = model.purges().reasons();
    if (next.equals(reasons)) {
      return;
    }
    reasons = next;
    recent.getChildren().setAll(next.stream().map(this::chip).toList());
  }

  private Button chip(String text) {
    var chip = Styles.styled(new Button(text), Styles.COMPACT, "chip");
    chip.setMnemonicParsing(false);
    chip.setMinWidth(40);
    chip.setTooltip(new Tooltip(tools.text("purge.reason-again", text)));
    chip.setOnAction(_ -> {
      model.reason().set(text);
      reason.requestFocus();
      reason.end();
    });
    return chip;
  }
}
