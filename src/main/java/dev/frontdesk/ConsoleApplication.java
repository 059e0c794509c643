package dev.frontdesk;

import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Theme;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.Console;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life, and what closing it ends. */
public final class ConsoleApplication extends Application {
  private static final Logger log = LoggerFactory.getLogger(ConsoleApplication.class);

  /** JavaFX makes the application itself, without arguments: what it begins with waits here. */
  private static final AtomicReference<@Nullable Future<ConsoleStart>> HANDED =
      new AtomicReference<>();

  private final ConsoleStart start = begun(Objects.requireNonNull(HANDED.getAndSet(null)));
  private @Nullable Console console;

  /**
   * Opens the window, and returns when it is closed.
   *
   * @param start what it begins with; that may take as long as the toolkit takes to load
   * @throws UnsupportedOperationException if JavaFX finds nothing to open it on
   */
  static void open(Future<ConsoleStart> start) {
    HANDED.set(start);
    launch(ConsoleApplication.class);
  }

  /** Waits until it is there. */
  static ConsoleStart begun(Future<ConsoleStart> start) {
    return ConsoleStart.awaited(start, "the console cannot begin");
  }

  @Override
  public void start(Stage stage) {
    Theme.begin();
    Texts texts = start.texts();
    var tools =
        new Tools(
            texts,
            new Moments(texts, ZoneId.systemDefault()),
            new Now(InstantSource.system()),
            new Work(start.background(), Platform::runLater, Platform::isFxApplicationThread));
    console = new Console(tools, start.choices());
    console.show(stage);
    tools.work().behind(start::shown);
    lookForNewerVersion(tools, console);
  }

  /** In the background, for the window to tell of it; what goes wrong is for the log. */
  private void lookForNewerVersion(Tools tools, Console window) {
    tools
        .work()
        .runBehind(
            start.wiring()::lookForNewerVersion,
            newer ->
                newer.ifPresent(release ->
                    window.tell(release, page -> getHostServices().showDocument(page.toString()))),
            problem ->
                log.info(
                    "Not known whether there is a newer version: {}",
                    ProblemText.of(problem, tools.texts()).line()));
  }

  @Override
  public void stop() {
    if (console != null) {
      console.close();
    }
    start.close();
  }
}
