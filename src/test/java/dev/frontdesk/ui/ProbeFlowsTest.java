package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** What people do on the Probe page, and how they get there. */
class ProbeFlowsTest extends WindowTest {
  private static final String MEMBERS = "/projects/atlas/members";

  @Test
  void anAddressIsPastedAndItsVerdictRead() throws Exception {
    FakeSession session = stale();
    openPage(session);
    withCtrl(KeyCode.F);
    assertEquals("probe-input", focused().getId());
    write("probe-input", "http://127.0.0.1:8787" + MEMBERS);
    robot.type(KeyCode.ENTER);
    await("the verdict", () -> "stale".equals(verdict()));
    assertTrue(said("probe-reason").startsWith("The edge keeps an answer from about "));
    assertEquals(
        List.of("members[id=m2041].role: \"editor\" → \"viewer\"", "version: 41 → 42"),
        differences());
    assertEquals("23 h 12 min, 83,520 s of 24 h", said("probe-ttl-left"));
    assertTrue(said("probe-limits").contains("one edge location, FRA56-P4"));

    robot.clickOn("#probe-explain");
    await("the explanation", () -> written("behaviour-path").equals(MEMBERS));
    withCtrl(KeyCode.DIGIT6);
    robot.clickOn("#probe-purge");
    await("the purge", () -> written("purge-input").equals(MEMBERS));
  }

  @Test
  void headersAreSentAndMasked() throws Exception {
    FakeSession session = stale();
    openPage(session);
    robot.clickOn("#probe-headers-show");
    write("probe-headers", "Authorization: Bearer abc\nAccept-Language: de");
    write("probe-input", MEMBERS);
    robot.clickOn("#probe-ask");
    await("the verdict", () -> "stale".equals(verdict()));
    assertEquals("Authorization: ••••••\nAccept-Language: de", written("probe-headers"));
    Map<String, String> sent = Map.of("Authorization", "Bearer abc", "Accept-Language", "de");
    assertEquals(sent, session.prober().sentToEdge());
    robot.clickOn("#probe-headers");
    withCtrl(KeyCode.Z);
    assertTrue(!written("probe-headers").contains("abc"), "undoing brings no secret back");

    robot.clickOn("#probe-ask");
    await("the same again", () -> "stale".equals(verdict()));
    assertEquals(sent, session.prober().sentToEdge(), "what is masked is sent as it was");
    int before = session.prober().originAsked().size();
    robot.type(KeyCode.F5);
    await("the same once more", () -> session.prober().originAsked().size() >= before + 2);
    await("its verdict", () -> "stale".equals(verdict()));
    assertEquals(sent, session.prober().sentToEdge(), "and by F5 as well");

    write("probe-headers", "Host: elsewhere");
    robot.clickOn("#probe-ask");
    await("the mistake", () -> said("probe-reason").startsWith("Host is set by the probe itself"));
    assertEquals(null, verdictNode().getUserData());
  }

  @Test
  void anAddressOfNobodyIsRefused() throws Exception {
    openPage(stale());
    write("probe-input", "https://cdn.example/x");
    robot.clickOn("#probe-ask");
    await(
        "the sentence", () -> said("probe-reason").startsWith("cdn.example is a name of neither"));
    assertTrue(button("probe-purge").isDisabled());
  }

  @Test
  void fromAnEntryOfTheHistory() throws Exception {
    FakeSession session = stale();
    JournalEntry old = session.purge(List.of(MEMBERS, "/b/*"), "case 1", FakeSession.START);
    session.tables().put(FakeSession.moved(old, State.FRESH, Duration.ofSeconds(14)));
    open(session.open());
    await("the members", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT3);
    await(
        "the history",
        () -> ((TableView<?>) root().lookup("#history-table")).getItems().size() > 1);
    focus("history-table");
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    await("its paths", () -> shown("history-probe-1"));
    assertTrue(!shown("history-probe-2"), "a wildcard cannot be probed");
    robot.clickOn("#history-probe-1");
    await("the verdict", () -> "stale".equals(verdict()));
    assertEquals(MEMBERS, written("probe-input"));
  }

  @Test
  void fromTheOpenProject() throws Exception {
    FakeSession session = stale();
    open(session.open());
    await("the members", () -> shown("member-table") && !button("members-probe").isDisabled());
    focus("members-probe");
    robot.type(KeyCode.SPACE);
    await("the menu", WindowTest::isAtAnEntry);
    robot.type(KeyCode.ENTER);
    await("the verdict", () -> shown("probe-verdict") && "stale".equals(verdict()));
    assertEquals(MEMBERS, written("probe-input"));
  }

  @Test
  void everythingIsReachedByTabAndHasAName() throws Exception {
    openPage(stale());
    write("probe-input", MEMBERS);
    robot.clickOn("#probe-ask");
    await("the verdict", () -> "stale".equals(verdict()));
    robot.clickOn("#probe-headers-show");
    Set<String> reached = reachedByTab("nav-members", 30);
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "nav-probe",
                "probe-input",
                "probe-headers-show",
                "probe-headers",
                "probe-ask",
                "probe-purge",
                "probe-explain"));
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
    List<String> nameless = new ArrayList<>();
    assertTrue(walk(root(), nameless) > 10, "controls were found");
    assertEquals(List.of(), nameless);
  }

  private static FakeSession stale() {
    FakeSession session = FakeSession.company();
    session
        .prober()
        .says(MEMBERS, Answers.hit(41, 5, "editor", 2_880), Answers.fromOrigin(42, 5, "viewer"));
    return session;
  }

  private void openPage(FakeSession session) throws TimeoutException {
    open(session.open());
    await("the members", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT6);
    await("the page", () -> shown("probe-input"));
  }

  private Label verdictNode() {
    return (Label) root().lookup("#probe-verdict");
  }

  private String verdict() {
    return String.valueOf(verdictNode().getUserData());
  }

  private List<String> differences() {
    return ((VBox) root().lookup("#probe-differences"))
        .getChildren().stream()
            .map(line -> ((Label) ((Parent) line).getChildrenUnmodifiable().getFirst()).getText())
            .toList();
  }
}
