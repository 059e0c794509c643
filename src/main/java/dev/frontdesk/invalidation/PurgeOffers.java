package dev.frontdesk.invalidation;

import dev.frontdesk.invalidation.PurgePlan.Line;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import dev.frontdesk.invalidation.Stems.Stem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what may be offered in place of what is sent. */
final class PurgeOffers {
  private final List<Line> lines;
  private final PurgeCircumstances circumstances;

  /**
   * @param lines those of one number beside one another
   */
  PurgeOffers(List<Line> lines, PurgeCircumstances circumstances) {
    this.lines = lines;
    this.circumstances = circumstances;
  }

  /** At most three of a kind. */
  List<PurgeOffer> all() {
    var offers = new ArrayList<PurgeOffer>();
    offers.addAll(narrower());
    offers.addAll(wildcards());
    if (circumstances.distribution().takesTags()) {
      offers.addAll(tags());
    }
    return offers;
  }

  private List<PurgeOffer> narrower() {
    var parts =
        circumstances.routes().stream().map(route -> TemplateParts.of(route.path())).toList();
    var meant = new LinkedHashMap<InvalidationItem, List<CachePath>>();
    for (Line line : lines) {
      if (meant.size() < SharedStems.MOST
          && sent(line) instanceof CachePath path
          && path.isWildcard()) {
        List<CachePath> paths = meant(path, parts);
        if (!paths.isEmpty()) {
          meant.put(path, paths);
        }
      }
    }
    var offers = new ArrayList<PurgeOffer>();
    Replacements.of(lines, meant.keySet(), item -> item)
        .forEach((wildcard, by) ->
            offers.add(
                new PurgeOffer.Narrower(
                    (CachePath) wildcard, by, Objects.requireNonNull(meant.get(wildcard)))));
    return offers;
  }

  /** The known paths below a wildcard; none where it is that of everything. */
  private static List<CachePath> meant(CachePath wildcard, List<TemplateParts> routes) {
    String stem = Stems.of(wildcard.wire());
    var paths = new ArrayList<CachePath>();
    for (TemplateParts route : routes) {
      String path = stem.equals("/") || stem.indexOf('?') >= 0 ? null : route.completed(stem);
      if (path != null && CachePath.broken(path) == null) {
        paths.add(new CachePath(path));
      }
    }
    return paths.stream().distinct().toList();
  }

  private List<PurgeOffer> wildcards() {
    String[] paths =
        lines.stream()
            .map(PurgeOffers::sent)
            .filter(item -> item instanceof CachePath path && !path.isWildcard())
            .map(InvalidationItem::wire)
            .toArray(String[]::new);
    List<String> shared = new SharedStems(paths).find();
    var stems = new Stems<>(shared.stream().map(stem -> new Stem<>(stem, stem)).toList());
    var offers = new ArrayList<PurgeOffer>();
    Replacements.of(lines, shared, item -> stems.covering(text(item)))
        .forEach((stem, by) ->
            offers.add(new PurgeOffer.Wildcard(new CachePath(stem + "*"), by, by.sent() - 1)));
    return offers;
  }

  /** What a wildcard begins with; anything else as it is. */
  private static String text(InvalidationItem item) {
    return item.isWildcard() ? Stems.of(item.wire()) : item.wire();
  }

  private List<PurgeOffer> tags() {
    var routeTags = new RouteTags(circumstances.routes());
    var sentAlready = new HashSet<String>();
    var paths = new LinkedHashMap<String, Integer>();
    for (Line line : lines) {
      InvalidationItem item = sent(line);
      CacheTag carried = carried(item, routeTags);
      if (item instanceof CacheTag tag) {
        sentAlready.add(tag.key());
      } else if (carried != null) {
        paths.merge(carried.key(), 1, Integer::sum);
      }
    }
    // Of a tag that is sent already, one path is enough to spare something.
    paths.entrySet().removeIf(tag -> tag.getValue() < (sentAlready.contains(tag.getKey()) ? 1 : 2));
    List<String> best =
        paths.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(SharedStems.MOST)
            .map(Map.Entry::getKey)
            .toList();
    var replaced =
        Replacements.of(
            lines,
            best,
            item -> {
              CacheTag carried = carried(item, routeTags);
              return carried == null ? null : carried.key();
            });
    var offers = new ArrayList<PurgeOffer>();
    replaced.forEach((key, by) -> {
      CacheTag tag = carried(by.items().getFirst(), routeTags);
      int spares = by.sent() - (sentAlready.contains(key) ? 0 : 1);
      if (tag != null) {
        offers.add(new PurgeOffer.Tag(tag, by, spares, circumstances.routes()));
      }
    });
    return offers;
  }

  /** The tag of an item's path; wildcards over its variants have that as well, no others. */
  private static @Nullable CacheTag carried(@Nullable InvalidationItem item, RouteTags tags) {
    boolean onePath =
        item instanceof CachePath path && (!path.isWildcard() || path.wire().indexOf('?') >= 0);
    return item != null && onePath ? tags.of(item.wire()) : null;
  }

  /** What is sent for a thing itself, without its variants; null where it is covered or wrong. */
  private static @Nullable InvalidationItem sent(Line line) {
    return line.fate() instanceof Sent(var items) ? items.getFirst() : null;
  }
}
