package dev.frontdesk.invalidation;

import dev.frontdesk.invalidation.PurgeOffer.Replaced;
import dev.frontdesk.invalidation.PurgePlan.Line;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import dev.frontdesk.invalidation.Stems.Stem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    replaced(meant.keySet(), item -> item)
        .forEach((wildcard, by) ->
            offers.add(new PurgeOffer.Narrower((CachePath) wildcard, by, meant.get(wildcard))));
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
    Arrays.sort(paths);
    List<String> shared = new SharedStems(paths).find();
    var stems = new Stems<>(shared.stream().map(stem -> new Stem<>(stem, stem)).toList());
    var offers = new ArrayList<PurgeOffer>();
    replaced(shared, item -> stems.covering(text(item)))
        .forEach((stem, by) ->
            offers.add(
                new PurgeOffer.Wildcard(new CachePath(stem + "*"), by, by.items().size() - 1)));
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
        replaced(
            best,
            item -> {
              CacheTag carried = carried(item, routeTags);
              return carried == null ? null : carried.key();
            });
    var offers = new ArrayList<PurgeOffer>();
    replaced.forEach((key, by) -> {
      CacheTag tag = carried(by.items().getFirst(), routeTags);
      int spares = by.items().size() - (sentAlready.contains(key) ? 0 : 1);
      if (tag != null) {
        offers.add(new PurgeOffer.Tag(tag, by, spares, circumstances.routes()));
      }
    });
    return offers;
  }

  private static @Nullable CacheTag carried(@Nullable InvalidationItem item, RouteTags tags) {
    return item instanceof CachePath path && !path.isWildcard() ? tags.of(path.wire()) : null;
  }

  /** The item of a line, where it is sent and not covered. */
  private static @Nullable InvalidationItem sent(Line line) {
    return line.fate() instanceof Sent(var items) ? items.getFirst() : null;
  }

  /** Gathers what gives way to an offer. */
  private static final class Gathering {
    private final List<Integer> numbers = new ArrayList<>();
    private final List<InvalidationItem> items = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    Replaced replaced() {
      return new Replaced(numbers, items, kept);
    }
  }

  /**
   * What gives way to each offer.
   *
   * @param offers by what is to tell them apart, in their order
   * @param offer to which of them, if to any, a sent item gives way
   */
  private <K> Map<K, Replaced> replaced(
      Collection<K> offers, Function<InvalidationItem, @Nullable K> offer) {
    var gatherings = new LinkedHashMap<K, Gathering>();
    offers.forEach(each -> gatherings.put(each, new Gathering()));
    int from = 0;
    while (!offers.isEmpty() && from < lines.size()) {
      int to = from + 1;
      while (to < lines.size() && number(to) == number(from)) {
        to++;
      }
      gather(lines.subList(from, to), offer, gatherings);
      from = to;
    }
    var replaced = new LinkedHashMap<K, Replaced>();
    gatherings.forEach((each, gathering) -> replaced.put(each, gathering.replaced()));
    return replaced;
  }

  private int number(int at) {
    return lines.get(at).pasted().line();
  }

  /** Of one line of the text, which goes as a whole: what is not replaced in it has to be kept. */
  private static <K> void gather(
      List<Line> things,
      Function<InvalidationItem, @Nullable K> offer,
      Map<K, Gathering> gatherings) {
    var touched = new LinkedHashSet<Gathering>();
    var goes = new ArrayList<@Nullable Gathering>();
    for (Line thing : things) {
      InvalidationItem item = sent(thing);
      K to = item == null ? null : offer.apply(item);
      Gathering gathering = to == null ? null : gatherings.get(to);
      goes.add(gathering);
      if (gathering != null) {
        touched.add(gathering);
      }
    }
    for (Gathering gathering : touched) {
      gathering.numbers.add(things.getFirst().pasted().line());
      for (int i = 0; i < things.size(); i++) {
        Line thing = things.get(i);
        if (goes.get(i) == gathering && thing.fate() instanceof Sent(var items)) {
          gathering.items.addAll(items);
        } else {
          gathering.kept.add(PastedLine.word(thing.pasted().text()));
        }
      }
    }
  }
}
