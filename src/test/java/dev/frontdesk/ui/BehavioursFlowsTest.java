package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Distribution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What people do on the Behaviours page, by keyboard and mouse. */
class BehavioursFlowsTest extends WindowTest {
  private static final String MEMBERS = "/projects/atlas/members";
  private static final String PROJECTS = "/members/m2001/projects";

  private static FakeSession company() {
    FakeSession session = FakeSession.company();
    session
        .prober()
        .originSays(MEMBERS, 200, Map.of("cache-control", List.of("max-age=0, s-maxage=7200")))
        .originSays(
            PROJECTS,
            200,
            Map.of(
                "cache-control", List.of("max-age=30, s-maxage=86400"),
                "cache-tag", List.of("member-m2001")));
    return session;
  }

  @Test
  void aPathIsExplainedByKeyboard() throws Exception {
    FakeSession session = company();
    open(session);
    assertEquals(List.of(MEMBERS, PROJECTS), session.prober().originAsked(), "each route once");
    withCtrl(KeyCode.F);
    assertEquals("behaviour-path", focused().getId());
    robot.write(PROJECTS);
    assertEquals(2, session.prober().originAsked().size(), "nothing is asked while typing");
    robot.type(KeyCode.ENTER);
    await("the figures", () -> said("behaviour-effective-ttl").equals("24 h"));
    assertEquals("86,400 s", said("behaviour-effective-seconds"));
    assertEquals(86_400L, root().lookup("#behaviour-effective-ttl").getUserData());
    assertEquals("30 s", said("behaviour-browser-ttl"));
    assertEquals(List.of(MEMBERS, PROJECTS, PROJECTS), session.prober().originAsked());
    assertEquals(1, table("behaviour-table").getSelectionModel().getSelectedIndex());
    List<Node> steps = ((Pane) root().lookup("#behaviour-steps")).getChildren();
    assertEquals(5, steps.size());
    assertEquals(
        "Step 5, While the origin fails, served up to the maximum TTL (no stale-if-error):"
            + " until 31,536,000 s",
        steps.getLast().getAccessibleText());
    assertEquals(0, ((Pane) root().lookup("#behaviour-warnings")).getChildren().size());
  }

  @Test
  void whatIsNoPathIsSaidBesideIt() throws Exception {
    open(company());
    write("behaviour-path", "https://other.example/x");
    robot.clickOn("#behaviour-explain");
    await("what is wrong", () -> shown("behaviour-error"));
    assertTrue(said("behaviour-error").startsWith("other.example is a name of neither side"));
    assertEquals("–", said("behaviour-effective-ttl"));
    assertTrue(button("behaviour-purge").isDisabled());
    write("behaviour-path", MEMBERS);
    robot.clickOn("#behaviour-explain");
    await("the figures", () -> said("behaviour-effective-ttl").equals("2 h"));
    assertTrue(!shown("behaviour-error"));
  }

  @Test
  void theRoutesAreCheckedOnceWhenThePageIsShown() throws Exception {
    FakeSession session = company();
    open(session);
    assertEquals(2, table("behaviour-routes").getItems().size());
    withCtrl(KeyCode.DIGIT1);
    await("another page", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT5);
    await("the page", () -> shown("behaviour-table"));
    assertEquals(2, session.prober().originAsked().size());
    Distribution now = session.distributions().read();
    Behaviour rest = now.behaviours().getLast();
    session.distributions().put(new Distribution(now.names(), List.of(rest), "Cache-Tag"));
    robot.type(KeyCode.F5);
    await("the distribution as it is now", () -> table("behaviour-table").getItems().size() == 1);
    await("each route again", () -> session.prober().originAsked().size() == 4);
  }

  @Test
  void theExplainedPathIsPurged() throws Exception {
    open(company());
    write("behaviour-path", "http://127.0.0.1:8787" + MEMBERS);
    robot.clickOn("#behaviour-explain");
    await("the figures", () -> said("behaviour-effective-ttl").equals("2 h"));
    robot.clickOn("#behaviour-purge");
    await("the Purge page", () -> shown("purge-input"));
    assertEquals(MEMBERS, written("purge-input"));
  }

  @Test
  void everythingIsReachedByTabAndHasAName() throws Exception {
    open(company());
    write("behaviour-path", MEMBERS);
    robot.clickOn("#behaviour-explain");
    await("the figures", () -> said("behaviour-effective-ttl").equals("2 h"));
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "behaviour-table",
                "behaviour-path",
                "behaviour-explain",
                "behaviour-probe",
                "behaviour-purge",
                "behaviour-routes"));
    Set<String> reached = reachedByTab("nav-behaviours", 20);
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
    List<String> nameless = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> walk(root(), nameless));
    assertEquals(List.of(), nameless);
  }

  // The page

  private void open(FakeSession session) throws TimeoutException {
    open(session.open());
    await("the pages", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT5);
    await(
        "the behaviours and the routes",
        () ->
            shown("behaviour-table")
                && !table("behaviour-table").getItems().isEmpty()
                && !table("behaviour-routes").getItems().isEmpty());
  }

  private TableView<?> table(String id) {
    return (TableView<?>) root().lookup("#" + id);
  }
}
