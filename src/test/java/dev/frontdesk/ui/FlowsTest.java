package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** What people do in the window, by keyboard and mouse, on tables in memory. */
class FlowsTest extends WindowTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void everythingIsReachedByTab() throws Exception {
    open(FakeSession.company());
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE, KeyCode.DOWN);
    await("the change", () -> !button("change-publish").isDisabled());
    Set<String> reached = reachedByTab("project-search", 40);
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "connection-picker",
                "nav-members",
                "project-search",
                "project-list",
                "member-search",
                "member-remove",
                "members-import",
                "members-export",
                "member-table",
                "member-email",
                "member-name",
                "member-role",
                "change-reason",
                "change-discard",
                "change-publish"));
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
  }

  @Test
  void aRoleIsChosenInARowThatHasTheFocusAlone() throws Exception {
    open(FakeSession.company());
    focus("member-table");
    robot.interact(() -> {
      TableView<?> table = (TableView<?>) root().lookup("#member-table");
      table.getSelectionModel().clearSelection();
      table.getFocusModel().focus(1);
    });
    robot.type(KeyCode.F2);
    robot.type(KeyCode.UP, KeyCode.ENTER);
    await("another role", () -> summary().contains("viewer → editor"));
  }

  @Test
  void aMemberIsRemovedByTheMenuOfItsRow() throws Exception {
    open(FakeSession.company());
    robot.rightClickOn("Ananya Sharma");
    await(
        "the menu", () -> table().getContextMenu() != null && table().getContextMenu().isShowing());
    Parent menu = table().getContextMenu().getScene().getRoot();
    robot.clickOn(robot.from(menu).lookup("Remove").<Node>query());
    await("the removal", () -> summary().contains("Ananya Sharma"));
  }

  @Test
  void aProjectsRowTellsOfItsMembersAndOfEditsThatWaitInIt() throws Exception {
    open(FakeSession.company());
    await("its count", () -> "Atlas, 24 members".equals(project("Atlas").getAccessibleText()));
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    assertNull(project("Atlas").lookup(".icon"));
    robot.clickOn("Borealis");
    await("its pencil", () -> project("Atlas").lookup(".icon") != null);
    assertEquals("Atlas has a change that is not published", project("Atlas").getAccessibleHelp());
  }

  @Test
  void theListOfProjectsHasNoEmptyRowsAndRoomToSayThatItIsEmpty() throws Exception {
    open(FakeSession.company());
    await("a row for each", () -> projectRows().size() == 12);
    robot.clickOn("#project-search").write("lyon");
    await("the one that is looked for", () -> projectRows().size() == 1);
    assertEquals("Édition Lyon", projectRows().getFirst().getText());
    robot.write(" none");
    Region list = (Region) root().lookup("#project-list");
    await("its room", () -> list.getHeight() == ((Region) list.getParent()).getHeight());
  }

  /** In a small window, where the counts come after the names have been cut for a list without. */
  @Test
  void aProjectsLongNameEndsBeforeItsCount() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    robot.interact(() -> root().getScene().getWindow().setWidth(1000));
    await("its count", () -> project("Delta Migration").getAccessibleText().endsWith("3 members"));
    await(
        "the name to be cut",
        () -> {
          Labeled cell = project("Delta Migration");
          Text name = (Text) cell.lookup(".text");
          return name.getText().endsWith("...")
              && name.getBoundsInParent().getMaxX()
                  <= cell.lookup(".project-count").getBoundsInParent().getMinX();
        });
  }

  @Test
  void theRoleOfSomebodyNewIsChosenByKeys() throws Exception {
    open(FakeSession.company());
    focus("member-role");
    ChoiceBox<?> role = (ChoiceBox<?>) root().lookup("#member-role");
    robot.type(KeyCode.UP, KeyCode.UP, KeyCode.DOWN);
    await("the one above", () -> role.getValue().toString().equals("editor"));
    assertFalse(role.isShowing(), "the arrows choose, and open nothing");
    robot.type(KeyCode.F4);
    await("the menu", role::isShowing);
    robot.type(KeyCode.UP, KeyCode.ENTER);
    await("the one chosen in it", () -> role.getValue().toString().equals("admin"));
  }

  @Test
  void aChangeIsMadeUndoneAndPublishedByKeyboard() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.F2);
    robot.type(KeyCode.UP, KeyCode.ENTER);
    await("another role", () -> summary().contains("viewer → editor"));
    focus("member-table");
    robot.type(KeyCode.DOWN, KeyCode.DELETE);
    await("a removal", () -> button("change-publish").getText().equals("Publish 2 changes"));
    robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    await(
        "the removal undone", () -> button("change-publish").getText().equals("Publish 1 change"));
    focus("change-reason");
    robot.write("takes over");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    assertEquals("editor", role(session.roster("atlas"), "Ananya Sharma"));
    assertEquals("takes over", session.tables().newest(null, 1).getFirst().about().reason());
  }

  /** It ends while another page is open; the notice leads to it. */
  @Test
  void whatEndsOutOfSightIsToldByANoticeAsTallAsItsWords() throws Exception {
    var ticker = new GatedTicker();
    ticker.shut();
    FakeSession session = FakeSession.company(ticker);
    session.invalidator().completing(false);
    open(session);
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    robot.clickOn("#change-publish");
    await("it to be on its way", () -> State.SUBMITTED.word().equals(status()));
    robot.clickOn("#nav-purge");
    session.invalidator().completing(true);
    ticker.open();
    await("the notice", () -> robot.lookup(".floating-notice").tryQuery().isPresent());
    double height = robot.lookup(".floating-notice").query().getBoundsInParent().getHeight();
    assertTrue(height < 72, () -> "two lines of words take " + height + " pixels");
    robot.clickOn("#notice-open-1");
    await("its details", () -> shown("history-details"));
  }

  @Test
  void aTablesHeadSorts() throws Exception {
    open(FakeSession.company());
    robot.clickOn("E-mail");
    await("the order of addresses", () -> first().contains("amara.okafor@"));
    robot.clickOn("E-mail");
    await("the other way round", () -> first().contains("zoe.vdberg@"));
  }

  @Test
  void aChangeIsAppliedAgainOnTopOfAnothers() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    Roster seen = session.roster("atlas");
    session.changedByOthers(
        "atlas", RosterChange.between(seen.members(), seen.members().subList(0, 23)));
    robot.clickOn("#change-publish");
    await("the conflict", () -> shown("conflict-apply-again"));
    robot.clickOn("#conflict-apply-again");
    await("the change on top", () -> !button("change-publish").isDisabled());
    robot.clickOn("#change-publish");
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    assertEquals(44, session.roster("atlas").version());
    assertEquals(22, session.roster("atlas").members().size());
  }

  @Test
  void aSheetIsImportedAndSentByAWildcard() throws Exception {
    var sheet = new StringBuilder("email,name,role\n");
    for (int i = 0; i < 1_000; i++) {
      sheet.append("new").append(i).append("@acme.example,New ").append(i).append(",viewer\n");
    }
    files.choosing(Files.writeString(folder.resolve("intake.csv"), sheet));
    FakeSession session = FakeSession.company();
    session.tables().mostMembers(300);
    open(session);
    focus("members-import");
    robot.type(KeyCode.SPACE);
    await("the numbers", () -> shown("import-take") && !button("import-take").isDisabled());
    focus("import-take");
    robot.type(KeyCode.SPACE);
    await("the offer", () -> shown("preview-wildcard"));
    focus("preview-exact");
    robot.type(KeyCode.DOWN);
    await("it to be chosen", () -> ((RadioButton) button("preview-wildcard")).isSelected());
    focus("change-publish");
    robot.type(KeyCode.SPACE);
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    assertEquals(1_024, session.roster("atlas").members().size());
    assertEquals(
        Set.of("/projects/atlas/members", "/members/*"),
        Set.copyOf(session.invalidator().all().getFirst().items()));
  }

  @Test
  void aPublicationIsTakenBackFromTheHistory() throws Exception {
    FakeSession session = FakeSession.company();
    open(session);
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    robot.clickOn("#change-publish");
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    await("the history", () -> shown("history-table"));
    focus("history-table");
    robot.type(KeyCode.DOWN, KeyCode.DOWN);
    await("its details", () -> shown("publication-undo"));
    focus("publication-undo");
    robot.type(KeyCode.SPACE);
    await("the change back", () -> summary().contains("Ananya Sharma"));
    assertEquals(43, session.roster("atlas").version(), "nothing is sent by itself");
    await("its preview", () -> !button("change-publish").isDisabled());
    robot.clickOn("#change-publish");
    await(
        "the second to be fresh",
        () -> State.FRESH.word().equals(status()) && session.roster("atlas").version() == 44);
    assertEquals(24, session.roster("atlas").members().size());
  }

  @Test
  void inProductionItIsAskedAboutFirst() throws Exception {
    var session = new FakeSession(true);
    session.tables().put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    open(session);
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    robot.clickOn("#change-publish");
    await("the question", () -> shown("cancel"));
    robot.clickOn("#cancel");
    await("it to be gone", () -> !shown("cancel"));
    assertEquals(42, session.roster("atlas").version());
    robot.clickOn("#change-publish");
    await("the question", () -> shown("confirm"));
    robot.clickOn("#confirm");
    await("the edge to be fresh", () -> State.FRESH.word().equals(status()));
    assertEquals(43, session.roster("atlas").version());
  }

  @Test
  void closingAsksBeforeEditsAreLost() throws Exception {
    open(FakeSession.company());
    Window window = root().getScene().getWindow();
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    requestClose(window);
    await("the question", () -> shown("cancel"));
    robot.clickOn("#cancel");
    await("it to be gone", () -> !shown("cancel"));
    assertTrue(window.isShowing());
    requestClose(window);
    await("the question", () -> shown("confirm"));
    robot.clickOn("#confirm");
    await("the window to be closed", () -> !window.isShowing());
  }

  /** What the window's close button does. */
  private static void requestClose(Window window) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  @Test
  void everyControlHasANameForThoseWhoDoNotSeeIt() throws Exception {
    open(FakeSession.company());
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE);
    await("the change", () -> !button("change-publish").isDisabled());
    List<String> nameless = new ArrayList<>();
    int controls = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> walk(root(), nameless));
    assertEquals(List.of(), nameless);
    assertTrue(controls > 20, () -> "only " + controls + " controls seen");
  }

  // The window

  private void open(FakeSession session) throws Exception {
    open(session.open());
    await("the roster", () -> shown("member-table") && table().getItems().size() == 24);
  }

  private TableView<?> table() {
    return (TableView<?>) root().lookup("#member-table");
  }

  /** Those that are seen. */
  private List<Labeled> projectRows() {
    return root().lookup("#project-list").lookupAll(".list-cell").stream()
        .filter(Node::isVisible)
        .map(cell -> (Labeled) cell)
        .toList();
  }

  private Labeled project(String name) {
    return projectRows().stream()
        .filter(cell -> name.equals(cell.getText()))
        .findFirst()
        .orElseThrow();
  }

  private String first() {
    return table().getItems().getFirst().toString();
  }

  /** All that the difference says, once there is one. */
  private String summary() {
    var words = new StringBuilder();
    root()
        .lookupAll("#change-summary .label")
        .forEach(label -> words.append(((Labeled) label).getText()).append('\n'));
    return words.toString();
  }

  private static String role(Roster roster, String name) {
    return roster.members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::role)
        .map(role -> role.name())
        .findFirst()
        .orElse("nobody of this name");
  }
}
