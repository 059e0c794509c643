package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.StaleUse;
import dev.frontdesk.caching.StaleUse.Rule;
import dev.frontdesk.caching.StaleUse.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidationMatcherTest {
  private static final Span OVER = new Span(Rule.UNSAID, 1);
  private static final Freshness ANY = Freshness.of(Instant.EPOCH, 0, 1, new StaleUse(OVER, OVER));

  /** Objects by what the viewer sent, items by what CloudFront was told. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          # viewer's path      | item                 | matches
          /caf%C3%A9           | /caf%C3%A9           | true
          /caf%c3%a9           | /caf%C3%A9           | true
          /caf%C3%A9           | /caf%c3%a9           | true
          /caf%C3%A9           | /café                | false
          /a%20b               | /a%20b               | true
          /a-b                 | /a-b                 | true
          /a%2Db               | /a-b                 | true
          /a-b                 | /a%2Db               | false
          /a%2Db               | /a%2Db               | false
          /x@y.com             | /x@y.com             | true
          /x%40y.com           | /x@y.com             | true
          /x%40y.com           | /x%40y.com           | false
          /~me                 | /~me                 | true
          /~me                 | /%7Eme               | false
          /%7Eme               | /%7Eme               | false
          /~me                 | /*                   | true
          /a%2Fb               | /a%2Fb               | true
          /a%2Fb               | /a/b                 | false
          /a%25b               | /a%25b               | true
          /a%7Bb%7D            | /a%7bb%7d            | true
          /A                   | /a                   | false
          /a/                  | /a                   | false
          /caf%C3%A9/x         | /caf%c3%a9*          | true
          """)
  void comparesPercentEncodingAsCloudFrontDoes(String path, String item, boolean expected) {
    var key = new ObjectKey(Target.of(path, null).toString(), "");
    assertEquals(expected, new InvalidationMatcher(List.of(item)).matches(key, object(Set.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "a=1, /p?a=1, true",
    "a=1&b=2, /p?b=2&a=1, false",
    "a=%26, /p?a=%26, true",
    "a=%26, /p?a=&, false",
    "a=%7a, /p?a=z, true",
    "a=1, /p, false",
    "a=1, /p?*, true",
    "a=1, /p*, true",
    "a=1, /p?a=*, true",
  })
  void comparesQueryStringsByTheLetter(String query, String item, boolean expected) {
    var key = new ObjectKey(Target.of("/p", query).toString(), "");
    assertEquals(expected, new InvalidationMatcher(List.of(item)).matches(key, object(Set.of())));
  }

  /** Against a matcher that knows no sets and no prefixes: one item, one object, by the letter. */
  @Test
  void agreesWithANaiveMatcher() {
    long seed = System.nanoTime();
    System.out.println("InvalidationMatcherTest seed " + seed);
    var random = new Random(seed);
    int matched = 0;
    for (int round = 0; round < 20_000; round++) {
      var items = new ArrayList<String>();
      for (int n = random.nextInt(4); n >= 0; n--) {
        items.add(item(random));
      }
      var tags = random.nextBoolean() ? Set.of(tag(random)) : Set.<String>of();
      String query = random.nextInt(3) == 0 ? "q=" + text(random, "ab", 2) : null;
      var target = Target.of("/" + text(random, "ab/", 4), query).toString();
      var key = new ObjectKey(target, text(random, "xy", 2));
      boolean expected = items.stream().anyMatch(item -> naively(item, target, tags));
      boolean actual = new InvalidationMatcher(items).matches(key, object(tags));
      assertEquals(expected, actual, () -> items + " on " + target + tags + ", seed " + seed);
      matched += actual ? 1 : 0;
    }
    assertTrue(matched > 500 && matched < 19_500, "a test of both answers, not " + matched);
  }

  private static boolean naively(String item, String target, Set<String> tags) {
    if (item.charAt(0) == '#') {
      for (String tag : tags) {
        if (("#" + tag).equalsIgnoreCase(item)) {
          return true;
        }
      }
      return false;
    }
    for (int i = 0; ; i++) {
      if (i == item.length() - 1 && item.charAt(i) == '*') {
        return true;
      }
      if (i == item.length() || i == target.length()) {
        return i == item.length() && i == target.length();
      }
      if (item.charAt(i) != target.charAt(i)) {
        return false;
      }
    }
  }

  private static String item(Random random) {
    return switch (random.nextInt(4)) {
      case 0 ->
          "#"
              + (random.nextBoolean()
                  ? tag(random)
                  : tag(random).toUpperCase(java.util.Locale.ROOT));
      case 1 -> "/" + text(random, "ab/", 3) + "*";
      case 2 -> "/" + text(random, "ab/", 3) + "?q=" + text(random, "ab*", 2);
      default -> "/" + text(random, "ab/*A", 4);
    };
  }

  private static String tag(Random random) {
    return "t" + text(random, "ab", 2);
  }

  private static String text(Random random, String alphabet, int longest) {
    var text = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static StoredResponse object(Set<String> tags) {
    return new StoredResponse(200, Fields.NONE, Body.EMPTY, tags, ANY, false);
  }
}
