package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people look up, and take along, by keyboard and mouse. */
class HistoryFlowsTest extends WindowTest {
  private static final String MEMBERS = "/projects/atlas/members";

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasPurgedIsFoundAndExported() throws Exception {
    FakeSession session = Past.company();
    openPages(session);
    purge(MEMBERS, "case 8812");
    await("its end", () -> State.FRESH.word().equals(status()));
    withCtrl(KeyCode.DIGIT3);
    await("the history", () -> rows() == 18);
    withCtrl(KeyCode.F);
    assertEquals("history-search", focused().getId());
    robot.write("8812 " + MEMBERS);
    await("the one", () -> rows() == 2);
    await("its number", () -> button("history-export").getText().equals("Export 1"));
    files.choosing(folder);
    robot.clickOn("#history-export");
    await("it to be written", () -> said("history-line").startsWith("1 entry written to history-"));
    Path sheet = onlyFile();
    List<String> lines = Files.readAllLines(sheet);
    JournalEntry entry =
        session.tables().newest(null, 100).stream()
            .filter(each -> each.about().reason().equals("case 8812"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, lines.size());
    assertTrue(lines.get(1).startsWith(entry.id() + ",purge,"), lines.get(1));
    assertTrue(lines.get(1).contains("," + MEMBERS + " " + MEMBERS + "?*,"), lines.get(1));

    robot.clickOn("#history-reset");
    await("all of it", () -> rows() == 18);
    Path json = folder.resolve("all.json");
    files.choosing(json);
    robot.clickOn("#history-export");
    await("it to be written", () -> said("history-line").equals("16 entries written to all.json"));
    JsonNode entries = JsonMapper.shared().readTree(Files.readString(json)).get("entries");
    assertEquals(16, entries.size());
    List<String> ids = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    entries.forEach(each -> {
      ids.add(each.get("id").asString());
      kinds.add(each.get("kind").asString());
    });
    assertTrue(ids.containsAll(List.of(entry.id(), Past.FOREIGN)), ids::toString);
    assertEquals(Set.of("publication", "purge", "foreign"), Set.copyOf(kinds));
  }

  @Test
  void aForeignOneIsPurgedAgainAndTakenToTheCommandLine() throws Exception {
    openHistory(Past.company());
    focus("history-table");
    withCtrl(KeyCode.F);
    robot.write("/index.html foreign");
    await("both", () -> rows() == 4);
    focus("history-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN);
    await("its details", () -> shown("history-repeat"));
    robot.type(KeyCode.ENTER);
    await("what can be done", () -> "history-repeat".equals(focused().getId()));
    focus("history-copy-cli");
    robot.type(KeyCode.SPACE);
    await("the command", () -> button("history-copy-cli").getText().equals("Copied"));
    String command =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
    assertTrue(
        command.endsWith("--distribution-id E2SANDBOX --paths '/static/*' '/index.html'"), command);
    robot.type(KeyCode.ESCAPE);
    await("the table", () -> "history-table".equals(focused().getId()));
    focus("history-repeat");
    robot.type(KeyCode.SPACE);
    await("it on the Purge page", () -> written("purge-input").equals("/static/*\n/index.html"));
  }

  @Test
  void filtersCombineAndAreTakenBackWithOneClick() throws Exception {
    openHistory(Past.company());
    choose("history-kind", "PURGE");
    await("the purges", () -> rows() == 6);
    choose("history-status", "FAILED");
    await("the failed", () -> rows() == 2);
    choose("history-person", "amara");
    await("none", () -> rows() == 0);
    robot.clickOn("#history-reset");
    await("all of it", () -> rows() == 17);
    await("the search", () -> "history-search".equals(focused().getId()));
    assertTrue(!shown("history-reset"));
  }

  /** Nothing is told of what is seen, and of what is not, once. */
  @Test
  void whatEndsWhileAnotherPageIsOpenIsToldThere() throws Exception {
    var ticker = new GatedTicker();
    FakeSession session = FakeSession.company(ticker);
    session.invalidator().completing(false);
    openPages(session);
    ticker.shut();
    purge(MEMBERS, "case 8812");
    await("it to be under way", () -> shown("nav-history-open"));
    assertEquals("1 open", said("nav-history-open"));
    withCtrl(KeyCode.DIGIT1);
    await("another page", () -> shown("member-table"));
    session.invalidator().completing(true);
    ticker.open();
    await("the notice", () -> shown("notices"));
    assertTrue(!shown("nav-history-open"));
    ButtonBase look = button("notice-open-1");
    assertTrue(
        look.getAccessibleText().startsWith("Purge of 2 paths: fresh. It took "),
        look.getAccessibleText());
    assertTrue(
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> isOverNoControl(root().lookup("#notices"))),
        "it covers a control");
    robot.clickOn("#notice-open-1");
    await("its details", () -> shown("history-repeat"));
    assertTrue(!shown("notices"), "it goes when it is seen");
  }

  private boolean isOverNoControl(Node notices) {
    var box = notices.localToScene(notices.getLayoutBounds());
    return root().lookupAll(".button").stream()
        .filter(node -> !isIn(node, notices) && isSeen(node))
        .noneMatch(node -> node.localToScene(node.getLayoutBounds()).intersects(box));
  }

  private static boolean isIn(Node node, Node outer) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void everythingIsReachedByTab() throws Exception {
    openHistory(Past.company());
    choose("history-kind", "PURGE");
    await("the purges", () -> rows() == 6);
    focus("history-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN);
    await("its details", () -> shown("history-repeat"));
    Set<String> reached = reachedByTab("nav-history", 25);
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "history-search",
                "history-since",
                "history-kind",
                "history-status",
                "history-person",
                "history-project",
                "history-reset",
                "history-table",
                "history-repeat",
                "history-copy-cli",
                "history-export"));
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
  }

  @Test
  void everyControlHasANameForThoseWhoDoNotSeeIt() throws Exception {
    openHistory(Past.company());
    focus("history-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN);
    await("its details", () -> shown("history-repeat"));
    List<String> nameless = new ArrayList<>();
    int controls = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> walk(root(), nameless));
    assertEquals(List.of(), nameless);
    assertTrue(controls > 15, () -> "only " + controls + " controls seen");
  }

  // The pages

  private void openPages(FakeSession session) throws TimeoutException {
    open(session.open());
    await("the pages", () -> shown("member-table"));
  }

  private void openHistory(FakeSession session) throws TimeoutException {
    openPages(session);
    withCtrl(KeyCode.DIGIT3);
    await("the history", () -> rows() == 17);
  }

  private void purge(String path, String reason) throws TimeoutException {
    withCtrl(KeyCode.DIGIT2);
    await("the distribution", () -> shown("purge-input") && said("purge-cost").contains("billed"));
    write("purge-input", path);
    write("purge-reason", reason);
    await("the plan", () -> !button("purge-submit").isDisabled());
    robot.clickOn("#purge-submit");
  }

  /** Entries and days. */
  private int rows() {
    return root().lookup("#history-table") instanceof TableView<?> table
        ? table.getItems().size()
        : -1;
  }

  private void choose(String id, String word) {
    robot.interact(() -> select((ComboBox<?>) root().lookup("#" + id), word));
  }

  private static <T> void select(ComboBox<T> box, String word) {
    box.setValue(
        box.getItems().stream()
            .filter(choice -> choice.toString().contains(word))
            .findFirst()
            .orElseThrow());
  }

  private Path onlyFile() throws Exception {
    try (var there = Files.list(folder)) {
      return there.findFirst().orElseThrow();
    }
  }
}
