package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.frontdesk.cli.Backstage.RunningSandbox;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.WindowTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody pastes what a customer sees stale, and the real edge forgets exactly that. */
class PurgeInTheWindowTest extends WindowTest {
  private static final String MEMBERS = "/projects/zurich-ops/members";
  private static final String OTHER = "/projects/atlas/members";
  private static final Wiring WIRING = new Wiring();

  private static @Nullable RunningSandbox sandbox;

  @BeforeAll
  static void openTheSandbox() {
    sandbox = WIRING.startSandbox(0, null, "propagation=1s");
  }

  @AfterAll
  static void closeTheSandbox() {
    running().close();
  }

  private static RunningSandbox running() {
    assertNotNull(sandbox);
    return sandbox;
  }

  @Test
  void whatIsPastedIsPlannedSubmittedAndFresh() throws Exception {
    URI edge = running().edgeUrl();
    List.of(MEMBERS, OTHER).forEach(path -> assertEquals("Miss from cloudfront", cache(path)));
    List.of(MEMBERS, OTHER).forEach(path -> assertEquals("Hit from cloudfront", cache(path)));
    Session session = WIRING.open(running().connection());
    open(session);
    await("the pages", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT2);
    await("the page", () -> shown("purge-input"));
    write("purge-input", edge + MEMBERS + "?page=2\n" + MEMBERS + "\n/projects/*/members");
    await("the reading", () -> preview().getItems().size() == 3);
    await("what is wrong", () -> said("purge-error").equals("1 line is wrong and is not sent."));
    focus("purge-reason");
    robot.write("case 8812");
    await("the plan", () -> !button("purge-submit").isDisabled());
    robot.clickOn("#purge-submit");
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    assertEquals("", written("purge-input"));

    JournalEntry entry = session.journal().newest(null, 1).getFirst();
    assertEquals("case 8812", entry.about().reason());
    assertEquals(MEMBERS, entry.items().getFirst());
    assertEquals("Hit from cloudfront", cache(OTHER), "the others are left alone");
    withCtrl(KeyCode.DIGIT3);
    await("it in the history", () -> robot.lookup("case 8812").tryQuery().isPresent());
  }

  private static String cache(String path) {
    try (HttpClient reader = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(running().edgeUrl() + path)).build();
      return reader
          .send(request, BodyHandlers.discarding())
          .headers()
          .firstValue("X-Cache")
          .orElse("");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts a test", e);
    }
  }

  private TableView<?> preview() {
    return (TableView<?>) root().lookup("#purge-preview");
  }
}
