package dev.frontdesk.files;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a roster's file tells of a member. */
enum Column {
  ID,
  EMAIL,
  NAME,
  ROLE;

  static final List<Column> NEEDED = List.of(EMAIL, NAME, ROLE);

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column that a header's cell names, in any case; null for none. */
  static @Nullable Column ofWord(String cell) {
    for (Column column : values()) {
      if (column.word().equals(cell.toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    return null;
  }
}
