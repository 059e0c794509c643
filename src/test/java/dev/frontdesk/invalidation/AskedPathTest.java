package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedPathTest {
  private static final List<String> NAMES = List.of("api.acme.example", "127.0.0.1:8787");

  @ParameterizedTest
  @CsvSource({
    "/a/b,/a/b",
    "' /a/b ',/a/b",
    "/a?page=2&x=/y,/a?page=2&x=/y",
    "/a/~x/*,/a/~x/*",
    "/a#top,/a",
    "/北京/100%,/%E5%8C%97%E4%BA%AC/100%25",
    "/a b,/a%20b",
    "https://api.acme.example/a?x=1#top,/a?x=1",
    "HTTPS://API.acme.example:443/a,/a",
    "http://127.0.0.1:8787/a,/a",
    "https://api.acme.example,/",
    "https://api.acme.example?x=1,/?x=1",
  })
  void isWhatARequestHas(String text, String path) {
    assertEquals(path, AskedPath.of(text, NAMES, null));
  }

  @ParameterizedTest
  @CsvSource({
    "a/b,path-no-slash",
    "'',path-no-slash",
    "api.acme.example/a,path-no-slash",
    "https://other.example/a,url-host",
    "http://127.0.0.1:9/a,url-host",
    "https:///a,url-no-host",
    "ftp://api.acme.example/a,url-scheme",
    "://a,path-no-slash",
  })
  void refusesWhatIsNoneOfThisEdge(String text, String rule) {
    var thrown = assertThrows(ProblemException.class, () -> AskedPath.of(text, NAMES, null));
    assertEquals(rule, assertInstanceOf(Problem.Invalid.class, thrown.problem()).rule());
  }
}
