package dev.frontdesk.sandbox.faults;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which faults are to hit, and how often.
 *
 * @param odds the share of the requests that each hits, 0 to 1 and at most 1 together, since no
 *     request meets two; {@link Fault#DELAY} has none, it goes by the pause
 * @param pause how long each request waits before it is looked at; null for not at all
 * @param seed of what is drawn; null for one that nobody knows before
 */
public record FaultPlan(Map<Fault, Double> odds, @Nullable Pause pause, @Nullable Long seed) {
  /** Nothing goes wrong. */
  public static final FaultPlan NONE = new FaultPlan(Map.of(), null, null);

  /** What tenths lose in binary: 0.7, 0.2 and 0.1 are more than 1 together. */
  private static final double ROUNDING = 1e-9;

  /** Any time between two, in milliseconds, both included. */
  public record Pause(long least, long most) {
    public Pause {
      if (least < 0 || most < least) {
        throw new IllegalArgumentException("no pause: %d..%d ms".formatted(least, most));
      }
    }
  }

  public FaultPlan {
    odds = Map.copyOf(odds);
    if (odds.containsKey(Fault.DELAY)
        || odds.values().stream().anyMatch(odd -> !(odd >= 0 && odd <= 1))
        || together(odds) > 1 + ROUNDING) {
      throw new IllegalArgumentException("no odds: " + odds);
    }
  }

  /** The share of the requests that any fault but a delay hits. */
  static double together(Map<Fault, Double> odds) {
    return odds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Whether a fault more, at these odds, leaves requests for all of them. */
  public boolean leaves(Fault fault, double odd) {
    var more = new EnumMap<>(Map.of(fault, odd));
    odds.forEach(more::putIfAbsent);
    return together(more) <= 1 + ROUNDING;
  }

  public FaultPlan with(Fault fault, double odd) {
    var more = new EnumMap<>(Map.of(fault, odd));
    odds.forEach(more::putIfAbsent);
    return new FaultPlan(more, pause, seed);
  }

  public FaultPlan with(Pause other) {
    return new FaultPlan(odds, other, seed);
  }

  public FaultPlan withSeed(long other) {
    return new FaultPlan(odds, pause, other);
  }

  /** Whether this can hit at all, and so is worth counting. */
  boolean has(Fault fault) {
    return fault == Fault.DELAY ? pause != null : odds.containsKey(fault);
  }

  boolean isNone() {
    return odds.isEmpty() && pause == null;
  }
}
