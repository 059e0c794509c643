package dev.frontdesk.files;

/**
 * What stands in a cell. A spreadsheet takes a cell that begins with one of a few characters for a
 * formula and runs it, whoever wrote it; an apostrophe in front makes it a text (OWASP, "CSV
 * Injection").
 */
final class Cell {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Cell() {}

  /** The text as it is written. One apostrophe more where there are some, so that none is lost. */
  static String guarded(String text) {
    return isFormulaBehindApostrophes(text) ? "'" + text : text;
  }

  /** The text that is meant: without spaces around it, and without the guard. */
  static String read(String cell) {
    String text = stripped(cell);
    return text.startsWith("'") && isFormulaBehindApostrophes(text) ? text.substring(1) : text;
  }

  private static boolean isFormulaBehindApostrophes(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\'') {
      start++;
    }
    return start < text.length() && FORMULA_STARTS.indexOf(text.charAt(start)) >= 0;
  }

  /** Without spaces at its ends, the unbreakable ones of web pages and documents included. */
  private static String stripped(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isSpace(cell.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
