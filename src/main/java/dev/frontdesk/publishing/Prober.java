package dev.frontdesk.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one path at the edge and at the origin, as a reader would. Blocks. */
public interface Prober {
  /** Whether edge and origin both have an address; without, nothing can be proved. */
  boolean canProbe();

  /**
   * What the edge answers now. A failure to get an answer is a reading too: of status 0.
   *
   * @param extra request headers beside a reader's own; they are sent and nothing else
   */
  Reading edge(String path, Map<String, String> extra);

  /** What the origin answers now, likewise. */
  Reading origin(String path, Map<String, String> extra);

  /** What any reader gets at the edge. */
  default Reading edge(String path) {
    return edge(path, Map.of());
  }

  /** What any reader would get at the origin. */
  default Reading origin(String path) {
    return origin(path, Map.of());
  }

  /**
   * An answer.
   *
   * @param side what is kept of it as evidence
   * @param body its meaning
   * @param headers all that came with it, which nobody keeps
   */
  record Reading(Evidence.Side side, Body body, Headers headers) {
    /** One whose headers say no more than its side. */
    public Reading(Evidence.Side side, Body body) {
      this(side, body, Headers.NONE);
    }
  }

  /**
   * An answer's headers.
   *
   * @param lines the values of each name's lines in their order; names in lower case
   */
  record Headers(Map<String, List<String>> lines) {
    public static final Headers NONE = new Headers(Map.of());

    public Headers {
      Map<String, List<String>> lower = new HashMap<>();
      lines.forEach((name, values) ->
          lower.merge(
              name.toLowerCase(Locale.ROOT),
              List.copyOf(values),
              (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
      lines = Map.copyOf(lower);
    }

    /** All lines of the name; none where it is not there. */
    public List<String> all(String name) {
      return lines.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The first line of the name; null where it is not there. */
    public @Nullable String first(String name) {
      List<String> all = all(name);
      return all.isEmpty() ? null : all.getFirst();
    }
  }

  /**
   * An answer's body: a JSON document, something that cannot be compared by meaning, or none where
   * nobody answered.
   */
  sealed interface Body {
    record Json(Value value) implements Body {}

    /**
     * @param digest equal for equal bodies
     * @param bytes how long it is
     */
    record Other(String digest, long bytes) implements Body {}

    /** Of a reading of status 0. */
    record None(Silence why) implements Body {}
  }

  /** Why there is no answer. */
  enum Silence {
    /** The connection names no address to ask. */
    NO_ADDRESS,
    /** The path makes no address that could be asked for. */
    NO_REQUEST,
    /** Nobody is there, or the connection broke before the whole answer had come. */
    NO_ANSWER,
    /** The answer, or its end, did not come in time. */
    TIMEOUT,
    /** The answer is longer than is read. */
    TOO_LONG;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A JSON document in plain Java. */
  sealed interface Value {
    record Fields(Map<String, Value> fields) implements Value {
      public Fields {
        fields = Map.copyOf(fields);
      }

      public @Nullable Value get(String name) {
        return fields.get(name);
      }
    }

    record Items(List<Value> items) implements Value {
      public Items {
        items = List.copyOf(items);
      }
    }

    record Text(String text) implements Value {}

    /** Equal for equal numbers, whatever their scale: 1.0 is 1. */
    record Numeric(java.math.BigDecimal number) implements Value {
      public Numeric {
        number = number.signum() == 0 ? java.math.BigDecimal.ZERO : number.stripTrailingZeros();
      }
    }

    record Bool(boolean value) implements Value {}

    record Null() implements Value {}
  }
}
