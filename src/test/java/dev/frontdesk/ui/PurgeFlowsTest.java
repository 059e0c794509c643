package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What people do on the Purge page, by keyboard and mouse, on tables in memory. */
class PurgeFlowsTest extends WindowTest {
  private static final String MEMBERS = "/projects/atlas/members";

  @Test
  void aPurgeIsPastedPlannedAndSubmittedByKeyboard() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    withCtrl(KeyCode.F);
    assertEquals("purge-input", focused().getId());
    write("purge-input", "http://127.0.0.1:8787/projects/atlas/members\n/projects/*/members\n");
    robot.type(KeyCode.END);
    await("the plan", () -> said("purge-error").startsWith("1 line is wrong"));
    assertTrue(button("purge-submit").isDisabled(), "without a reason");
    assertEquals("Purge 2 paths", button("purge-submit").getText());
    focus("purge-reason");
    robot.write("case 8812");
    await("it to be ready", () -> !button("purge-submit").isDisabled());
    withCtrl(KeyCode.ENTER);
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    await("the input to be empty", () -> written("purge-input").isEmpty());
    assertEquals("", written("purge-reason"));
    JournalEntry entry = session.tables().newest(null, 1).getFirst();
    assertEquals("case 8812", entry.about().reason());
    assertEquals(List.of(MEMBERS, MEMBERS + "?*"), session.invalidator().all().getFirst().items());
  }

  @Test
  void everythingIsReachedByTab() throws Exception {
    open(FakeSession.company());
    write("purge-input", "/projects/atlas/*\nprojects/atlas\n");
    write("purge-reason", "case 8812");
    await("an offer", () -> shown("purge-offer-1"));
    Set<String> reached = reachedByTab("nav-members", 30);
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "nav-purge",
                "nav-history",
                "purge-choose-project",
                "purge-choose-member",
                "purge-input",
                "purge-preview",
                "purge-offer-1",
                "purge-reason",
                "purge-submit"));
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
  }

  @Test
  void aMemberIsChosenInsteadOfTyped() throws Exception {
    open(FakeSession.company());
    focus("purge-choose-member");
    robot.type(KeyCode.SPACE);
    await("the search", () -> "purge-pick-search".equals(focused().getId()));
    robot.write("atlas");
    await("one project", () -> rows("purge-pick-list") == 1);
    robot.type(KeyCode.ENTER);
    await("its members", () -> rows("purge-pick-list") == 24);
    robot.write("dlam");
    await("one member", () -> rows("purge-pick-list") == 1);
    robot.type(KeyCode.ENTER);
    await("the input to have the focus", () -> "purge-input".equals(focused().getId()));
    assertEquals("#member-m2009", written("purge-input"));
    assertTrue(!shown("purge-pick-list"), "it closes");
  }

  @Test
  void anOfferIsTakenAndTakenBack() throws Exception {
    open(FakeSession.company());
    write("purge-input", "/x\n/projects/atlas/*");
    await("an offer", () -> shown("purge-offer-1"));
    robot.clickOn("#purge-offer-1");
    await("the text to be rewritten", () -> written("purge-input").equals("/x\n" + MEMBERS));
    focus("purge-input");
    withCtrl(KeyCode.Z);
    await("it to be as it was", () -> written("purge-input").equals("/x\n/projects/atlas/*"));
  }

  @Test
  void aRecentPurgeIsTakenAgain() throws Exception {
    FakeSession session = FakeSession.company();
    JournalEntry old = session.purge(List.of("/a", "/b/*"), "case 1", FakeSession.START);
    session.tables().put(FakeSession.moved(old, State.FRESH, Duration.ofSeconds(14)));
    open(session);
    await("the recent purges", () -> table("purge-recent").getItems().size() == 1);
    focus("purge-recent");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    await("its paths", () -> written("purge-input").equals("/a\n/b/*"));
    assertEquals("case 1", written("purge-reason"));
    await("its plan", () -> button("purge-submit").getText().equals("Purge 2 paths"));
  }

  @Test
  void everythingIsAskedAboutFirst() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    write("purge-input", "/*");
    write("purge-reason", "case 8812");
    await("the plan", () -> !button("purge-submit").isDisabled());
    robot.clickOn("#purge-submit");
    await("the question", () -> shown("cancel"));
    robot.clickOn("#cancel");
    await("it to be gone", () -> !shown("cancel"));
    assertEquals(List.of(), session.invalidator().all());
    assertEquals("/*", written("purge-input"));
    robot.clickOn("#purge-submit");
    await("the question", () -> shown("confirm"));
    robot.clickOn("#confirm");
    await("its end", () -> State.COMPLETED.word().equals(status()));
    assertEquals(
        List.of(List.of("/*")),
        session.invalidator().all().stream().map(Invalidation::items).toList());
  }

  @Test
  void itGoesOnWhenThePageIsLeft() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    write("purge-input", MEMBERS);
    write("purge-reason", "case 8812");
    await("the plan", () -> !button("purge-submit").isDisabled());
    robot.clickOn("#purge-submit");
    withCtrl(KeyCode.DIGIT1);
    await("another page", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT2);
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
  }

  @Test
  void everyControlHasANameForThoseWhoDoNotSeeIt() throws Exception {
    open(FakeSession.company());
    write("purge-input", "/projects/atlas/*\nprojects/atlas\n");
    await("an offer", () -> shown("purge-offer-1"));
    List<String> nameless = new ArrayList<>();
    int controls = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> walk(root(), nameless));
    assertEquals(List.of(), nameless);
    assertTrue(controls > 15, () -> "only " + controls + " controls seen");
  }

  @Test
  void whatIsTypedBehindTenThousandLinesIsReadLikeAnyOther() throws Exception {
    open(FakeSession.company());
    write(
        "purge-input",
        IntStream.range(0, 10_000)
            .mapToObj("/assets/%d/picture.png"::formatted)
            .collect(Collectors.joining("\n", "", "\n")));
    await("the plan", () -> table("purge-preview").getItems().size() == 10_000);
    focus("purge-input");
    withCtrl(KeyCode.END);
    robot.write("/one/more");
    await("one more", () -> table("purge-preview").getItems().size() == 10_001);
    assertEquals("Purge 10,001 paths", button("purge-submit").getText());
  }

  // The page

  private void open(FakeSession session) throws TimeoutException {
    open(session.open());
    await("the pages", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT2);
    await("the distribution", () -> shown("purge-input") && said("purge-cost").contains("billed"));
  }

  private TableView<?> table(String id) {
    return (TableView<?>) root().lookup("#" + id);
  }

  private int rows(String id) {
    return ((ListView<?>) root().lookup("#" + id)).getItems().size();
  }
}
