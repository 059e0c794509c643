package dev.frontdesk.ui.kit;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Gives nodes their ids: tests and people's tools find controls by them, so each occurs once. */
public final class Ids {
  private static final Object GIVEN = new Object();

  private Ids() {}

  /** The same node, with the id. */
  public static <N extends Node> N give(String id, N node) {
    node.setId(id);
    node.getProperties().put(GIVEN, id);
    return node;
  }

  /** The ids that were given to more than one node below {@code root}; a mistake in a page. */
  public static Set<String> duplicates(Parent root) {
    Set<String> duplicates = new TreeSet<>();
    collect(root, new HashSet<>(), duplicates);
    return duplicates;
  }

  private static void collect(Node node, Set<String> seen, Set<String> duplicates) {
    if (node.hasProperties()
        && node.getProperties().get(GIVEN) instanceof String id
        && !seen.add(id)) {
      duplicates.add(id);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, seen, duplicates));
    }
  }
}
