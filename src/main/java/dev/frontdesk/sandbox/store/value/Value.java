package dev.frontdesk.sandbox.store.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A DynamoDB attribute value, immutable. The records bear the wire's type names; {@link M} is also
 * what an item is.
 */
public sealed interface Value {

  Type type();

  /**
   * Bytes this value counts towards an item's size (DynamoDB Developer Guide, "Item sizes and
   * formats").
   */
  int size();

  /** A string. */
  record S(String text) implements Value {
    @Override
    public Type type() {
      return Type.S;
    }

    @Override
    public int size() {
      return utf8(text).length;
    }
  }

  /** A number of at most 38 significant digits; equal numbers are equal records. */
  record N(BigDecimal number) implements Value {
    public N {
      number = number.stripTrailingZeros();
    }

    @Override
    public Type type() {
      return Type.N;
    }

    /** A byte for two significant digits, one more, and one for a minus sign. */
    @Override
    public int size() {
      return (number.precision() + 1) / 2 + 1 + (number.signum() < 0 ? 1 : 0);
    }

    /** As DynamoDB writes numbers: plain digits, never an exponent. */
    public String text() {
      return number.toPlainString();
    }
  }

  /** Bytes. A class, since a record's equality would be that of the array's identity. */
  final class B implements Value {
    private final byte[] bytes;

    public B(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    public String base64() {
      return Base64.getEncoder().encodeToString(bytes);
    }

    public boolean startsWith(B prefix) {
      return bytes.length >= prefix.bytes.length
          && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
    }

    public boolean contains(B part) {
      for (int i = 0; i + part.bytes.length <= bytes.length; i++) {
        if (Arrays.equals(bytes, i, i + part.bytes.length, part.bytes, 0, part.bytes.length)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public Type type() {
      return Type.B;
    }

    @Override
    public int size() {
      return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof B that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return base64();
    }
  }

  /** A boolean. */
  record Bool(boolean value) implements Value {
    @Override
    public Type type() {
      return Type.BOOL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** The one null. */
  record Null() implements Value {
    @Override
    public Type type() {
      return Type.NULL;
    }

    @Override
    public int size() {
      return 1;
    }
  }

  /** A set of strings, numbers or bytes, never empty; equal whatever the order. */
  record Elements(Type type, Set<Value> values) implements Value {
    public Elements {
      values = Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    @Override
    public int size() {
      return values.stream().mapToInt(Value::size).sum();
    }
  }

  /** A list. */
  record L(List<Value> values) implements Value {
    public L {
      values = List.copyOf(values);
    }

    @Override
    public Type type() {
      return Type.L;
    }

    /** Three bytes and one for each element, besides the elements. */
    @Override
    public int size() {
      return 3 + values.size() + values.stream().mapToInt(Value::size).sum();
    }
  }

  /** A map, or a whole item. */
  record M(Map<String, Value> values) implements Value {
    public static final M EMPTY = new M(Map.of());

    public M {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Type type() {
      return Type.M;
    }

    @Override
    public int size() {
      return 3 + values.size() + itemSize();
    }

    /** The size of this map as a whole item, which has no overhead of its own. */
    public int itemSize() {
      return values.entrySet().stream()
          .mapToInt(e -> utf8(e.getKey()).length + e.getValue().size())
          .sum();
    }
  }

  /**
   * DynamoDB's order of two values of one ordered type: numbers by value, strings by their UTF-8
   * bytes, bytes unsigned.
   *
   * @throws IllegalArgumentException for other types
   */
  static int compare(Value a, Value b) {
    return switch (a) {
      case S s when b instanceof S t -> Arrays.compareUnsigned(utf8(s.text), utf8(t.text));
      case N m when b instanceof N n -> m.number.compareTo(n.number);
      case B x when b instanceof B y -> Arrays.compareUnsigned(x.bytes, y.bytes);
      default -> throw new IllegalArgumentException(a.type() + " and " + b.type());
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
