package dev.frontdesk.cli;

import dev.frontdesk.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a command prints everything.
 *
 * @param in read only where an argument says so
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Texts texts) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  void line(String line) {
    out.println(line);
    out.flush();
  }

  /** The line of a bundle's key. */
  void say(String key, Object... arguments) {
    line(texts.text(key, arguments));
  }

  void json(Object document) {
    line(JSON.writeValueAsString(document));
  }

  /** Writes text. */
  interface Writing {
    void to(Writer out) throws IOException;
  }

  /** A document that is written a part at a time. */
  void write(Writing document) {
    try {
      Writer text = new OutputStreamWriter(out, out.charset());
      document.to(text);
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a print stream throws none
    }
  }

  /** Rows under a head, each column as wide as its widest cell. */
  void table(List<String> head, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(head));
    all.addAll(rows);
    int[] widths = new int[head.size()];
    for (List<String> row : all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], columns(row.get(i)));
      }
    }
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - columns(cell) + 2));
      }
      line(line.toString().stripTrailing());
    }
  }

  /** How many columns of a terminal a text takes: wide scripts take two, marks none. */
  private static int columns(String text) {
    return text.codePoints()
        .map(c ->
            switch (Character.getType(c)) {
              case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
              default -> isWide(c) ? 2 : 1;
            })
        .sum();
  }

  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
      default -> c >= 0xFF01 && c <= 0xFF60;
    };
  }
}
