package dev.frontdesk.sandbox.store;

/** The rules for names of tables and indexes (DynamoDB Developer Guide, "Naming rules"). */
final class Names {
  static final String PATTERN = "[a-zA-Z0-9_.-]+";

  private static final int MIN = 3;
  private static final int MAX = 255;

  private Names() {}

  static boolean hasLength(String name) {
    return name.length() >= MIN && name.length() <= MAX;
  }

  static boolean hasLetters(String name) {
    return name.matches(PATTERN);
  }
}
