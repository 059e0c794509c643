package dev.frontdesk.sandbox.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The header fields of a message, in their order; names compare in any case. */
record Fields(List<Field> list) {
  record Field(String name, String value) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  static final Fields NONE = new Fields(List.of());

  Fields {
    list = List.copyOf(list);
  }

  static Fields of(String... namesAndValues) {
    var list = new ArrayList<Field>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      list.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Fields(list);
  }

  static Fields of(Map<String, List<String>> lines) {
    var list = new ArrayList<Field>();
    lines.forEach((name, values) -> values.forEach(value -> list.add(new Field(name, value))));
    return new Fields(list);
  }

  /** The first value of that name, or null. */
  @Nullable String first(String name) {
    for (Field field : list) {
      if (field.is(name)) {
        return field.value;
      }
    }
    return null;
  }

  List<String> all(String name) {
    var values = new ArrayList<String>(1);
    for (Field field : list) {
      if (field.is(name)) {
        values.add(field.value);
      }
    }
    return values;
  }

  /** The members of a comma-separated list over all lines of that name, in lower case. */
  List<String> tokens(String name) {
    var tokens = new ArrayList<String>();
    for (String line : all(name)) {
      for (String token : line.split(",", -1)) {
        if (!token.isBlank()) {
          tokens.add(token.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return tokens;
  }

  Fields where(Predicate<Field> wanted) {
    return new Fields(list.stream().filter(wanted).toList());
  }

  /** These, but those names with the values given instead of any others. */
  Fields with(Fields others) {
    var all = new ArrayList<>(where(field -> others.first(field.name) == null).list);
    all.addAll(others.list);
    return new Fields(all);
  }

  /** Without what concerns one connection only (RFC 9110, 7.6.1). */
  Fields endToEnd() {
    var named = tokens("connection");
    return where(field -> {
      String name = field.name.toLowerCase(Locale.ROOT);
      return switch (name) {
        case "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade" ->
            false;
        default -> !named.contains(name);
      };
    });
  }

  /** About how many bytes they take. */
  long size() {
    long size = 0;
    for (Field field : list) {
      size += 64 + field.name.length() + field.value.length();
    }
    return size;
  }
}
