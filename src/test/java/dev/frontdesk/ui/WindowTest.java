package dev.frontdesk.ui;

import dev.frontdesk.settings.Release;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.Console;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A console in a window, and what is done in it. */
@ExtendWith(ApplicationExtension.class)
public abstract class WindowTest {
  private static final int PATIENCE_SECONDS = 30;

  protected final FxRobot robot = new FxRobot();
  final FakeFiles files = new FakeFiles();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Console console;

  @AfterEach
  void closeTheConsole() {
    Console open = console;
    if (open != null) {
      WaitForAsyncUtils.waitForAsyncFx(10_000, open::close);
    }
    background.close();
  }

  /** Opens a console on a session, which it closes at its end. */
  protected void open(Session session) throws TimeoutException {
    open(List.of(ConnectionChoice.of(session.connection(), () -> session)), () -> {});
    // Until then it heeds no pointer.
    await("the window", () -> root().getScene().getWindow().isShowing());
    await("the window's picture", () -> !root().isMouseTransparent());
  }

  /**
   * Opens a console on the first of these.
   *
   * @param coming called when the window is about to come
   */
  void open(List<ConnectionChoice> choices, Runnable coming) throws TimeoutException {
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
          stage.setOnShowing(_ -> coming.run());
          console = new Console(tools, choices);
          console.show(stage);
        });
    robot.targetWindow(stage);
  }

  protected Parent root() {
    return Objects.requireNonNull(console).root();
  }

  /** Tells the window of a newer version; gives the pages that it opens then. */
  protected List<URI> tell(Release newer) {
    List<URI> opened = new CopyOnWriteArrayList<>();
    robot.interact(() -> Objects.requireNonNull(console).tell(newer, opened::add));
    return opened;
  }

  /** Presses a key together with Ctrl. */
  protected void withCtrl(KeyCode key) {
    robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  /** Puts a long text where typing it would take long. */
  protected void write(String id, String text) {
    robot.interact(() -> ((TextInputControl) root().lookup("#" + id)).setText(text));
  }

  protected String written(String id) {
    return ((TextInputControl) root().lookup("#" + id)).getText();
  }

  /** What a label says. */
  protected String said(String id) {
    return ((Labeled) root().lookup("#" + id)).getText();
  }

  protected void focus(String id) throws TimeoutException {
    robot.interact(() -> root().lookup("#" + id).requestFocus());
    await("the focus", () -> id.equals(focused().getId()));
  }

  protected Node focused() {
    return root().getScene().getFocusOwner();
  }

  /** The ids of what has the focus, from one control on, at each of so many steps by Tab. */
  protected Set<String> reachedByTab(String from, int steps) throws TimeoutException {
    Set<String> reached = new HashSet<>();
    focus(from);
    for (int i = 0; i < steps; i++) {
      String id = focused().getId();
      if (id != null) {
        reached.add(id);
      }
      robot.type(KeyCode.TAB);
    }
    return reached;
  }

  protected ButtonBase button(String id) {
    return (ButtonBase) root().lookup("#" + id);
  }

  protected boolean shown(String id) {
    return robot.lookup("#" + id).tryQuery().filter(WindowTest::isSeen).isPresent();
  }

  /** Whether neither it nor anything around it is hidden. */
  static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** The English word of the state that the strip shows. */
  protected String status() {
    return String.valueOf(root().lookup("#publication-status").getUserData());
  }

  /** How many controls there are below; those without a name are noted. */
  static int walk(Parent parent, List<String> nameless) {
    int controls = 0;
    for (Node node : parent.getChildrenUnmodifiable()) {
      boolean control =
          node instanceof ButtonBase
              || node instanceof ComboBoxBase<?>
              || node instanceof ChoiceBox<?>
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
      if (node instanceof Parent inner
          && !(node instanceof ComboBoxBase<?> || node instanceof ChoiceBox<?>)) {
        controls += walk(inner, nameless);
      }
    }
    return controls;
  }

  /** The menu that is open. */
  protected static Optional<ContextMenu> menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst();
  }

  /** Whether that is ready for keys; it begins at its first entry. */
  protected static boolean isAtAnEntry() {
    return menu().map(open -> open.getScene().getFocusOwner()).stream()
        .anyMatch(node -> node.getStyleClass().contains("menu-item"));
  }

  /** Looks on the user interface's thread, since the scene changes there. */
  protected static void await(String what, Callable<Boolean> condition) throws TimeoutException {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    } catch (TimeoutException e) {
      throw new TimeoutException("waited in vain for " + what);
    }
  }
}
