package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.State;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What people do in the window, by keyboard and mouse, on tables in memory. */
@ExtendWith(ApplicationExtension.class)
class FlowsTest {
  @TempDir private Path folder = Path.of("");

  private final FakeFiles files = new FakeFiles();
  private final FxRobot robot = new FxRobot();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Console console;

  @AfterEach
  void close() {
    Console open = console;
    if (open != null) {
      WaitForAsyncUtils.waitForAsyncFx(10_000, open::close);
    }
    background.close();
  }

  @Test
  void everythingIsReachedByTab() throws Exception {
    open(FakeSession.company());
    focus("member-table");
    robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.DELETE, KeyCode.DOWN);
    await("the change", () -> !button("change-publish").isDisabled());
    Set<String> reached = new HashSet<>();
    focus("project-search");
    for (int i = 0; i < 40; i++) {
      Node owner = focused();
      if (owner.getId() != null) {
        reached.add(owner.getId());
      }
      robot.type(KeyCode.TAB);
    }
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

  /** How many controls there are below; those without a name are noted. */
  private static int walk(Parent parent, List<String> nameless) {
    int controls = 0;
    for (Node node : parent.getChildrenUnmodifiable()) {
      boolean control =
          node instanceof ButtonBase
              || node instanceof ComboBoxBase<?>
              || node instanceof TextInputControl
              || node instanceof TableView<?>
              || node instanceof ListView<?>;
      if (control) {
        controls++;
        String text = node instanceof ButtonBase button ? ((Labeled) button).getText() : null;
        String name = node.getAccessibleText() == null ? text : node.getAccessibleText();
        if (name == null || name.isBlank()) {
          nameless.add(node.toString());
        }
      }
      if (node instanceof Parent inner && !(node instanceof ComboBoxBase<?>)) {
        controls += walk(inner, nameless);
      }
    }
    return controls;
  }

  // The window

  private void open(FakeSession session) throws Exception {
    Stage stage = FxToolkit.registerStage(Stage::new);
    Texts texts = Texts.of(Locale.ENGLISH);
    var tools =
        new Tools(
            texts,
            new Moments(texts, ZoneOffset.UTC),
            new Now(InstantSource.system()),
            new Work(background, Platform::runLater, Platform::isFxApplicationThread),
            files);
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          var choice = ConnectionChoice.of(session.open().connection(), session::open);
          console = new Console(tools, List.of(choice));
          console.show(stage);
        });
    robot.targetWindow(stage);
    await("the roster", () -> shown("member-table") && table().getItems().size() == 24);
  }

  private Parent root() {
    return Objects.requireNonNull(console).root();
  }

  private void focus(String id) throws TimeoutException {
    robot.interact(() -> root().lookup("#" + id).requestFocus());
    await("the focus", () -> id.equals(focused().getId()));
  }

  private Node focused() {
    return root().getScene().getFocusOwner();
  }

  private ButtonBase button(String id) {
    return (ButtonBase) root().lookup("#" + id);
  }

  private boolean shown(String id) {
    return robot.lookup("#" + id).tryQuery().filter(FlowsTest::isSeen).isPresent();
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private TableView<?> table() {
    return (TableView<?>) root().lookup("#member-table");
  }

  private String first() {
    return table().getItems().getFirst().toString();
  }

  private String status() {
    return String.valueOf(root().lookup("#publication-status").getUserData());
  }

  /** All that the difference says. */
  private String summary() {
    var words = new StringBuilder();
    root()
        .lookup("#change-summary")
        .lookupAll(".label")
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

  /** Looks on the user interface's thread, since the scene changes there. */
  private static void await(String what, Callable<Boolean> condition) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(
          10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    } catch (TimeoutException e) {
      throw new TimeoutException("waited in vain for " + what);
    }
  }
}
