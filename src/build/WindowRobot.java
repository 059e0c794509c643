import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * Uses an installed window as a person does: with the mouse and the keyboard of its screen, finding
 * controls by their ids. The check of the package adds it to the program's class path, and has it
 * made by the system of logging, which makes the class that is named in {@code
 * java.util.logging.config.class}; so the program has no door for it. What to do is in the file of
 * {@code frontdesk.robot}, a step a line:
 *
 * <pre>
 * wait ID           until it is there and may be used
 * click ID
 * type ID TEXT      clicks it first
 * state ID WORD     until the control says so as its user data
 * </pre>
 *
 * <p>Ends the program: with 0 when all is done, with 1 when a step could not be done in two
 * minutes.
 */
public final class WindowRobot {
  private static final long LONGEST_MILLIS = 120_000;
  private static final Map<Character, KeyCode> KEYS =
      Map.of(' ', KeyCode.SPACE, '.', KeyCode.PERIOD, '-', KeyCode.MINUS, '@', KeyCode.DIGIT2);

  public WindowRobot() {
    Thread.ofPlatform().daemon().name("robot").start(this::run);
  }

  private void run() {
    int status = 1;
    String step = "";
    try {
      for (String line : Files.readAllLines(Path.of(System.getProperty("frontdesk.robot")))) {
        step = line;
        System.out.println("robot: " + line);
        String[] words = line.split(" ", 3);
        switch (words[0]) {
          case "wait" -> usable(words[1]);
          case "click" -> click(usable(words[1]));
          case "type" -> {
            click(usable(words[1]));
            type(words[2]);
          }
          case "state" ->
              until(() -> words[2].equals(String.valueOf(node(words[1]).getUserData())));
          default -> throw new IllegalArgumentException("no such step");
        }
      }
      status = 0;
    } catch (Exception e) {
      System.out.println("robot: could not " + step + ": " + e);
    }
    Runtime.getRuntime().exit(status);
  }

  private static Node usable(String id) throws Exception {
    until(() -> {
      Node node = node(id);
      return !node.isDisabled() && node.isVisible() && node.getScene() != null;
    });
    return onFx(() -> node(id));
  }

  /** As long as it throws, it is not so yet either: a window or a control that is to come. */
  private static void until(Callable<Boolean> so) throws Exception {
    long deadline = System.currentTimeMillis() + LONGEST_MILLIS;
    Exception last = null;
    while (System.currentTimeMillis() < deadline) {
      try {
        if (onFx(so)) {
          return;
        }
        last = null;
      } catch (Exception e) {
        last = e;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("it did not come in time", last);
  }

  private static Node node(String id) {
    return List.copyOf(Window.getWindows()).stream()
        .filter(Window::isShowing)
        .map(window -> window.getScene().getRoot().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no " + id));
  }

  private static void click(Node node) throws Exception {
    onFx(() -> {
      Bounds place = node.localToScreen(node.getLayoutBounds());
      var robot = new Robot();
      robot.mouseMove(place.getCenterX(), place.getCenterY());
      robot.mouseClick(MouseButton.PRIMARY);
      return true;
    });
    Thread.sleep(300);
  }

  private static void type(String text) throws Exception {
    for (char letter : text.toCharArray()) {
      boolean shift = Character.isUpperCase(letter) || letter == '@';
      KeyCode key =
          KEYS.getOrDefault(
              letter, KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
      onFx(() -> {
        var robot = new Robot();
        if (shift) {
          robot.keyPress(KeyCode.SHIFT);
        }
        robot.keyType(key);
        if (shift) {
          robot.keyRelease(KeyCode.SHIFT);
        }
        return true;
      });
      Thread.sleep(20);
    }
  }

  private static <T> T onFx(Callable<T> what) throws Exception {
    var task = new FutureTask<>(what);
    Platform.runLater(task);
    return task.get();
  }
}
