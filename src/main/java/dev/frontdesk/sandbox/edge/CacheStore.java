package dev.frontdesk.sandbox.edge;

import java.util.LinkedHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The objects, at most so many bytes of them: the least recently used go first. */
final class CacheStore {
  private final long maximumBytes;
  private final LinkedHashMap<ObjectKey, StoredResponse> objects =
      new LinkedHashMap<>(1024, 0.75f, true);
  private long bytes;

  CacheStore(long maximumBytes) {
    this.maximumBytes = maximumBytes;
  }

  synchronized @Nullable StoredResponse get(ObjectKey key) {
    return objects.get(key);
  }

  /** Keeps the object, unless it alone is more than the whole store may hold. */
  synchronized void put(ObjectKey key, StoredResponse object) {
    remove(key);
    long size = size(key, object);
    if (size > maximumBytes) {
      return;
    }
    objects.put(key, object);
    bytes += size;
    var eldest = objects.entrySet().iterator();
    while (bytes > maximumBytes) {
      var entry = eldest.next();
      bytes -= size(entry.getKey(), entry.getValue());
      eldest.remove();
    }
  }

  synchronized void remove(ObjectKey key) {
    var old = objects.remove(key);
    if (old != null) {
      bytes -= size(key, old);
    }
  }

  synchronized void removeIf(BiPredicate<ObjectKey, StoredResponse> condemned) {
    objects
        .entrySet()
        .removeIf(entry -> {
          boolean goes = condemned.test(entry.getKey(), entry.getValue());
          bytes -= goes ? size(entry.getKey(), entry.getValue()) : 0;
          return goes;
        });
  }

  synchronized int count() {
    return objects.size();
  }

  synchronized long bytes() {
    return bytes;
  }

  private static long size(ObjectKey key, StoredResponse object) {
    return 2L * (key.target().length() + key.variant().length()) + object.size();
  }
}
