package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stems of wildcards, none of which is the beginning of another; so the only one that can begin
 * a text is the last that is not behind it in the alphabet.
 *
 * @param <V> what is to be known of a wildcard
 */
final class Stems<V> {
  /** A wildcard without its star, and what is to be known of it. */
  record Stem<V>(String text, V value) {}

  private final String[] texts;
  private final List<V> values = new ArrayList<>();

  /** Of these the widest; of equal ones the first. */
  Stems(List<Stem<V>> stems) {
    List<Stem<V>> sorted = new ArrayList<>(stems);
    sorted.sort(Comparator.comparing(Stem::text));
    var widest = new ArrayList<String>();
    for (Stem<V> stem : sorted) {
      if (widest.isEmpty() || !stem.text.startsWith(widest.getLast())) {
        widest.add(stem.text);
        values.add(stem.value);
      }
    }
    texts = widest.toArray(String[]::new);
  }

  /** What is known of the wildcard that matches the text; null where none does. */
  @Nullable V covering(String text) {
    int found = Arrays.binarySearch(texts, text);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && text.startsWith(texts[at]) ? values.get(at) : null;
  }

  /** The stem of a wildcard. */
  static String of(String wildcard) {
    return wildcard.substring(0, wildcard.length() - 1);
  }
}
