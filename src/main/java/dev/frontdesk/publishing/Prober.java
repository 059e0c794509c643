package dev.frontdesk.publishing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one path at the edge and at the origin, as a reader would. Blocks. */
public interface Prober {
  /** Whether edge and origin both have an address; without, nothing can be proved. */
  boolean canProbe();

  /** What the edge answers now. A failure to get an answer is a reading too: of status 0. */
  Reading edge(String path);

  /** What the origin answers now. */
  Reading origin(String path);

  /**
   * An answer.
   *
   * @param side what is kept of it as evidence
   * @param body its meaning
   */
  record Reading(Evidence.Side side, Body body) {}

  /** An answer's body: a JSON document, or something that cannot be compared by meaning. */
  sealed interface Body {
    record Json(Value value) implements Body {}

    /**
     * @param digest equal for equal bodies
     */
    record Other(String digest) implements Body {}
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
