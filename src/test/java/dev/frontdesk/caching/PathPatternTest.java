package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "*,/,true",
    "/projects/*/members,/projects/atlas/members,true",
    "projects/*/members,/projects/atlas/members,true",
    "/projects/*/members,/projects/a/b/members,true",
    "/projects/*/members,/projects/atlas/members/,false",
    "/projects/*/members,/projects//members,true",
    "/projects/*,/projects,false",
    "/Projects/*,/projects/atlas,false",
    "/a??.jpg,/ab1.jpg,true",
    "/a??.jpg,/a1.jpg,false",
    "*.jpg,/x/y.jpg,true",
    "/*.j*g,/x.jpgjpg,true",
    "/a,/a,true",
    "/a,/ab,false",
  })
  void matchesAsTheDeveloperGuideSays(String pattern, String path, boolean expected) {
    assertEquals(expected, new PathPattern(pattern).matches(path));
  }

  @Test
  void agreesWithRegularExpressions() {
    long seed = System.nanoTime();
    System.out.println("PathPatternTest seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String pattern = "/" + text(random, "ab*?/");
      String path = "/" + text(random, "ab/");
      var regex = pattern.replace("?", "[^\n]").replace("*", ".*");
      assertEquals(
          Pattern.matches(regex, path),
          new PathPattern(pattern).matches(path),
          () -> pattern + " on " + path + ", seed " + seed);
    }
  }

  @Test
  void takesTheFirstBehaviourThatMatches() {
    var ttl = new TtlPolicy(0, 0, 0);
    var narrow = new Behaviour("/a/*", "1", "narrow", ttl, CacheKey.PATH);
    var all = new Behaviour("*", "2", "all", ttl, CacheKey.PATH);
    assertEquals(narrow, Behaviour.of(List.of(narrow, all), "/a/b"));
    assertEquals(all, Behaviour.of(List.of(narrow, all), "/b"));
    assertThrows(IllegalArgumentException.class, () -> Behaviour.of(List.of(narrow), "/b"));
  }

  private static String text(Random random, String alphabet) {
    var text = new StringBuilder();
    for (int n = random.nextInt(9); n > 0; n--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
