package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Behaviour;
import java.util.List;

/**
 * The smallest set of items that purges everything pasted, and what it costs. Pure: the same text
 * in the same circumstances gives the same plan.
 *
 * @param lines everything pasted, in its order, with what becomes of it
 * @param items what is sent, in the order of the lines; empty where there is nothing to send
 * @param targets what is purged, and by which items
 * @param offers other ways; none is taken unasked
 */
public record PurgePlan(
    PurgeCircumstances circumstances,
    List<Line> lines,
    List<InvalidationItem> items,
    List<Target> targets,
    List<PurgeOffer> offers) {
  /** One thing pasted, and its fate. */
  public record Line(PastedItem pasted, Fate fate) {}

  /** What becomes of one thing pasted. */
  public sealed interface Fate {}

  /**
   * It is sent.
   *
   * @param items more than one where its variants by query string are named too
   */
  public record Sent(List<InvalidationItem> items) implements Fate {
    public Sent {
      items = List.copyOf(items);
    }
  }

  /** Another line does its work. */
  public record CoveredBy(int line, InvalidationItem item) implements Fate {}

  /**
   * An invalidation in progress does its work.
   *
   * @param wire its item that does
   */
  public record InProgress(String invalidationId, String wire) implements Fate {}

  /** It is not sent: see {@link PastedItem.Wrong}. */
  public record NotSent() implements Fate {}

  /**
   * One answer, or set of answers, that is to get fresh.
   *
   * @param path what readers ask for; the item's own form where it is a wildcard or a tag, which
   *     stand for more than could be asked
   * @param items what purges it
   */
  public record Target(String path, List<InvalidationItem> items) {
    public Target {
      items = List.copyOf(items);
    }

    /** Whether it is one path, which a reader can ask for. */
    public boolean canBeProbed() {
      return InvalidationItem.isOnePath(path);
    }
  }

  /**
   * A behaviour that has objects among those purged.
   *
   * @param certain whether it has for sure: what a tag hits is known to the origin alone
   */
  public record Hit(Behaviour behaviour, boolean certain) {}

  public PurgePlan {
    lines = List.copyOf(lines);
    items = List.copyOf(items);
    targets = List.copyOf(targets);
    offers = List.copyOf(offers);
  }

  /** Plans. Pasted things that are wrong are left out and named. */
  public static PurgePlan of(List<PastedItem> pasted, PurgeCircumstances circumstances) {
    return new PurgePlanner(pasted, circumstances).plan();
  }

  /** How many of the items are wildcards. */
  public int wildcards() {
    return (int) items.stream().filter(InvalidationItem::isWildcard).count();
  }

  /**
   * What it costs in USD, given what this month's paths are known to be: the least. Other
   * distributions of the account may have used up the free ones.
   */
  public double costUsd() {
    long before = Math.max(0, circumstances.pathsThisMonth() - Price.FREE_PATHS);
    long after = Math.max(0, circumstances.pathsThisMonth() + items.size() - Price.FREE_PATHS);
    return Price.usd(after - before);
  }

  /** What it costs in USD where the free paths are used up. */
  public double costAtMostUsd() {
    return Price.usd(items.size());
  }

  /**
   * The behaviours that it hits, in matching order: of a path the first that matches it, of a
   * wildcard each that can be the first for a path that begins so, of a tag any.
   */
  public List<Hit> hits() {
    return new BehaviourHits(circumstances.distribution().behaviours()).of(items);
  }

  /**
   * Whether it empties the whole cache, or as good as: it has the wildcard of all paths, or one
   * that names no whole first segment (like {@code /p*}) and that hits every behaviour.
   */
  public boolean isEverything() {
    var hits = new BehaviourHits(circumstances.distribution().behaviours());
    return items.stream()
        .anyMatch(item -> {
          String stem = item.isWildcard() ? Stems.of(item.wire()) : "";
          return stem.equals("/")
              || (stem.lastIndexOf('/') == 0
                  && stem.indexOf('?') < 0
                  && hits.all((CachePath) item));
        });
  }

  /** Whether CloudFront has room for it now. */
  public boolean fitsQuota() {
    int paths = items.size() - wildcards();
    return circumstances.quota().paths() + paths <= QuotaUse.MOST_PATHS
        && circumstances.quota().wildcards() + wildcards() <= QuotaUse.MOST_WILDCARDS;
  }
}
