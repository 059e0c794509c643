package dev.frontdesk.sandbox.store.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of keys that sort, compared unsigned, as DynamoDB sorts the values; each value ends itself,
 * so that concatenated values sort one after the other.
 *
 * <p>A key starts with four bytes of a hash of its partition value: as in DynamoDB, partitions have
 * no order that a reader could rely on, and the segments of a parallel scan are ranges.
 */
public final class KeyCodec {
  private static final int HASH_BYTES = 4;
  private static final int EXPONENT_BIAS = 1 << 14;

  private KeyCodec() {}

  /** What all keys of one partition start with. */
  public static byte[] partition(Value hash) {
    byte[] encoded = encode(hash);
    CRC32 crc = new CRC32();
    crc.update(encoded);
    // CRC32 alone keeps near values near; the multiplication spreads them over the segments.
    int spread = (int) crc.getValue() * 0x9E3779B1;
    return concat(prefix(Integer.toUnsignedLong(spread ^ (spread >>> 15))), encoded);
  }

  public static byte[] encode(Value value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(encodeOpen(value));
    if (!(value instanceof Value.N)) {
      out.write(0);
      out.write(0);
    }
    return out.toByteArray();
  }

  /** The same without the end mark of strings and bytes: what all that begin with it start with. */
  public static byte[] encodeOpen(Value value) {
    return switch (value) {
      case Value.S s -> escape(s.text().getBytes(StandardCharsets.UTF_8));
      case Value.B b -> escape(b.bytes());
      case Value.N n -> number(n.number());
      default -> throw new IllegalArgumentException(value.type() + " cannot be a key");
    };
  }

  /** Zero bytes become 00 FF, so that the end mark 00 00 sorts before every continuation. */
  private static byte[] escape(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 2);
    for (byte b : bytes) {
      out.write(b);
      if (b == 0) {
        out.write(0xFF);
      }
    }
    return out.toByteArray();
  }

  /** Sign, exponent, digits, end; the complement of all of it for negative numbers. */
  private static byte[] number(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {(byte) 0x80};
    }
    String digits = number.unscaledValue().abs().toString();
    int exponent = digits.length() - number.scale() + EXPONENT_BIAS;
    byte[] out = new byte[digits.length() + 4];
    out[0] = (byte) 0xC0;
    out[1] = (byte) (exponent >> 8);
    out[2] = (byte) exponent;
    for (int i = 0; i < digits.length(); i++) {
      out[3 + i] = (byte) (digits.charAt(i) - '0' + 1);
    }
    if (number.signum() < 0) {
      for (int i = 0; i < out.length; i++) {
        out[i] = (byte) ~out[i];
      }
    }
    return out;
  }

  /** The first key of a segment of a parallel scan; that of segment {@code total} ends the last. */
  public static byte @Nullable [] segmentStart(int segment, int total) {
    if (segment == total) {
      return null;
    }
    return prefix(((1L << 32) * segment + total - 1) / total);
  }

  private static byte[] prefix(long hash) {
    byte[] out = new byte[HASH_BYTES];
    for (int i = 0; i < HASH_BYTES; i++) {
      out[i] = (byte) (hash >>> (8 * (HASH_BYTES - 1 - i)));
    }
    return out;
  }

  public static byte[] concat(byte[] first, byte[] second) {
    byte[] out = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, out, first.length, second.length);
    return out;
  }

  /** The least key above all that start with the prefix; null where there is none. */
  public static byte @Nullable [] after(byte[] prefix) {
    for (int i = prefix.length - 1; i >= 0; i--) {
      if (prefix[i] != (byte) 0xFF) {
        byte[] out = Arrays.copyOf(prefix, i + 1);
        out[i]++;
        return out;
      }
    }
    return null;
  }
}
