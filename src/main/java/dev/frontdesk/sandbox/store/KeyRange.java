package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.KeyCondition;
import dev.frontdesk.sandbox.store.value.KeyCodec;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A range of key bytes: the start included, the end not; either may be open. */
final class KeyRange {
  private final byte @Nullable [] start;
  private final byte @Nullable [] end;

  private KeyRange(byte @Nullable [] start, byte @Nullable [] end) {
    this.start = start;
    this.end = end;
  }

  static KeyRange segment(int segment, int total) {
    return new KeyRange(
        KeyCodec.segmentStart(segment, total), KeyCodec.segmentStart(segment + 1, total));
  }

  static KeyRange of(KeyCondition condition) {
    byte[] partition = KeyCodec.partition(condition.hash());
    return switch (condition.range()) {
      case null -> new KeyRange(partition, KeyCodec.after(partition));
      case KeyCondition.Compared compared -> {
        byte[] at = KeyCodec.concat(partition, KeyCodec.encode(compared.value()));
        yield switch (compared.by()) {
          case EQ -> new KeyRange(at, KeyCodec.after(at));
          case LT -> new KeyRange(partition, at);
          case LE -> new KeyRange(partition, KeyCodec.after(at));
          case GT -> new KeyRange(KeyCodec.after(at), KeyCodec.after(partition));
          case GE -> new KeyRange(at, KeyCodec.after(partition));
          case NE -> throw new IllegalStateException("refused when it was parsed");
        };
      }
      case KeyCondition.Between between ->
          new KeyRange(
              KeyCodec.concat(partition, KeyCodec.encode(between.low())),
              KeyCodec.after(KeyCodec.concat(partition, KeyCodec.encode(between.high()))));
      case KeyCondition.BeginsWith begins -> {
        byte[] prefix = KeyCodec.concat(partition, KeyCodec.encodeOpen(begins.prefix()));
        yield new KeyRange(prefix, KeyCodec.after(prefix));
      }
    };
  }

  boolean contains(byte[] key) {
    return (start == null || Arrays.compareUnsigned(start, key) <= 0)
        && (end == null || Arrays.compareUnsigned(key, end) < 0);
  }

  /**
   * The keys of a map in this range, in order or in reverse.
   *
   * @param after a key to begin beyond; null for the range's own beginning
   */
  Iterator<byte[]> keys(MVMap<byte[], ?> map, boolean forward, byte @Nullable [] after) {
    byte[] from = after != null ? after : forward ? start : end;
    Cursor<byte[], ?> cursor = map.cursor(from, null, !forward);
    return new Iterator<>() {
      private byte @Nullable [] next = advance();

      private byte @Nullable [] advance() {
        while (cursor.hasNext()) {
          byte[] key = cursor.next();
          if (!Arrays.equals(key, after)) {
            if (contains(key)) {
              return key;
            }
            // Going backward the first key may be the end itself, which is not in the range.
            if (forward || !Arrays.equals(key, end)) {
              return null;
            }
          }
        }
        return null;
      }

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public byte[] next() {
        byte[] key = next;
        if (key == null) {
          throw new NoSuchElementException();
        }
        next = advance();
        return key;
      }
    };
  }
}
