package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.faults.Fault;
import dev.frontdesk.sandbox.faults.FaultPlan;
import dev.frontdesk.sandbox.faults.FaultPlan.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of {@code --faults}, and what is wrong with them in sentences for a person. */
final class FaultSpecification {
  /** The words of what the origin does; those of AWS's endpoints are the {@link Fault}s'. */
  static final String HOLD_GET = "hold-get";

  private static final List<String> KNOWN =
      List.of(
          "propagation",
          "ttl",
          Fault.THROTTLE.word(),
          Fault.ERROR.word(),
          Fault.DROP_REPLY.word(),
          Fault.RESET.word(),
          Fault.DELAY.word(),
          HOLD_GET,
          "readers",
          "seed");

  private static final Set<String> LATER = Set.of("deny", "skew", "edges");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  /** {@code 50..500ms}; a unit in front of the dots is for the first number alone. */
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,9})(ms|s|m|h)?\\.\\.(\\d{1,9})(ms|s|m|h)");

  private static final Pattern ODDS = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?|\\.\\d{1,9}");
  private static final Pattern RATE = Pattern.compile("(\\d{1,4}(\\.\\d{1,9})?)/s");

  /** One thread sends them all; more is the work of a load test. */
  private static final int MOST_READERS = 1_000;

  private static final Pattern SEED = Pattern.compile("-?\\d{1,18}");

  private FaultSpecification() {}

  static SandboxFaults parse(String specification) {
    var faults = SandboxFaults.NONE;
    if (specification.isBlank()) {
      return faults;
    }
    for (var part : specification.split(",", -1)) {
      int equals = part.indexOf('=');
      var word = (equals < 0 ? part : part.substring(0, equals)).strip();
      var value = equals < 0 ? "" : part.substring(equals + 1).strip();
      faults =
          switch (word) {
            case "propagation" -> faults.withPropagation(duration(word, value));
            case "ttl" -> faults.withTtl(wholeSeconds(word, value));
            case "throttle" -> faults.with(odds(faults.aws(), Fault.THROTTLE, value));
            case "error" -> faults.with(odds(faults.aws(), Fault.ERROR, value));
            case "drop-reply" -> faults.with(odds(faults.aws(), Fault.DROP_REPLY, value));
            case "reset" -> faults.with(odds(faults.aws(), Fault.RESET, value));
            case "delay" -> faults.with(faults.aws().with(pause(word, value)));
            case HOLD_GET -> faults.withHoldGet(duration(word, value));
            case "readers" -> faults.withReaders(rate(word, value));
            case "seed" -> faults.with(faults.aws().withSeed(seed(word, value)));
            default -> throw unknown(word);
          };
    }
    return faults;
  }

  private static FaultPlan odds(FaultPlan plan, Fault fault, String value) {
    double odd = ODDS.matcher(value).matches() ? Double.parseDouble(value) : -1;
    if (odd < 0 || odd > 1) {
      throw new IllegalArgumentException(
          "%s wants a probability from 0 to 1, such as 0.2, not '%s'."
              .formatted(fault.word(), value));
    }
    if (!plan.leaves(fault, odd)) {
      throw new IllegalArgumentException(
          "throttle, error, drop-reply and reset are at most 1 together: no request meets two of"
              + " them.");
    }
    return plan.with(fault, odd);
  }

  private static Pause pause(String word, String value) {
    var range = RANGE.matcher(value);
    if (range.matches()) {
      long most = duration(range, 3).toMillis();
      long least = of(range.group(1), range.group(range.group(2) == null ? 4 : 2)).toMillis();
      if (least <= most) {
        return new Pause(least, most);
      }
    }
    var single = DURATION.matcher(value);
    if (!single.matches()) {
      throw new IllegalArgumentException(
          "%s wants a duration such as 200ms, or the shorter and the longer of two such as 50..500ms, not '%s'."
              .formatted(word, value));
    }
    long millis = duration(single, 1).toMillis();
    return new Pause(millis, millis);
  }

  private static double rate(String word, String value) {
    var match = RATE.matcher(value);
    double rate = match.matches() ? Double.parseDouble(match.group(1)) : -1;
    if (rate < 0 || rate > MOST_READERS) {
      throw new IllegalArgumentException(
          "%s wants how many ask in a second, at most %d, such as 20/s, not '%s'."
              .formatted(word, MOST_READERS, value));
    }
    return rate;
  }

  private static long seed(String word, String value) {
    if (!SEED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s wants a whole number of at most 18 digits, not '%s'.".formatted(word, value));
    }
    return Long.parseLong(value);
  }

  private static Duration duration(String word, String value) {
    var match = DURATION.matcher(value);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "%s wants a duration such as 500ms, 2s, 5m or 24h, not '%s'.".formatted(word, value));
    }
    return duration(match, 1);
  }

  /**
   * @param group of the number; that of the unit is the next
   */
  private static Duration duration(Matcher match, int group) {
    return of(match.group(group), match.group(group + 1));
  }

  private static Duration of(String digits, String unit) {
    long number = Long.parseLong(digits);
    return switch (unit) {
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
            ? "The fault '%s' is not built yet.".formatted(word)
            : "There is no fault '%s'; known are %s.".formatted(word, String.join(", ", KNOWN)));
  }
}
