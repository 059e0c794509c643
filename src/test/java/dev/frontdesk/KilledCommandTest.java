package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code frontdesk add} is killed in each state, and the next desk brings it to its end, once. */
class KilledCommandTest {
  private static final Pattern INVALIDATION = Pattern.compile("<Id>(I[A-Z0-9]+)</Id>");

  @TempDir Path folder;

  @Test
  @Timeout(value = 180, unit = TimeUnit.SECONDS)
  void whateverWasSavedGetsFreshWithOneInvalidation() throws Exception {
    var wiring = new Wiring();
    try (var sandbox = wiring.startSandbox(0, folder.resolve("sandbox"), "propagation=2s")) {
      Path config = folder.resolve("sandbox").resolve("connections.json");
      Connection connection = ConnectionsFile.read(config).getFirst();
      List<State> kills = List.of(State.SAVED, State.SUBMITTED, State.COMPLETED);
      for (State state : kills) {
        kill(config, state);
      }
      try (Session session = wiring.open(connection)) {
        List<JournalEntry> left = session.journal().newest(null, 10);
        assertEquals(kills.size(), left.size());
        assertTrue(left.stream().anyMatch(JournalEntry::isOpen), "each was done before its end");

        session.publisher().resume();

        List<JournalEntry> ended = session.journal().newest(null, 10);
        Set<String> named = new HashSet<>();
        for (JournalEntry entry : ended) {
          assertEquals(State.FRESH, entry.state());
          assertFalse(entry.isOpen());
          for (Batch batch : entry.progress().batches()) {
            named.add(assertNotNullId(batch));
          }
        }
        assertEquals(kills.size(), named.size());
        assertEquals(named, invalidations(connection));
        assertEquals(
            kills.size(),
            session.rosters().roster("atlas").members().stream()
                .filter(member -> member.email().startsWith("killed-"))
                .count());
      }
      assertNotNull(sandbox.json());
    }
  }

  private static String assertNotNullId(Batch batch) {
    String id = batch.invalidationId();
    assertNotNull(id);
    return id;
  }

  /** Runs the command in a process of its own until it says that it has reached the state. */
  private static void kill(Path config, State state) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "add",
                "atlas",
                "killed-" + state.word() + "@acme.example",
                "--role",
                "viewer",
                "--config",
                config.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      while (line != null && !line.startsWith(state.word())) {
        line = lines.readLine();
      }
      assertNotNull(line, "it ended before it was " + state.word());
    } finally {
      process.destroyForcibly();
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
  }

  /** The ids of all that the control plane holds. */
  private static Set<String> invalidations(Connection connection)
      throws IOException, InterruptedException {
    URI list =
        URI.create(
            connection.account().endpoints().cloudfront()
                + "/2020-05-31/distribution/"
                + connection.site().distributionId()
                + "/invalidation");
    var request =
        HttpRequest.newBuilder(list)
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=sandbox/")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var ids = new HashSet<String>();
      INVALIDATION
          .matcher(client.send(request, BodyHandlers.ofString()).body())
          .results()
          .forEach(id -> ids.add(id.group(1)));
      return ids;
    }
  }
}
