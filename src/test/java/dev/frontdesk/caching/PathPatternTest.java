package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    // CloudFront Developer Guide, "Cache behavior settings", Path pattern: its examples
    "images/*.jpg,/images/sample.jpg,true",
    "/images/*.jpg,/images/product1/sample.jpg,true",
    "/images/*.jpg,/images/sample.gif,false",
    "images/*,/images/sample.gif,true",
    "*.gif,/images/sample.gif,true",
    "*.jpg,/LOGO.JPG,false",
    "a*.jpg,/apple.jpg,true",
    "a*.jpg,/appalachian_trail_2012_05_21.jpg,true",
    "a*.jpg,/bapple.jpg,false",
    "a??.jpg,/ant.jpg,true",
    "a??.jpg,/abe.jpg,true",
    "a??.jpg,/apple.jpg,false",
    "*.doc*,/report.doc,true",
    "*.doc*,/report.docx,true",
    "*.doc*,/report.docm,true",
    "*.doc?,/report.doc,false",
    "*.doc?,/report.docx,true",
    // AWS Knowledge Center, "Why isn't CloudFront following my cache behavior"
    "test/,/test/file1.jpg,false",
    "test/*,/test/file1.jpg,true",
  })
  void matchesAsTheDeveloperGuideSays(String pattern, String path, boolean expected) {
    assertEquals(expected, new PathPattern(pattern).matches(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/projects/*/members,/members/m1/projects,BEGINNING,/projects/",
    "projects/*,/projects,BEGINNING,/projects/",
    "/Projects/*,/projects/atlas,BEGINNING,/Projects/",
    "/projects/*/members,/projects/atlas,END,/members",
    "/projects/*/members,/projects/atlas/members/,END,/members",
    "/projects/*/members/*,/projects/atlas/people/1,WITHIN,/members/",
    "/a/*b*c,/a/c,WITHIN,b",
    "/a?/*,/a/,BEGINNING,/a?/",
    "*.jpg,/a.gif,END,.jpg",
    "*.doc?,/a.doc,END,.doc?",
    "/a,/ab,WHOLE,/a",
    "a,/b,WHOLE,/a",
    "/a??,/ab,WHOLE,/a??",
    "/ab*b,/ab,END_TAKEN,b",
    "/projects*s/members,/projects/members,END_TAKEN,s/members",
  })
  void tellsTheFirstPieceThatIsMissing(
      String pattern, String path, PathPattern.Mismatch.Where where, String piece) {
    assertEquals(
        Optional.of(new PathPattern.Mismatch(where, piece)),
        new PathPattern(pattern).mismatch(path));
  }

  @Test
  void whatItMissesIsMissing() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("PathPatternTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    var seen = EnumSet.noneOf(PathPattern.Mismatch.Where.class);
    for (int i = 0; i < 20_000; i++) {
      String pattern = "/" + text(random, "ab*?/");
      String path = "/" + text(random, "ab/");
      String about = pattern + " on " + path + ", seed " + seed;
      var why = new PathPattern(pattern).mismatch(path);
      assertEquals(new PathPattern(pattern).matches(path), why.isEmpty(), about);
      why.ifPresent(missing -> {
        String piece = missing.piece();
        // Whole patterns that the path would match, were the piece where it is not.
        boolean isThere =
            switch (missing.where()) {
              case WHOLE -> path.matches(regex(piece));
              case BEGINNING -> path.matches(regex(piece) + ".*");
              case WITHIN -> !pattern.contains("*" + piece + "*");
              case END -> path.matches(".*" + regex(piece));
              case END_TAKEN -> !path.matches(".*" + regex(piece));
            };
        assertTrue(!isThere, () -> missing + " is there: " + about);
        seen.add(missing.where());
      });
    }
    assertEquals(EnumSet.allOf(PathPattern.Mismatch.Where.class), seen, "seed " + seed);
  }

  private static String regex(String piece) {
    return piece.replace("?", ".");
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

  @ParameterizedTest
  @CsvSource({
    "*,/,true,true",
    "/a/*,/a/,true,true",
    "/a/*,/a/b,true,true",
    "/a/*,/,true,false",
    "/a/*,/b,false,false",
    "/*/c,/a/b,true,false",
    "/a?,/a,true,false",
    "/a?*,/ab,true,true",
    "/a,/a,true,false",
    "/a,/ab,false,false",
    "*.js,/a/,true,false",
  })
  void tellsWhichPathsThatBeginAlikeItMatches(
      String pattern, String stem, boolean some, boolean all) {
    assertEquals(some, new PathPattern(pattern).matchesSomeBelow(stem));
    assertEquals(all, new PathPattern(pattern).matchesAllBelow(stem));
  }

  @Test
  void whatItTellsOfManyPathsIsTrueOfEach() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("PathPatternTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    int included = 0;
    for (int i = 0; i < 20_000; i++) {
      var pattern = new PathPattern("/" + text(random, "ab*?/"));
      var other = new PathPattern("/" + text(random, "ab*?/"));
      String stem = "/" + text(random, "ab/");
      String path = stem + text(random, "ab/");
      String about = pattern + ", " + other + " on " + path + ", seed " + seed;
      assertTrue(!pattern.matches(path) || pattern.matchesSomeBelow(stem), about);
      assertTrue(pattern.matches(path) || !pattern.matchesAllBelow(stem), about);
      included += pattern.includes(other) ? 1 : 0;
      assertTrue(!pattern.includes(other) || !other.matches(path) || pattern.matches(path), about);
    }
    assertTrue(included > 100, "too few include one another, seed " + seed);
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
