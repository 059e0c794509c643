package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.ConnectionChoice.Setting;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** How the window comes, and what it shows when it does; and how one goes to another connection. */
class OpeningFlowsTest extends WindowTest {
  private final Session company = FakeSession.company().open();

  @Test
  void theWindowComesWithItsFirstPage() throws Exception {
    var placeholders = new AtomicBoolean();
    var rows = new AtomicBoolean();
    open(
        List.of(ConnectionChoice.of(company.connection(), () -> company)),
        () -> {
          placeholders.set(root().lookupAll(".skeleton-bar").stream().anyMatch(WindowTest::isSeen));
          rows.set(!((TableView<?>) root().lookup("#member-table")).getItems().isEmpty());
        });
    await("the window", () -> root().getScene().getWindow().isShowing());
    assertTrue(rows.get(), "the members are there before the window is");
    assertFalse(placeholders.get(), "nothing stood in their place");
    await("the pointer", () -> !root().isMouseTransparent());
    await("what nobody waits for", () -> !said("signed-in-as").equals("…"));
  }

  /** A part that asks for its layout while it is laid out would be drawn again for ever. */
  @Test
  void theFirstPageRestsOnceItIsThere() throws Exception {
    open(company);
    var resting = new AtomicInteger();
    var pulses =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            resting.set(needsLayout(root()) ? 0 : resting.get() + 1);
          }
        };
    robot.interact(pulses::start);
    await("ten pulses without a layout", () -> resting.get() >= 10);
    robot.interact(pulses::stop);
  }

  private static boolean needsLayout(Parent parent) {
    return parent.isNeedsLayout()
        || parent.getChildrenUnmodifiable().stream()
            .anyMatch(child -> child instanceof Parent inner && needsLayout(inner));
  }

  @Test
  void theWindowWaitsForAMomentOnlyAndThenComesWithPlaceholders() throws Exception {
    var wait = new CountDownLatch(1);
    open(
        List.of(
            ConnectionChoice.of(
                company.connection(),
                () -> {
                  wait.await();
                  return company;
                })),
        () -> {});
    await("the window", () -> root().getScene().getWindow().isShowing());
    assertTrue(shown("opening"), "it says what it waits for");
    wait.countDown();
    await("the members", () -> shown("member-table"));
    assertFalse(shown("opening"));
    await("what nobody waits for", () -> !said("signed-in-as").equals("…"));
  }

  @Test
  void theWindowComesWithWhatIsWrong() throws Exception {
    var told = new AtomicBoolean();
    open(
        List.of(
            new ConnectionChoice(
                "staging",
                Setting.STAGING,
                () -> {
                  throw new ProblemException(
                      new Problem.NoCredentials("profile acme-staging is not signed in"));
                })),
        () -> told.set(isSeen(root().lookup("#problem-banner"))));
    await("the window", () -> root().getScene().getWindow().isShowing());
    assertTrue(told.get());
    assertTrue(shown("problem-retry"));
    company.close();
  }

  @Test
  void anotherConnectionIsChosenInTheMenu() throws Exception {
    Session other = FakeSession.company().open();
    open(
        List.of(
            ConnectionChoice.of(company.connection(), () -> company),
            new ConnectionChoice("acme_prod", Setting.PRODUCTION, () -> other)),
        () -> {});
    await("the members", () -> shown("member-table") && !root().isMouseTransparent());
    String before = root().lookup("#connection-picker").getAccessibleText();
    robot.clickOn("#connection-picker");
    robot.clickOn("acme_prod");
    await("the other one", () -> root().getStyleClass().contains("environment-production"));
    await("its members", () -> shown("member-table"));
    assertEquals("Connection: acme_prod, Production", accessible());
    assertFalse(before.equals(accessible()));
  }

  @Test
  void theMenuOpensAndClosesByKeyAndByPointer() throws Exception {
    open(company);
    await("the members", () -> shown("member-table") && !root().isMouseTransparent());
    focus("connection-picker");
    robot.type(KeyCode.DOWN);
    await("the menu", () -> menu().isPresent());
    robot.type(KeyCode.DOWN, KeyCode.UP, KeyCode.RIGHT);
    assertTrue(menu().isPresent());
    assertEquals("connection-picker", focused().getId());
    robot.type(KeyCode.ESCAPE);
    await("no menu", () -> menu().isEmpty());
    robot.type(KeyCode.SPACE);
    await("the menu again", () -> menu().isPresent());
    robot.clickOn("#connection-picker");
    await("no menu again", () -> menu().isEmpty());
    assertEquals("connection-picker", focused().getId());
    robot.type(KeyCode.ENTER);
    await("the menu for the third time", () -> menu().isPresent());
    robot.clickOn("#member-search");
    await("no menu in the end", () -> menu().isEmpty());
  }

  private String accessible() {
    return root().lookup("#connection-picker").getAccessibleText();
  }
}
