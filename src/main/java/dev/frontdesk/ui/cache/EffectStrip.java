package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.cache.Marks.Effect;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One sentence: what the invalidation did that mattered most. */
final class EffectStrip extends HBox {
  private final Tools tools;
  private final CacheWords words;
  private final Consumer<String> open;
  private final HBox icon = new HBox();
  private final Label head = Ids.give("purge-effect-of", Labels.plain("", Styles.STRONG));
  private final Label sentence = Ids.give("purge-effect", Labels.wrapped(""));
  private final Button button = Ids.give("purge-effect-open", new Button());

  /**
   * @param open shows an entry, by its id, in the history
   */
  EffectStrip(Tools tools, Consumer<String> open) {
    super(8);
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.open = open;
    head.setMinWidth(0);
    icon.setAlignment(Pos.CENTER);
    sentence.setMinWidth(0);
    sentence.setTooltip(new Tooltip(tools.text("cache.effect.hover")));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    button.setText(tools.text("cache.effect.open"));
    button.setMinWidth(Button.USE_PREF_SIZE);
    Styles.styled(button, Styles.FLAT, Styles.COMPACT, "link");
    Styles.styled(this, "effect-strip");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(icon, head, sentence, button);
    quiet(tools.text("cache.effect.reading"));
  }

  void show(Marks marks) {
    switch (marks.effect()) {
      case Effect.Told told -> {
        EntryKind kind = told.mark().kind();
        icon.getChildren().setAll(HistoryWords.icon(kind).view());
        icon.getStyleClass().setAll("mark-" + kind.word());
        head.setText(words.head(told.mark()));
        head.setManaged(true);
        sentence.setText(words.sentence(told, marks.marks().size()));
        button.setVisible(true);
        button.setOnAction(_ -> open.accept(told.mark().entry().id()));
      }
      case Effect.NotKnown unknown -> quiet(words.sentence(unknown, marks.marks().size()));
    }
  }

  private void quiet(String words) {
    icon.getChildren().setAll(Icon.INFO.view());
    icon.getStyleClass().setAll(Styles.QUIET);
    head.setText("");
    head.setManaged(false);
    sentence.setText(words);
    button.setVisible(false);
  }
}
