package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
  private static final PathTemplate MEMBERS = new PathTemplate("/projects/{projectId}/members");

  @ParameterizedTest
  @CsvSource({
    "atlas, /projects/atlas/members",
    "a b, /projects/a%20b/members",
    "a/b, /projects/a%2Fb/members",
    "a?b, /projects/a%3Fb/members",
    "100%, /projects/100%25/members",
    "a+b=c, /projects/a+b=c/members",
    "北京, /projects/%E5%8C%97%E4%BA%AC/members",
    "a*, /projects/a%2A/members",
  })
  void putsAnIdIntoOneSegment(String id, String path) {
    assertEquals(path, MEMBERS.path(Map.of("projectId", id)).wire());
  }

  @ParameterizedTest
  @CsvSource({
    "projects/atlas, path-no-slash",
    "/a~b, path-tilde",
    "/a%7Eb, path-tilde",
    "/a b, path-unencoded",
    "/ü, path-unencoded",
    "/a%2, path-percent",
    "/a*b, path-star",
    "/a#b, path-unencoded",
  })
  void refusesWhatCloudFrontWouldNotMatch(String path, String rule) {
    assertEquals(rule, rule(assertThrows(ProblemException.class, () -> new CachePath(path))));
  }

  @Test
  void takesFourThousandCharactersAndNoMore() {
    assertEquals(4_000, new CachePath("/" + "a".repeat(3_999)).wire().length());
    var thrown = assertThrows(ProblemException.class, () -> new CachePath("/" + "a".repeat(4_000)));
    assertEquals("path-too-long", rule(thrown));
  }

  @Test
  void anItemReadsWhatItWrote() {
    for (String wire : List.of("/a", "/a*", "/a?v=1", "#project-atlas")) {
      assertEquals(wire, InvalidationItem.parse(wire).wire());
    }
    assertThrows(ProblemException.class, () -> InvalidationItem.parse("#a,b"));
    assertThrows(ProblemException.class, () -> InvalidationItem.parse("#"));
  }

  @Test
  void namesItsPlaces() {
    var template = new PathTemplate("/p/{projectId}/m/{memberId}");
    assertEquals(Set.of("projectId", "memberId"), template.variables());
    var thrown =
        assertThrows(ProblemException.class, () -> template.path(Map.of("projectId", "a")));
    assertEquals("template-variable", rule(thrown));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anyIdGivesAPathThatReadsBackOrASentence(long seed) {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String id =
          random
              .ints(1 + random.nextInt(12), 1, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      try {
        String path = MEMBERS.path(Map.of("projectId", id)).wire();
        assertEquals("/projects/" + id + "/members", URI.create(path).getPath());
      } catch (ProblemException e) {
        assertEquals("path-tilde", rule(e), id);
      }
    }
  }

  private static String rule(ProblemException thrown) {
    return assertInstanceOf(Problem.Invalid.class, thrown.problem()).rule();
  }
}
