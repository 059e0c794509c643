package dev.frontdesk.ui.kit;

import dev.frontdesk.members.Project;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order in which people look for names. Safe for use by several threads. */
public final class NameOrder {
  private static final String STROKED = "ĐđŁłØøĦħŦŧ";
  private static final String UNSTROKED = "DdLlOoHhTt";

  private final Collator collator;

  public NameOrder(Locale locale) {
    this.collator = Collator.getInstance(locale);
  }

  /** What a name is sorted by; of one order alone can two keys be compared. */
  public CollationKey key(String name) {
    synchronized (collator) {
      return collator.getCollationKey(plain(name));
    }
  }

  /** Projects by name, those of one name by their ids. */
  public List<Project> projects(List<Project> projects) {
    record Named(Project project, CollationKey key) {}
    return projects.stream()
        .map(each -> new Named(each, key(each.name())))
        .sorted(Comparator.comparing(Named::key).thenComparing(named -> named.project().id()))
        .map(Named::project)
        .toList();
  }

  /**
   * Letters with a stroke have no decomposition, so that a collator puts them behind Z; people look
   * for them beside the letter without it.
   */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name);
    for (int i = 0; i < plain.length(); i++) {
      int at = STROKED.indexOf(plain.charAt(i));
      if (at >= 0) {
        plain.setCharAt(i, UNSTROKED.charAt(at));
      }
    }
    return plain.toString();
  }
}
