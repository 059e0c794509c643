package dev.frontdesk.settings.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The word that was probably meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The word with the fewest letters to change.
   *
   * @param words at least one
   */
  static String of(String typed, Collection<String> words) {
    return words.stream()
        .min(Comparator.comparingInt(word -> distance(key(typed), key(word))))
        .orElseThrow();
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Levenshtein's: insertions, removals and replacements of single characters. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
