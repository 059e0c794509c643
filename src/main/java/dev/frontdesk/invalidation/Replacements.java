package dev.frontdesk.invalidation;

import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PurgeOffer.Replaced;
import dev.frontdesk.invalidation.PurgePlan.Line;
import dev.frontdesk.invalidation.PurgePlan.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what gives way to offers. A line of the text goes as a whole: what else is in it has to
 * be kept.
 *
 * @param <K> what tells offers apart
 */
final class Replacements<K> {
  private static final class Gathering {
    private final List<Integer> numbers = new ArrayList<>();
    private final List<InvalidationItem> items = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private int sent;
  }

  private final Function<InvalidationItem, @Nullable K> offer;
  private final Map<K, Gathering> gatherings = new LinkedHashMap<>();

  private Replacements(Collection<K> offers, Function<InvalidationItem, @Nullable K> offer) {
    this.offer = offer;
    offers.forEach(each -> gatherings.put(each, new Gathering()));
  }

  /**
   * What gives way to each offer.
   *
   * @param lines those of one number beside one another
   * @param offers in their order, which stays
   * @param offer to which of them, if to any, an item gives way, sent or covered
   */
  static <K> Map<K, Replaced> of(
      List<Line> lines, Collection<K> offers, Function<InvalidationItem, @Nullable K> offer) {
    if (offers.isEmpty()) {
      return Map.of();
    }
    var replacements = new Replacements<>(offers, offer);
    int from = 0;
    for (int to = 1; to <= lines.size(); to++) {
      if (to == lines.size() || number(lines.get(to)) != number(lines.get(from))) {
        replacements.take(lines.subList(from, to));
        from = to;
      }
    }
    var replaced = new LinkedHashMap<K, Replaced>();
    replacements.gatherings.forEach(
        (each, by) -> replaced.put(each, new Replaced(by.numbers, by.items, by.sent, by.kept)));
    return replaced;
  }

  private static int number(Line line) {
    return line.pasted().line();
  }

  /** What a thing is, whether it is sent itself or covered; null where it is wrong. */
  private static @Nullable InvalidationItem item(Line thing) {
    return thing.pasted().reading() instanceof Sendable(var item, _) ? item : null;
  }

  /** What is sent for the thing itself. */
  private static List<InvalidationItem> sent(Line thing) {
    return thing.fate() instanceof Sent(var items) ? items : List.of();
  }

  private @Nullable Gathering gathering(Line thing) {
    InvalidationItem item = item(thing);
    K to = item == null ? null : offer.apply(item);
    return to == null ? null : gatherings.get(to);
  }

  /**
   * @param things of one line
   */
  private void take(List<Line> things) {
    Set<Gathering> touched = new LinkedHashSet<>(0);
    for (Line thing : things) {
      Gathering by = gathering(thing);
      InvalidationItem item = item(thing);
      if (by != null && item != null) {
        List<InvalidationItem> sent = sent(thing);
        by.items.addAll(sent.isEmpty() ? List.of(item) : sent);
        by.sent += sent.size();
        touched.add(by);
      }
    }
    for (Gathering by : touched) {
      by.numbers.add(number(things.getFirst()));
      for (Line thing : things) {
        if (things.size() > 1 && gathering(thing) != by) {
          by.kept.add(PastedLine.word(thing.pasted().text()));
        }
      }
    }
  }
}
