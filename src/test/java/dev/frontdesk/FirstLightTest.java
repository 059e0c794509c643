package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.cli.Backstage.RunningSandbox;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.Console;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A member is edited in the real window, and the real edge serves the change. */
@ExtendWith(ApplicationExtension.class)
class FirstLightTest {
  private static final String ADDRESS = "ada.lovelace@acme.example";
  private static final String REASON = "Takes over the night shift";

  private static RunningSandbox sandbox;
  private static Session session;
  private static ExecutorService background;

  private final HttpClient reader = HttpClient.newHttpClient();
  private @Nullable Console console;

  @BeforeAll
  static void openTheSandbox() {
    var wiring = new Wiring();
    sandbox = wiring.startSandbox(0, null, "propagation=1s");
    session = wiring.open(sandbox.connection());
    background = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void closeTheSandbox() {
    session.close();
    sandbox.close();
    background.close();
  }

  @Start
  void open(Stage stage) {
    Texts texts = Texts.of(Locale.ENGLISH);
    var tools =
        new Tools(
            texts,
            new Moments(texts, ZoneId.systemDefault()),
            new Now(InstantSource.system()),
            new Work(background, Platform::runLater, Platform::isFxApplicationThread));
    var choice = ConnectionChoice.of(sandbox.connection(), () -> session);
    console = new Console(tools, List.of(choice));
    console.show(stage);
  }

  /** It heeds no pointer before its first picture. */
  private boolean shown() {
    Parent root = Objects.requireNonNull(console).root();
    return root.getScene().getWindow().isShowing() && !root.isMouseTransparent();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.waitForAsyncFx(10_000, Objects.requireNonNull(console)::close);
    reader.close();
  }

  @Test
  void aMemberIsAddedAndTheEdgeServesIt(FxRobot robot) throws Exception {
    URI edge = URI.create(sandbox.edgeUrl() + "/projects/zurich-ops/members");
    assertEquals("Miss from cloudfront", cache(get(edge)));
    HttpResponse<String> before = get(edge);
    assertEquals("Hit from cloudfront", cache(before));
    assertFalse(before.body().contains(ADDRESS));

    await("the projects", () -> shown() && !list(robot).getItems().isEmpty());
    robot.clickOn("#project-search").write("zür");
    await("one project", () -> list(robot).getItems().size() == 1);
    robot.clickOn("Zürich Ops");
    await("its roster", () -> table(robot, "#member-table").getItems().size() == 11);

    robot.clickOn("#member-email").write(ADDRESS);
    robot.clickOn("#member-name").write("Ada Lovelace");
    robot.clickOn("#member-role");
    robot.type(KeyCode.UP, KeyCode.ENTER);
    assertEquals("editor", robot.lookup("#member-role").queryAs(ChoiceBox.class).getValue() + "");
    robot.clickOn("#member-add");
    robot.clickOn("#change-reason").write(REASON);
    await("the preview", () -> !robot.lookup("#change-publish").queryButton().isDisabled());
    robot.clickOn("#change-publish");
    await(
        "the edge to be fresh",
        () -> State.FRESH.word().equals(robot.lookup("#publication-status").query().getUserData()));

    HttpResponse<String> after = get(edge);
    assertTrue(after.body().contains(ADDRESS), after::body);

    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
    await("the history", () -> table(robot, "#history-table").getItems().size() >= 1);
    // Its rows are made in the pulse after they came.
    await("the reason in the history", () -> robot.lookup(REASON).tryQuery().isPresent());
    JournalEntry entry = session.journal().newest(null, 10).getFirst();
    assertEquals(REASON, entry.about().reason());
    assertEquals(State.FRESH, entry.state());
    assertTrue(entry.about().who().startsWith("arn:aws:sts::"), entry.about()::who);
  }

  private static ListView<?> list(FxRobot robot) {
    return robot.lookup("#project-list").queryListView();
  }

  private static TableView<?> table(FxRobot robot, String id) {
    return robot.lookup(id).queryTableView();
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return reader.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static String cache(HttpResponse<String> response) {
    return response.headers().firstValue("X-Cache").orElse("");
  }

  private static void await(String what, Callable<Boolean> condition) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    } catch (TimeoutException e) {
      throw new TimeoutException("waited in vain for " + what);
    }
  }
}
