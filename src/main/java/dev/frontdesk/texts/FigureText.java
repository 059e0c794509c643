package dev.frontdesk.texts;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import java.text.NumberFormat;
import java.util.List;

/** The cache's figures as a person reads them: few digits, with their unit. */
public record FigureText(Texts texts) {
  /** Beside each other in a line of large figures. */
  public record Parts(String number, String unit) {
    /** In one piece. */
    public String whole() {
      return unit.isEmpty() ? number : number + " " + unit;
    }
  }

  private static final double THOUSAND = 1000;

  /** Below it a number is told to the last digit. */
  private static final double LARGE = 100_000;

  private static final List<String> COUNTS = List.of("", "k", "M", "G", "T");
  private static final List<String> BYTES = List.of("B", "kB", "MB", "GB", "TB", "PB");
  private static final double PERCENT = 100;

  /** Below it, in percent, two digits behind the point are worth telling. */
  private static final double FEW = 1;

  /** A value of a metric: 94.5 %, 1.78 M, 38.6 GB, 120 ms. */
  public Parts of(Metric metric, double value) {
    return switch (metric) {
      case REQUESTS ->
          Math.abs(value) < LARGE ? new Parts(number(value, 0), "") : scaled(value, COUNTS);
      case BYTES_DOWNLOADED, BYTES_UPLOADED -> scaled(value, BYTES);
      case HIT_RATIO, CLIENT_ERRORS, SERVER_ERRORS -> new Parts(percent(value), "%");
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 -> new Parts(number(value, digits(value)), "ms");
    };
  }

  /**
   * By how much a figure has changed against the window before, with its sign: a share in points, a
   * sum in percent of what it was. Empty where that is not known.
   */
  public String change(Metric metric, Figure figure) {
    if (figure.change().isEmpty()) {
      return "";
    }
    double change = figure.change().getAsDouble();
    return switch (metric) {
      case HIT_RATIO, CLIENT_ERRORS, SERVER_ERRORS ->
          texts.text("figure.points", signed(change, percent(Math.abs(change))));
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 ->
          signed(change, of(metric, Math.abs(change)).whole());
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED -> {
        double before = figure.before().orElseThrow();
        double share = Math.abs(change) / before;
        yield before == 0 ? "" : signed(change, percent(share) + " %");
      }
    };
  }

  private static String signed(double change, String size) {
    return (change < 0 ? "\u2212" : "+") + size;
  }

  private String percent(double share) {
    double percent = share * PERCENT;
    return number(percent, Math.abs(percent) < FEW ? 2 : 1);
  }

  private Parts scaled(double value, List<String> units) {
    double scaled = value;
    int unit = 0;
    while (Math.abs(scaled) >= THOUSAND - 0.5 && unit < units.size() - 1) {
      scaled /= THOUSAND;
      unit++;
    }
    return new Parts(number(scaled, unit == 0 ? 0 : digits(scaled)), units.get(unit));
  }

  /** So that three digits count. */
  private static int digits(double value) {
    double size = Math.abs(value);
    return size < 10 ? 2 : size < 100 ? 1 : 0;
  }

  private String number(double value, int digits) {
    var format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
