package dev.frontdesk.sandbox.store.expression;

import java.util.List;

/** Paths of one expression must not touch the same or contradicting places. */
final class Overlaps {
  private Overlaps() {}

  static void refuse(List<Path> paths, Tokens tokens) {
    for (int i = 0; i < paths.size(); i++) {
      for (int j = i + 1; j < paths.size(); j++) {
        refuse(paths.get(i), paths.get(j), tokens);
      }
    }
  }

  private static void refuse(Path one, Path two, Tokens tokens) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < common; i++) {
      Path.Step a = one.steps().get(i);
      Path.Step b = two.steps().get(i);
      if (a.getClass() != b.getClass()) {
        throw fault("conflict", one, two, tokens);
      }
      if (!a.equals(b)) {
        return;
      }
    }
    throw fault("overlap", one, two, tokens);
  }

  private static RuntimeException fault(String how, Path one, Path two, Tokens tokens) {
    return tokens.error(
        "Two document paths %s with each other; must remove or rewrite one of these paths; path one: %s, path two: %s"
            .formatted(how, one, two));
  }
}
