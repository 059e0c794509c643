package dev.frontdesk.sandbox;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the sandbox is to differ from its quiet self.
 *
 * @param propagation from an invalidation's creation to its effect at the edge
 * @param ttl the origin's s-maxage, in whole seconds
 */
public record SandboxFaults(Duration propagation, Duration ttl) {
  /** Short enough to watch; CloudFront's own takes 10 to 20 s. A day's TTL, as in the question. */
  public static final SandboxFaults NONE =
      new SandboxFaults(Duration.ofSeconds(3), Duration.ofDays(1));

  private static final Set<String> LATER =
      Set.of(
          "throttle",
          "error",
          "drop-reply",
          "reset",
          "delay",
          "deny",
          "skew",
          "hold-get",
          "edges",
          "readers",
          "seed");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  public SandboxFaults {
    if (propagation.isNegative() || ttl.isNegative() || ttl.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "propagation and ttl are not negative, and ttl is in whole seconds: %s, %s"
              .formatted(propagation, ttl));
    }
  }

  /**
   * Reads a specification as {@code --faults} takes it: {@code propagation=2s,ttl=86400s}.
   *
   * @throws IllegalArgumentException with a sentence for a person
   */
  public static SandboxFaults parse(String specification) {
    var faults = NONE;
    if (specification.isBlank()) {
      return faults;
    }
    for (var part : specification.split(",", -1)) {
      int equals = part.indexOf('=');
      var word = (equals < 0 ? part : part.substring(0, equals)).strip();
      var value = equals < 0 ? "" : part.substring(equals + 1).strip();
      faults =
          switch (word) {
            case "propagation" -> new SandboxFaults(duration(word, value), faults.ttl);
            case "ttl" -> new SandboxFaults(faults.propagation, wholeSeconds(word, value));
            default -> throw unknown(word);
          };
    }
    return faults;
  }

  private static Duration duration(String word, String value) {
    var match = DURATION.matcher(value);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "%s wants a duration such as 500ms, 2s, 5m or 24h, not '%s'.".formatted(word, value));
    }
    long number = Long.parseLong(match.group(1));
    return switch (match.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private static Duration wholeSeconds(String word, String value) {
    var duration = duration(word, value);
    if (duration.toNanosPart() != 0) {
      throw new IllegalArgumentException(
          "%s is counted in whole seconds by HTTP; '%s' is not.".formatted(word, value));
    }
    return duration;
  }

  private static IllegalArgumentException unknown(String word) {
    return new IllegalArgumentException(
        LATER.contains(word)
            ? "The fault '%s' is not built yet; propagation and ttl are.".formatted(word)
            : "There is no fault '%s'; known are propagation and ttl.".formatted(word));
  }
}
