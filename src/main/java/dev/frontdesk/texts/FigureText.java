package dev.frontdesk.texts;

import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import java.util.Locale;

/** The cache's figures as a person reads them: few digits, with their unit. */
public record FigureText(Texts texts) {
  private static final int THOUSAND = 1_000;

  /**
   * Less than a twentieth of what there was is neither better nor worse: two ranges of the same
   * traffic differ by as much, and the figures are estimates. Of the hit ratio what counts is what
   * misses, for that is what the origin has to answer.
   */
  private static final double SLIGHT = 0.05;

  /** A whole point of hit ratio counts, however low it was: as after an invalidation. */
  private static final double ONE_POINT = 0.01;

  /** How far plain numbers are written out. */
  private static final double WRITTEN_OUT = 10_000;

  /**
   * A figure in three digits or so, with what it is counted in.
   *
   * @param unit empty for none
   * @param whole both in one piece
   */
  public record Amount(String number, String unit, String whole) {}

  /** Whether a figure has moved, and which way that is. */
  public enum Course {
    BETTER,
    WORSE,
    /** It has moved: by too little to matter, or nobody can say whether more is better. */
    MOVED,
    /** It has not moved by anything that is told. */
    SAME,
    /** There is nothing that it could be compared with. */
    NOT_COMPARED
  }

  /** How a figure has moved against the window before, in words that leave open what is better. */
  public record Change(String text, Course course) {
    /** Whether there is anything that it is compared with. */
    public boolean isCompared() {
      return course != Course.NOT_COMPARED;
    }
  }

  /**
   * Words on a change, and whether it is for the better: for those who see neither icon nor colour.
   */
  public String judged(Change change, String words) {
    return switch (change.course()) {
      case BETTER -> texts.text("figure.change.better", words);
      case WORSE -> texts.text("figure.change.worse", words);
      case MOVED, SAME, NOT_COMPARED -> words;
    };
  }

  /** What a metric is called. */
  public String name(Metric metric) {
    return texts.text("metric." + metric.name().toLowerCase(Locale.ROOT));
  }

  /** A value of a metric, in its own unit: 94.5 %, 1.78 M, 38.6 GB, 120 ms. */
  public Amount of(Metric metric, double value) {
    return switch (metric) {
      case HIT_RATIO -> amount(oneDigit(100 * value), "share");
      // Of what is rare, hundredths matter.
      case CLIENT_ERRORS, SERVER_ERRORS -> amount(twoDigits(100 * value), "share");
      case REQUESTS -> count(value);
      case BYTES_DOWNLOADED, BYTES_UPLOADED -> bytes(value);
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 -> amount(milliseconds(value), "milliseconds");
    };
  }

  /**
   * By how much a figure has changed against the window before, with its sign: a share in points, a
   * latency in milliseconds, a sum in percent of what it was, or that it was 0.
   */
  public Change change(Metric metric, Figure figure) {
    if (figure.change().isEmpty()) {
      return notCompared();
    }
    double risen = figure.change().getAsDouble();
    double before = figure.before().orElse(0);
    double size = Math.abs(risen);
    return switch (metric) {
      case HIT_RATIO -> {
        boolean slight = size < Math.min(ONE_POINT, SLIGHT * (1 - before));
        yield change(risen, oneDigit(100 * size), "points", slight ? 0 : 1);
      }
      case CLIENT_ERRORS, SERVER_ERRORS ->
          change(risen, twoDigits(100 * size), "points", size < SLIGHT * before ? 0 : -1);
      case ORIGIN_LATENCY_P50, ORIGIN_LATENCY_P90 ->
          change(risen, milliseconds(size), "milliseconds", size < SLIGHT * before ? 0 : -1);
      // Of zero nothing is a share, and all the same it is known.
      case REQUESTS, BYTES_DOWNLOADED, BYTES_UPLOADED ->
          before == 0 && risen != 0
              ? new Change(texts.text("figure.change.from-zero"), Course.MOVED)
              : change(risen, oneDigit(before == 0 ? 0 : 100 * size / before), "percent", 0);
    };
  }

  /**
   * A round value beside an axis.
   *
   * @param step between it and the next one
   */
  public String onAxis(double value, double step) {
    if (isWhole(step)) {
      return whole(value);
    }
    return isWhole(10 * step) ? oneDigit(value) : twoDigits(value);
  }

  private static boolean isWhole(double step) {
    return step >= 1 && Math.abs(step - Math.rint(step)) < 1e-6;
  }

  private Change notCompared() {
    return new Change(texts.text("figure.change.none"), Course.NOT_COMPARED);
  }

  /**
   * @param number without its sign
   * @param better 1 where more is better, -1 where less is, 0 where that is not to be said
   */
  private Change change(double risen, String number, String unit, int better) {
    if (number.chars().allMatch(each -> !Character.isDigit(each) || each == '0')) {
      return new Change(texts.text("figure.change.same"), Course.SAME);
    }
    String text = texts.text("figure.change." + unit, (risen > 0 ? "+" : "\u2212") + number);
    if (better == 0) {
      return new Change(text, Course.MOVED);
    }
    return new Change(text, better * risen > 0 ? Course.BETTER : Course.WORSE);
  }

  private Amount count(double count) {
    if (count < WRITTEN_OUT) {
      String number = whole(count);
      return new Amount(number, "", number);
    }
    int power = power(count, 3);
    return amount(threeDigits(count / Math.pow(THOUSAND, power)), "count-" + power);
  }

  /** By thousands. */
  private Amount bytes(double bytes) {
    int power = power(bytes, 5);
    double scaled = bytes / Math.pow(THOUSAND, power);
    return amount(power == 0 ? whole(scaled) : threeDigits(scaled), "bytes-" + power);
  }

  private Amount amount(String number, String unit) {
    String word = texts.text("figure.unit." + unit);
    return new Amount(number, word, texts.text("figure.with-unit", number, word));
  }

  /** The power of a thousand under which three digits remain, once they are rounded. */
  private static int power(double value, int most) {
    int power = 0;
    double left = value;
    while (power < most && left >= 999.5) {
      left /= THOUSAND;
      power++;
    }
    return power;
  }

  private String milliseconds(double value) {
    return value < 9.95 ? oneDigit(value) : whole(value);
  }

  private String threeDigits(double value) {
    if (value < 9.995) {
      return twoDigits(value);
    }
    return value < 99.95 ? oneDigit(value) : texts.text("figure.number.whole", value);
  }

  private String whole(double value) {
    return texts.text("number", Math.round(value));
  }

  /** With one digit behind the point. */
  private String oneDigit(double value) {
    return texts.text("figure.number.one", value);
  }

  private String twoDigits(double value) {
    return texts.text("figure.number.two", value);
  }
}
