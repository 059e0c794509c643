package dev.frontdesk.ui.kit;

import dev.frontdesk.texts.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times and durations as people read them: in their zone, in their language. */
public final class Moments {
  private final Texts texts;
  private final ZoneId zone;
  private final DateTimeFormatter minutes;
  private final DateTimeFormatter seconds;
  private final DateTimeFormatter millis;
  private final DateTimeFormatter whole;
  private final DateTimeFormatter date;
  private final DateTimeFormatter dayAndMonth;

  public Moments(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
    this.minutes = pattern("HH:mm");
    this.seconds = pattern("HH:mm:ss");
    this.millis = pattern("HH:mm:ss.SSS");
    this.whole = pattern("yyyy-MM-dd HH:mm:ss.SSS xxx");
    this.date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(texts.locale())
            .withZone(zone);
    this.dayAndMonth =
        DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(texts.locale()).withZone(zone);
  }

  private DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, texts.locale()).withZone(zone);
  }

  /** The zone of people's clocks. */
  public ZoneId zone() {
    return zone;
  }

  /** {@code 14:02}. */
  public String minute(Instant at) {
    return minutes.format(at);
  }

  /** {@code Nov 22}. */
  public String dayAndMonth(Instant at) {
    return dayAndMonth.format(at);
  }

  /** {@code 14:02} on the day of {@code now}, else with the day before it. */
  public String minute(Instant at, Instant now) {
    return dayOf(at).equals(dayOf(now))
        ? minute(at)
        : texts.text("day.minute", dayAndMonth(at), minute(at));
  }

  /** {@code 14:02:11}. */
  public String time(Instant at) {
    return seconds.format(at);
  }

  /** {@code 14:02:11.204}. */
  public String exactTime(Instant at) {
    return millis.format(at);
  }

  /** Everything: for the hover. */
  public String exact(Instant at) {
    return whole.format(at);
  }

  /** Which day it was: a key that days are told apart by. */
  public LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** Today, yesterday, or the date in words. */
  public String day(LocalDate day, Instant now) {
    LocalDate today = dayOf(now);
    if (day.equals(today)) {
      return texts.text("day.today");
    }
    return day.equals(today.minusDays(1))
        ? texts.text("day.yesterday")
        : date.format(day.atStartOfDay(zone));
  }

  /** How long ago, in the largest unit that says something; the future counts as now. */
  public String ago(Instant at, Instant now) {
    long passed = Math.max(0, Duration.between(at, now).toSeconds());
    if (passed < 60) {
      return texts.text("ago.seconds", passed);
    }
    if (passed < 3_600) {
      return texts.text("ago.minutes", passed / 60);
    }
    return passed < 86_400
        ? texts.text("ago.hours", passed / 3_600)
        : texts.text("ago.days", passed / 86_400);
  }

  /** A length of time: {@code 14.9 s}, {@code 2 min 5 s}, {@code 23 h 59 min}. */
  public String length(Duration length) {
    long tenths = Math.round(length.toMillis() / 100.0);
    if (tenths < 600) {
      return texts.text("length.seconds", tenths / 10.0);
    }
    long whole = length.toSeconds();
    if (whole < 3_600) {
      return texts.text("length.minutes", whole / 60, whole % 60);
    }
    return texts.text("length.hours", whole / 3_600, whole % 3_600 / 60);
  }
}
