package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Long random lives of an edge, against a model of a few lines: what a reader gets at any time. */
class EdgeModelTest {
  private static final List<String> PATHS = List.of("/p", "/p-archive", "/p/x", "/q");
  private static final List<String> QUERIES = List.of("", "?v=1", "?v=2", "?other=1");
  private static final long TTL = 50;

  private record Kept(long version, long storedAt) {}

  private final Map<String, Long> versions = new HashMap<>();
  private final Map<String, Kept> model = new HashMap<>();
  private final EdgeBench bench =
      EdgeBench.of(
          new TtlPolicy(0, TTL, TTL),
          new CacheKey(KeyPart.listed("v"), KeyPart.NONE, KeyPart.NONE));
  private long now;

  @Test
  void answersAsTheModelDoes() {
    long seed = System.nanoTime();
    System.out.println("EdgeModelTest seed " + seed);
    var random = new Random(seed);
    bench.reply(request -> {
      long version = versions.getOrDefault(request.path(), 0L);
      boolean same = ("\"" + version + "\"").equals(request.fields().first("if-none-match"));
      var fields = Fields.of("ETag", "\"" + version + "\"", "Cache-Tag", tag(request.path()));
      byte[] body = Long.toString(version).getBytes(StandardCharsets.UTF_8);
      return new EdgeResponse(same ? 304 : 200, fields, same ? Body.EMPTY : new Body(body));
    });
    int hits = 0;
    for (int step = 0; step < 20_000; step++) {
      switch (random.nextInt(10)) {
        case 0 -> versions.merge(one(random, PATHS), 1L, Long::sum);
        case 1 -> {
          int seconds = random.nextInt(40);
          now += seconds;
          bench.clock.advance(seconds);
        }
        case 2 -> invalidate(random);
        default -> hits += get(one(random, PATHS), one(random, QUERIES), "seed " + seed) ? 1 : 0;
      }
    }
    assertTrue(hits > 2_000 && hits < 12_000, hits + " hits");
  }

  private boolean get(String path, String query, String seed) {
    String key = path + (query.startsWith("?v=") ? query : "");
    long version = versions.getOrDefault(path, 0L);
    var kept = model.get(key);
    String actual = bench.get(path + query).line();
    if (kept != null && now - kept.storedAt < TTL) {
      assertEquals("200 Hit " + (now - kept.storedAt) + " " + kept.version, actual, seed);
      return true;
    }
    boolean same = kept != null && kept.version == version;
    assertEquals((same ? "200 RefreshHit 0 " : "200 Miss null ") + version, actual, seed);
    model.put(key, new Kept(version, now));
    return false;
  }

  private void invalidate(Random random) {
    String path = one(random, PATHS);
    switch (random.nextInt(4)) {
      case 0 -> {
        bench.invalidate(path);
        model.remove(path);
      }
      case 1 -> {
        bench.invalidate(path + "*");
        model.keySet().removeIf(key -> key.startsWith(path));
      }
      case 2 -> {
        bench.invalidate("/none", path + "?v=2");
        model.remove(path + "?v=2");
      }
      default -> {
        bench.invalidate("#" + tag(path));
        model.keySet().removeIf(key -> (key + "?").startsWith(path + "?"));
      }
    }
  }

  private static String tag(String path) {
    return "T" + path;
  }

  private static String one(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
