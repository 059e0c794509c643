package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {
  @Test
  void eachLineIsOne() {
    var headers = RequestHeaders.ofText("Accept-Language: de\n\n  X-Tenant :a:b \r\nX-Empty:");
    assertEquals(
        Map.of("Accept-Language", "de", "X-Tenant", "a:b", "X-Empty", ""), headers.values());
    assertEquals(List.of("Accept-Language", "X-Tenant", "X-Empty"), headers.names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          header-no-colon | s3cret
          header-name     | :s3cret
          header-name     | A B: s3cret
          header-name     | Ä: s3cret
          header-name     | (a): s3cret
          header-reserved | host: s3cret
          header-reserved | Content-Length: 3
          header-reserved | CONNECTION: close
          header-reserved | Transfer-Encoding: chunked
          header-reserved | Range: bytes=0-1
          header-reserved | If-None-Match: s3cret
          header-reserved | Accept-Encoding: gzip
          header-value    | A: s3cret-ü
          header-value    | A: s3cret-••••
          """)
  void whatCannotBeSentIsRefusedAndNoValueTold(String rule, String line) {
    assertRefused(rule, List.of(line));
  }

  @Test
  void aLineBreakEndsNoHeaderInAnother() {
    assertRefused("header-value", List.of("A: s3cret\r\nB: c"));
    assertRefused("header-value", List.of("A: s3cret\nB: c"));
    assertRefused("header-value", List.of("A: s3cret\u0000"));
    assertRefused("header-name", List.of("A\nB: s3cret"));
  }

  @Test
  void thereAreBounds() {
    assertRefused("header-twice", List.of("A: 1", "a: s3cret"));
    assertRefused("header-value", List.of("A: " + "s3cret".repeat(2_000)));
    assertRefused(
        "header-many", IntStream.range(0, 21).mapToObj(i -> "A" + i + ": s3cret").toList());
  }

  /** A name tells nothing sure of its value: what is not known to be harmless is masked. */
  @Test
  void valuesAreMaskedButForThoseThatTellNothing() {
    String text =
        """
        Authorization: Bearer s3cret
        cookie: s3cret
        X-Api-Key: s3cret
        X-Tenant: s3cret
        Session: s3cret
        CF-Access-Client-Id: s3cret
        X-Forwarded-For: s3cret
        Referer: https://acme.example/a?ticket=s3cret
        Accept: a/b\
        """;
    var headers = RequestHeaders.ofText(text);
    assertFalse(headers.masked().contains("s3cret"), headers.masked());
    assertFalse(headers.toString().contains("s3cret"), headers.toString());
    assertEquals(
        text.lines().map(line -> line.replaceAll(":.*", "")).collect(Collectors.toList()),
        headers.names());
    assertEquals(headers.values(), RequestHeaders.ofText(headers.masked(), headers).values());
    assertEquals(
        Map.of("Authorization", "Bearer s3cret", "Accept", "c"),
        RequestHeaders.ofText("Authorization: ••••••\nAccept: c", headers).values());
  }

  @Test
  void whatTellsNothingStaysToBeRead() {
    String text =
        """
        Accept: text/html
        accept-language: de
        Cache-Control: no-cache
        Origin: https://acme.example
        Pragma: no-cache
        Referer: https://acme.example/projects
        User-Agent: Mozilla/5.0\
        """;
    assertEquals(text, RequestHeaders.ofText(text).masked());
  }

  private static void assertRefused(String rule, List<String> lines) {
    var refused = assertThrows(ProblemException.class, () -> RequestHeaders.ofLines(lines));
    var problem = assertInstanceOf(Problem.Invalid.class, refused.problem());
    assertEquals(rule, problem.rule());
    assertFalse(problem.toString().contains("s3cret"), problem.toString());
    assertFalse(String.valueOf(refused.getMessage()).contains("s3cret"), refused.getMessage());
  }
}
