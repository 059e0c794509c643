package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.Arrays;
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
    String[] all = stems.stream().map(Stem::text).toArray(String[]::new);
    var widest = new ArrayList<String>();
    for (int at : PathOrder.of(all)) {
      if (widest.isEmpty() || !all[at].startsWith(widest.getLast())) {
        widest.add(all[at]);
        values.add(stems.get(at).value);
      }
    }
    texts = widest.toArray(String[]::new);
  }

  /** What is known of the wildcard that matches the text; null where none does. */
  @Nullable V covering(String text) {
    if (texts.length == 0) {
      return null;
    }
    int found = Arrays.binarySearch(texts, text);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && text.startsWith(texts[at]) ? values.get(at) : null;
  }

  /** What is known of each, in the alphabet's order. */
  List<V> values() {
    return values;
  }

  /** The stem of a wildcard. */
  static String of(String wildcard) {
    return wildcard.substring(0, wildcard.length() - 1);
  }
}
