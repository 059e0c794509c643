package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.math.BigDecimal;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Below the charts: what is made up, whose figures these are, and what reading them costs. */
final class CacheFoot extends HBox {
  private static final long READINGS_AN_HOUR = Duration.ofHours(1).dividedBy(CacheModel.REFRESH);

  private final boolean sandbox;
  private final Tools tools;
  private final Label madeUp = Ids.give("cache-made-up", Labels.muted(""));
  private final Label cost = Ids.give("cache-cost", Labels.muted(""));

  private final Tooltip hover = new Tooltip();

  CacheFoot(boolean sandbox, Tools tools) {
    super(16);
    this.sandbox = sandbox;
    this.tools = tools;
    madeUp.setMinWidth(0);
    Label whose = Ids.give("cache-whose", Labels.muted(tools.text("cache.whole")));
    whose.setMinWidth(USE_PREF_SIZE);
    cost.setMinWidth(0);
    // Before anything is known of it, what stands left of it ends flush.
    cost.managedProperty().bind(cost.textProperty().isNotEmpty());
    cost.setTooltip(hover);
    Styles.styled(this, "foot", "history-foot");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(madeUp, Labels.spring(), whose, cost);
  }

  void show(Seen seen, Asked asked) {
    MetricsReading reading = seen.reading();
    madeUp.setText(
        reading
            .madeUp()
            .map(before -> tools.text("metrics.made-up", tools.moments().minute(before, seen.at())))
            .orElse(""));
    BigDecimal hour = reading.costUsd().multiply(BigDecimal.valueOf(READINGS_AN_HOUR));
    String alone = sandbox ? tools.text("cache.cost-sandbox") : tools.text("cache.cost", hour);
    cost.setText(
        sandbox || asked.readings() == 0
            ? alone
            : tools.text("cache.cost-asked", hour, asked.readings(), asked.costUsd()));
    hover.setText(
        tools.text("cache.cost-hover", reading.metricsAsked(), asked.readings(), asked.costUsd()));
  }
}
