package dev.frontdesk.texts;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import java.util.ArrayList;
import java.util.List;

/** What is to be said beside the figures of a reading. */
public final class MetricsText {
  private MetricsText() {}

  /** What stands in place of a figure that is not known. */
  public static String missing(Metric metric, MetricsReading reading, Texts texts) {
    return texts.text(reading.isOff(metric) ? "metrics.not-measured" : "metrics.no-data");
  }

  /** Why some of the figures are not there, each reason in a sentence; none where all are. */
  public static List<String> notices(MetricsReading reading, Texts texts) {
    List<String> notices = new ArrayList<>();
    switch (reading.additional()) {
      case ON -> {}
      // What was measured before they were turned off stands beside the sentence.
      case OFF ->
          notices.add(
              texts.text(
                  reading.series(Metric.HIT_RATIO).within(reading.window()).isEmpty()
                      ? "metrics.off"
                      : "metrics.off-since"));
      case NOT_KNOWN -> notices.add(texts.text("metrics.not-known"));
    }
    if (!reading.gaps().isEmpty()) {
      notices.add(texts.text("metrics.gaps", String.join(" ", reading.gaps())));
    }
    return notices;
  }
}
