package dev.frontdesk.settings.json;

import dev.frontdesk.settings.json.Node.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of the file while it is read. What is wrong with a field becomes a finding, and the
 * field a harmless value, so that all that is wrong is found in one go. Close it when all its
 * fields have been asked for: what nobody asked for is unknown.
 */
final class Section implements AutoCloseable {
  private final Node.Fields object;
  private final String path;
  private final Findings findings;
  private final Set<String> known = new LinkedHashSet<>();

  Section(Node.Fields object, String path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
  }

  /** The object of the file at {@code path}; an empty one, and a finding, for anything else. */
  static Section of(Node node, String path, Findings findings) {
    if (node instanceof Node.Fields object) {
      return new Section(object, path, findings);
    }
    findings.add("type-object", node.place(), path);
    return new Section(new Node.Fields(node.place()), path, findings);
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Where the field's value stands; where the object does for a field that is missing. */
  Place place(String name) {
    Node node = object.fields().get(name);
    return node == null ? object.place() : node.place();
  }

  /** Tells that a field's value breaks a rule. */
  void wrong(String rule, String name, String... values) {
    findings.add(rule, place(name), path(name), values);
  }

  boolean has(String name) {
    return object.fields().containsKey(name);
  }

  /** The field's value; null where it is missing, or null. */
  @Nullable Node optional(String name) {
    known.add(name);
    Node node = object.fields().get(name);
    return node instanceof Node.Nothing ? null : node;
  }

  private @Nullable Node required(String name) {
    Node node = optional(name);
    if (node == null) {
      findings.add("missing", place(name), path(name));
    }
    return node;
  }

  /** A text; null where it is missing. */
  @Nullable String optionalText(String name) {
    Node node = optional(name);
    return node == null ? null : text(name, node);
  }

  /** A text that may be neither missing nor blank. */
  String text(String name) {
    Node node = required(name);
    return node == null ? "" : text(name, node);
  }

  private String text(String name, Node node) {
    if (!(node instanceof Node.Text text)) {
      wrong("type-text", name);
      return "";
    }
    if (text.text().isBlank()) {
      wrong("blank", name);
    }
    return text.text();
  }

  /** A word of {@code words}; {@code otherwise} where it is missing, or null for none. */
  String word(String name, List<String> words, @Nullable String otherwise) {
    Node node = otherwise == null ? required(name) : optional(name);
    String fallback = otherwise == null ? words.getFirst() : otherwise;
    if (node == null) {
      return fallback;
    }
    if (node instanceof Node.Text text && words.contains(text.text())) {
      return text.text();
    }
    if (node instanceof Node.Text text) {
      wrong("word", name, text.text(), String.join(", ", words));
    } else {
      wrong("type-text", name);
    }
    return fallback;
  }

  /** False where it is missing. */
  boolean flag(String name) {
    Node node = optional(name);
    if (node == null || node instanceof Node.Flag) {
      return node instanceof Node.Flag flag && flag.flag();
    }
    wrong("type-flag", name);
    return false;
  }

  /** A whole number of at least 1; null where it is missing. */
  @Nullable Integer count(String name) {
    Node node = optional(name);
    if (node == null) {
      return null;
    }
    if (!(node instanceof Node.Numeric(_, BigDecimal number))) {
      wrong("type-number", name);
      return null;
    }
    try {
      int count = number.intValueExact();
      if (count >= 1) {
        return count;
      }
    } catch (ArithmeticException e) {
      // no whole number, or one too large: told below like one too small
    }
    wrong("count", name, number.toPlainString());
    return null;
  }

  Section section(String name) {
    Node node = required(name);
    // The missing object is told of; what would be in it is not told of as well.
    return node == null
        ? new Section(new Node.Fields(object.place()), path(name), new Findings(""))
        : of(node, path(name), findings);
  }

  /** Null where it is missing. */
  @Nullable Section optionalSection(String name) {
    Node node = optional(name);
    return node == null ? null : of(node, path(name), findings);
  }

  /** The items of a list; none where it is missing, which is told. */
  List<Node> items(String name) {
    Node node = required(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof Node.Items(_, List<Node> items)) {
      return items;
    }
    wrong("type-list", name);
    return List.of();
  }

  /** The objects of a list; none where it is missing, which is told. */
  List<Section> sections(String name) {
    List<Section> sections = new ArrayList<>();
    for (Node item : items(name)) {
      sections.add(of(item, path(name) + "[" + sections.size() + "]", findings));
    }
    return sections;
  }

  Findings findings() {
    return findings;
  }

  /** Tells of the fields that nobody asked for. */
  @Override
  public void close() {
    object
        .names()
        .forEach((name, place) -> {
          if (!known.contains(name)) {
            findings.add("unknown", place, path(name), name, Nearest.of(name, known));
          }
        });
  }
}
