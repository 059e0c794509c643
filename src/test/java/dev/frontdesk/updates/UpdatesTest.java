package dev.frontdesk.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.settings.Release;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatesTest {
  private static final String NEWER =
      "{\"version\": \"1.3.0\", \"page\": \"https://intranet.example/frontdesk\"}";
  private static final Release RELEASE =
      new Release("1.3.0", Optional.of(URI.create("https://intranet.example/frontdesk")));

  @TempDir Path folder;
  private Path memory = Path.of("");
  private Instant now = Instant.parse("2026-11-02T09:00:00Z");
  private int asked;
  private String answer = NEWER;

  @BeforeEach
  void place() {
    memory = folder.resolve("cache").resolve("updates.json");
  }

  /** Every time anew, as every start of the program is. */
  private Updates updates() {
    Place place =
        () -> {
          asked++;
          if (answer.isEmpty()) {
            throw new IOException("nobody is there");
          }
          return answer;
        };
    return new Updates(place, memory, () -> now, "1.2.0");
  }

  @Test
  void aNewerVersionIsToldWithItsPage() {
    assertEquals(Optional.of(RELEASE), updates().look());
  }

  @Test
  void theRunningVersionAndAnOlderOneAreNoNews() {
    for (String version : new String[] {"1.2.0", "1.1.9"}) {
      answer = "{\"version\": \"%s\"}".formatted(version);
      assertEquals(Optional.empty(), updates().look());
      now = now.plus(Duration.ofDays(2));
    }
    assertEquals(2, asked);
  }

  @Test
  void itIsAskedOnceADay() {
    updates().look();
    now = now.plus(Duration.ofHours(23));
    assertEquals(Optional.of(RELEASE), updates().look());
    assertEquals(1, asked);
    now = now.plus(Duration.ofHours(2));
    answer = NEWER.replace("1.3.0", "1.4.0");
    assertEquals("1.4.0", updates().look().orElseThrow().version());
    assertEquals(2, asked);
  }

  @Test
  void aPlaceThatFailsIsNotAskedAgainThatDayAndWhatItSaidBeforeHolds() {
    updates().look();
    now = now.plus(Duration.ofDays(1));
    answer = "";
    assertEquals(Optional.of(RELEASE), updates().look());
    assertEquals(Optional.of(RELEASE), updates().look());
    assertEquals(2, asked);
  }

  @Test
  void aDateInTheFutureDoesNotSilenceItForEver() throws IOException {
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, "{\"asked\": 99999999999, \"version\": \"1.2.0\"}");
    assertEquals(Optional.of(RELEASE), updates().look());
  }

  @Test
  void whatIsKnownIsToldWithoutAsking() {
    assertEquals(Optional.empty(), updates().known());
    updates().look();
    assertEquals(Optional.of(RELEASE), updates().known());
    assertEquals(1, asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>",
        "[]",
        "{}",
        "{\"version\": 2}",
        "{\"version\": \"newest\"}",
        "{\"version\": \"9.9\\u001b[2J\"}",
        "{\"version\": \"2.0\", \"page\": \"file:///etc/passwd\"}",
        "{\"version\": \"2.0\", \"page\": \"not an address\"}"
      })
  void whatIsNoAnswerIsNoNews(String text) {
    answer = text;
    assertEquals(Optional.empty(), updates().look());
    assertEquals(Optional.empty(), updates().known());
  }

  @Test
  void aMemoryThatIsDamagedIsAskedForAgain() throws IOException {
    Files.createDirectories(memory.getParent());
    Files.writeString(memory, "{\"asked\": ");
    assertEquals(Optional.of(RELEASE), updates().look());
  }

  @ParameterizedTest
  @CsvSource({
    "1.10.0, 1.9.0, true",
    "1.9.0, 1.10.0, false",
    "2, 1.9.9, true",
    "1.2, 1.2.0, false",
    "1.2.0, 1.2.0-SNAPSHOT, true",
    "1.2.0-SNAPSHOT, 1.2.0, false",
    "1.2.1-rc1, 1.2.0, true"
  })
  void versionsComeInTheOrderOfTheirNumbers(String one, String other, boolean newer) {
    assertEquals(newer, new Release(one, Optional.empty()).isNewerThan(other));
  }

  @Test
  void thePlaceIsReadOverHttpAndAFailureIsOne() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve(server, "/newest.json", 200, NEWER);
    serve(server, "/gone.json", 404, NEWER);
    serve(server, "/long.json", 200, " ".repeat(20_000) + NEWER);
    server.start();
    try {
      var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      assertEquals(NEWER, new HttpPlace(base.resolve("/newest.json")).read());
      for (String path : new String[] {"/gone.json", "/long.json"}) {
        var place = new HttpPlace(base.resolve(path));
        String told = assertThrows(IOException.class, place::read).toString();
        assertTrue(told.contains(path), told);
      }
    } finally {
      server.stop(0);
    }
  }

  private static void serve(HttpServer server, String path, int status, String text) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
