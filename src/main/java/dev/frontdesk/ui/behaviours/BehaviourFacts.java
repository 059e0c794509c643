package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Below the table: what holds for the whole distribution, and the rest of the chosen behaviour. */
final class BehaviourFacts extends VBox {
  private static final double TWO_LINES = 32;

  /** Two lines: less moves once the distribution is known. */
  private static final String ROOM = "\n";

  private final Tools tools;
  private final CachingText words;
  private final Label whole = Ids.give("behaviour-distribution", Labels.muted(""));
  private final Label chosen = Ids.give("behaviour-chosen", Labels.muted(""));

  BehaviourFacts(Tools tools) {
    this.tools = tools;
    this.words = new CachingText(tools.texts());
    whole.setMinHeight(USE_PREF_SIZE);
    whole.setWrapText(true);
    whole.setAlignment(Pos.TOP_LEFT);
    chosen.setMinHeight(TWO_LINES);
    chosen.setMaxHeight(TWO_LINES);
    chosen.setWrapText(true);
    chosen.setAlignment(Pos.TOP_LEFT);
    whole.setMinWidth(0);
    chosen.setMinWidth(0);
    setMinHeight(USE_PREF_SIZE);
    Styles.styled(this, "behaviour-facts");
    getChildren().addAll(whole, chosen);
  }

  void show(Optional<Distribution> distribution, Optional<Behaviour> behaviour) {
    whole.setText(
        distribution.map(told -> words.errors(told) + " " + words.tags(told)).orElse(ROOM));
    chosen.setText(distribution.flatMap(of -> behaviour.map(one -> about(one, of))).orElse(""));
    chosen.setTooltip(new Tooltip(chosen.getText()));
  }

  private String about(Behaviour behaviour, Distribution distribution) {
    Delivery delivery = behaviour.delivery();
    String domain = distribution.origins().get(delivery.originId());
    return tools.text(
            "behaviours.chosen",
            behaviour.pathPattern(),
            domain == null ? delivery.originId() : delivery.originId() + " (" + domain + ")")
        + " "
        + tools.text(
            "behaviours.methods",
            delivery.allowedMethods().equals(Delivery.METHODS)
                ? tools.text("behaviours.all-methods")
                : String.join(", ", delivery.allowedMethods()),
            String.join(", ", delivery.cachedMethods()))
        + " "
        + tools.text(delivery.compresses() ? "behaviours.compressed" : "behaviours.uncompressed")
        + " "
        + tools.text("authorization." + behaviour.authorization().name().toLowerCase(Locale.ROOT));
  }
}
