package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;

/**
 * How a figure has moved against the range before, in words.
 *
 * @param tone a style class; quiet where nobody can say whether more is better
 * @param compared whether there is anything that it is compared with
 */
record Change(String text, String tone, boolean compared) {
  static Change of(Metric metric, Figure figure, Tools tools) {
    if (figure.change().isEmpty()) {
      return new Change(tools.text("cache.change.none"), Styles.QUIET, false);
    }
    double risen = figure.change().getAsDouble();
    return switch (metric) {
      case HIT_RATIO -> points(risen, "cache.number.share", 1, tools);
      case CLIENT_ERRORS, SERVER_ERRORS -> points(risen, "cache.number.small-share", -1, tools);
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 -> {
        String number = tools.text("number", Math.round(Math.abs(risen)));
        yield change(risen, number, "cache.change.milliseconds", -1, tools);
      }
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED -> percent(risen, figure, tools);
    };
  }

  private static Change points(double risen, String format, int better, Tools tools) {
    String number = tools.text(format, 100 * Math.abs(risen));
    return change(risen, number, "cache.change.points", better, tools);
  }

  private static Change percent(double risen, Figure figure, Tools tools) {
    double before = figure.before().orElse(0);
    if (before == 0) {
      return risen == 0
          ? new Change(tools.text("cache.change.same"), Styles.QUIET, true)
          : new Change(tools.text("cache.change.none"), Styles.QUIET, false);
    }
    String number = tools.text("cache.number.share", 100 * Math.abs(risen) / before);
    return change(risen, number, "cache.change.percent", 0, tools);
  }

  /**
   * @param number without its sign
   * @param better 1 where more is better, -1 where less is, 0 where nobody can say
   */
  private static Change change(double risen, String number, String key, int better, Tools tools) {
    if (number.chars().allMatch(each -> !Character.isDigit(each) || each == '0')) {
      return new Change(tools.text("cache.change.same"), Styles.QUIET, true);
    }
    String signed = (risen > 0 ? "+" : "−") + number;
    String tone = better == 0 ? Styles.QUIET : better * risen > 0 ? Styles.DONE : Styles.ATTENTION;
    return new Change(tools.text(key, signed), tone, true);
  }
}
