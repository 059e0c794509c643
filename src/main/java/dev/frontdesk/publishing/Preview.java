package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.Invalidator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change would make stale, and what would be sent for it.
 *
 * @param stale in the order of the connection's routes
 */
public record Preview(List<StaleRoute> stale) {
  /**
   * CloudFront's price of a path, a wildcard or a tag beyond the first 1,000 of the month and
   * account, in USD (CloudFront pricing, "Invalidation requests").
   */
  public static final double USD_PER_PATH = 0.005;

  /** The most wildcards in progress for a distribution (CloudFront quotas). */
  private static final int MOST_WILDCARDS = 15;

  public Preview {
    stale = List.copyOf(stale);
  }

  /** Everything that is sent, each once. */
  public List<InvalidationItem> items() {
    Map<String, InvalidationItem> distinct = new LinkedHashMap<>();
    stale.stream()
        .flatMap(route -> route.items().stream())
        .forEach(item -> distinct.putIfAbsent(item.wire(), item));
    return List.copyOf(distinct.values());
  }

  /** What it costs in USD where this month's free paths are used up: the most it can cost. */
  public double costAtMostUsd() {
    return items().size() * USD_PER_PATH;
  }

  /** The items in batches that CloudFront takes, each with a reference of its own. */
  List<Batch> batches(String entryId) {
    List<Batch> batches = new ArrayList<>();
    List<String> wires = new ArrayList<>();
    int wildcards = 0;
    for (InvalidationItem item : items()) {
      boolean full = wires.size() == Invalidator.MOST_PATHS;
      if (full || (item.isWildcard() && wildcards == MOST_WILDCARDS)) {
        batches.add(batch(entryId, batches.size() + 1, 1, wires));
        wires = new ArrayList<>();
        wildcards = 0;
      }
      wires.add(item.wire());
      wildcards += item.isWildcard() ? 1 : 0;
    }
    if (!wires.isEmpty()) {
      batches.add(batch(entryId, batches.size() + 1, 1, wires));
    }
    return batches;
  }

  static Batch batch(String entryId, int number, int attempt, List<String> wires) {
    String reference = "frontdesk-%s-%d-%d".formatted(entryId, number, attempt);
    return new Batch(reference, wires, null, attempt, false);
  }
}
