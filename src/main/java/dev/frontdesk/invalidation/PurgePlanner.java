package dev.frontdesk.invalidation;

import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PurgePlan.CoveredBy;
import dev.frontdesk.invalidation.PurgePlan.Fate;
import dev.frontdesk.invalidation.PurgePlan.InProgress;
import dev.frontdesk.invalidation.PurgePlan.Line;
import dev.frontdesk.invalidation.PurgePlan.NotSent;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import dev.frontdesk.invalidation.PurgePlan.Target;
import dev.frontdesk.invalidation.Stems.Stem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each thing pasted. Each is looked up among the wildcards by search, and
 * never compared with all of them: a million take no longer than it takes to sort them.
 */
final class PurgePlanner {
  private static final Fate NOT_SENT = new NotSent();

  private final List<PastedItem> pasted;
  private final PurgeCircumstances circumstances;
  private final QueryKeys keys;

  /** Where each distinct item was pasted first. */
  private final Map<String, Integer> firsts;

  /** The same for each thing pasted. */
  private final int[] first;

  /** The wildcards in progress. */
  private final Stems<InProgress> inProgress;

  /** The wildcards pasted that are sent, by where they were pasted. */
  private final Stems<Integer> wildcards;

  private final @Nullable Fate[] fates;

  PurgePlanner(List<PastedItem> pasted, PurgeCircumstances circumstances) {
    this.pasted = pasted;
    this.circumstances = circumstances;
    this.keys = new QueryKeys(circumstances.distribution().behaviours());
    this.firsts = HashMap.newHashMap(pasted.size());
    this.first = new int[pasted.size()];
    this.fates = new Fate[pasted.size()];
    this.inProgress = inProgress(circumstances.quota());
    for (int i = 0; i < pasted.size(); i++) {
      if (pasted.get(i).reading() instanceof Sendable(var item, _)) {
        Integer earlier = firsts.putIfAbsent(key(item), i);
        first[i] = earlier == null ? i : earlier;
      }
    }
    this.wildcards = wildcards();
    for (int at : wildcards.values()) {
      fates[at] = new Sent(List.of(item(at)));
    }
  }

  private static String key(InvalidationItem item) {
    return item instanceof CacheTag tag ? "#" + tag.key() : item.wire();
  }

  private static Stems<InProgress> inProgress(QuotaUse quota) {
    var stems = new ArrayList<Stem<InProgress>>();
    for (Invalidation invalidation : quota.inProgress()) {
      for (String wire : invalidation.items()) {
        // What breaks a rule of paths is none of CloudFront's, and matches nothing.
        if (wire.endsWith("*") && CachePath.broken(wire) == null) {
          stems.add(new Stem<>(Stems.of(wire), new InProgress(invalidation.id(), wire)));
        }
      }
    }
    return new Stems<>(stems);
  }

  private Stems<Integer> wildcards() {
    var stems = new ArrayList<Stem<Integer>>();
    for (int i = 0; i < fates.length; i++) {
      if (pasted.get(i).reading() instanceof Sendable(var item, _) && item.isWildcard()) {
        String stem = Stems.of(item.wire());
        if (inProgress.covering(stem) == null && withVariants(stem) == null) {
          stems.add(new Stem<>(stem, i));
        }
      }
    }
    return new Stems<>(stems);
  }

  /** Where the path was pasted whose variants, one of which or all are meant, go with it. */
  private @Nullable Integer withVariants(String text) {
    int question = text.indexOf('?');
    if (question < 0) {
      return null;
    }
    String path = text.substring(0, question);
    return namesVariants(path) ? firsts.get(path) : null;
  }

  /** Whether a path has variants that have to be named. */
  private boolean namesVariants(String path) {
    // Of a path so long that they cannot be named, only the path itself is purged.
    return keys.vary(path)
        && path.length() + 2 <= CachePath.LONGEST
        && inProgress.covering(path + "?") == null;
  }

  PurgePlan plan() {
    var lines = new ArrayList<Line>(fates.length);
    var items = new ArrayList<InvalidationItem>();
    var targets = new ArrayList<Target>();
    for (int i = 0; i < fates.length; i++) {
      PastedItem one = pasted.get(i);
      if (!(one.reading() instanceof Sendable(var item, _))) {
        lines.add(new Line(one, NOT_SENT));
        continue;
      }
      Fate fate = fate(i);
      lines.add(new Line(one, fate));
      if (fate instanceof Sent(var sent)) {
        items.addAll(sent);
        targets.add(new Target(item.wire(), sent));
      } else if (fate instanceof CoveredBy covered && first[i] == i) {
        targets.add(new Target(item.wire(), purging(covered)));
      }
    }
    return new PurgePlan(
        circumstances, lines, items, targets, new PurgeOffers(lines, circumstances).all());
  }

  private final Map<InvalidationItem, List<InvalidationItem>> lists = new HashMap<>();

  /** One list for all that one wildcard covers. */
  private List<InvalidationItem> purging(CoveredBy covered) {
    return lists.computeIfAbsent(covered.item(), List::of);
  }

  private Fate fate(int at) {
    Fate known = fates[at];
    if (known == null) {
      known = decided(at);
      fates[at] = known;
    }
    return known;
  }

  private Fate decided(int at) {
    InvalidationItem item = item(at);
    if (first[at] < at) {
      Fate fate = fate(first[at]);
      return fate instanceof Sent(var sent) ? coveredBy(first[at], sent.getFirst()) : fate;
    }
    if (!(item instanceof CachePath path)) {
      return new Sent(List.of(item));
    }
    String text = path.isWildcard() ? Stems.of(path.wire()) : path.wire();
    Integer wildcard = wildcards.covering(text);
    if (wildcard != null) {
      // A wildcard of its own is surely later than the change at the origin; one in progress may
      // not be.
      return coveredBy(wildcard);
    }
    InProgress running = inProgress.covering(text);
    if (running != null) {
      return running;
    }
    Integer owner = withVariants(text);
    if (owner != null && fate(owner) instanceof Sent(var sent)) {
      return coveredBy(owner, sent.getLast());
    }
    boolean variants = text.indexOf('?') < 0 && namesVariants(text);
    return new Sent(variants ? List.of(path, new CachePath(text + "?*")) : List.of(path));
  }

  private final Map<Integer, CoveredBy> covers = new HashMap<>();

  /** One fate for all that one wildcard covers. */
  private CoveredBy coveredBy(int wildcard) {
    return covers.computeIfAbsent(wildcard, at -> coveredBy(at, item(at)));
  }

  private InvalidationItem item(int at) {
    return ((Sendable) pasted.get(at).reading()).item();
  }

  private CoveredBy coveredBy(int at, InvalidationItem item) {
    return new CoveredBy(pasted.get(at).line(), item);
  }
}
