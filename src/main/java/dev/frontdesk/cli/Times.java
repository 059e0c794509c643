package dev.frontdesk.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as a person types them. */
final class Times {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Times() {}

  /** A moment as the clock on this machine's wall has it. */
  static String local(Instant moment) {
    return LOCAL.format(moment.atZone(ZoneId.systemDefault()));
  }

  /** A length: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 2h}, {@code 7d}. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
      if (!length.matches()) {
        throw new TypeConversionException(text + " is no length of time; write 90s, 10m or 2h");
      }
      long number = Long.parseLong(length.group(1));
      return switch (length.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> Duration.ofDays(number);
      };
    }
  }

  /** A moment: an ISO time or date, or a length back from now. */
  static final class Moment implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      if (LENGTH.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
        return InstantSource.system().instant().minus(new Length().convert(text));
      }
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            text + " is no moment; write 2026-04-01, 2026-04-01T08:00:00Z or 7d");
      }
    }
  }
}
