package dev.frontdesk.ui.cache;

import dev.frontdesk.ui.cache.Marks.Effect;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One sentence: what the invalidation did that mattered most. */
final class EffectStrip extends HBox {
  private final Tools tools;
  private final CacheWords words;
  private final MarkActions actions;
  private final HBox icon = new HBox();
  private final Text head = Ids.give("purge-effect-of", Styles.styled(new Text(), Styles.STRONG));
  private final Text sentence = Ids.give("purge-effect", new Text());
  private final Tooltip hover = new Tooltip();
  private final Button button = Ids.give("purge-effect-open", new Button());

  EffectStrip(Tools tools, MarkActions actions) {
    super(8);
    this.tools = tools;
    this.words = new CacheWords(tools);
    this.actions = actions;
    icon.setAlignment(Pos.CENTER);
    // One text over two lines where it needs them; the room for both is kept, and what a service
    // says at more length is whole on hover.
    var both = new TextFlow(head, sentence);
    both.setMinSize(0, 0);
    var clip = new Rectangle();
    clip.widthProperty().bind(both.widthProperty());
    clip.heightProperty().bind(both.heightProperty());
    both.setClip(clip);
    both.setPrefWidth(0);
    both.setMaxHeight(USE_PREF_SIZE);
    HBox.setHgrow(both, Priority.ALWAYS);
    Tooltip.install(both, hover);
    button.setText(tools.text("cache.effect.open"));
    button.setMinWidth(Button.USE_PREF_SIZE);
    Styles.styled(button, Styles.FLAT, Styles.COMPACT, "link");
    Styles.styled(this, "effect-strip");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(icon, both, button);
    showNothing(tools.text("cache.effect.reading"));
  }

  void show(Marks marks) {
    switch (marks.effect()) {
      case Effect.Told told -> show(told.mark(), words.sentence(told, marks.marks().size()));
      case Effect.Asked asked -> show(asked.mark(), words.sentence(asked, marks.marks().size()));
      case Effect.NotKnown unknown -> showNothing(words.sentence(unknown, marks.marks().size()));
    }
  }

  private void show(Mark mark, String told) {
    EntryKind kind = mark.kind();
    icon.getChildren().setAll(HistoryWords.icon(kind).view());
    icon.getStyleClass().setAll("mark-" + kind.word());
    head.setText(words.head(mark) + " ");
    sentence.setText(told);
    hover.setText(tools.text("cache.effect.hover", head.getText() + told));
    button.setVisible(true);
    button.setOnAction(_ -> actions.open(mark.entry().id()));
  }

  /** There is nothing to tell of, for a reason that is told. */
  void showNothing(String why) {
    icon.getChildren().setAll(Icon.INFO.view());
    icon.getStyleClass().setAll(Styles.QUIET);
    head.setText("");
    sentence.setText(why);
    hover.setText(why);
    button.setVisible(false);
  }
}
