package dev.frontdesk;

import dev.frontdesk.cli.Backstage.RunningSandbox;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.ConnectionChoice.Setting;
import dev.frontdesk.ui.shell.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's life: which connections there are to choose, and what closing it ends. */
public final class ConsoleApplication extends Application {
  private static final Logger log = LoggerFactory.getLogger(ConsoleApplication.class);

  /** What the sandbox is called, which no file needs to name. */
  static final String SANDBOX = "sandbox";

  private final Wiring wiring = new Wiring();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable Console console;

  @Override
  public void start(Stage stage) {
    Texts texts = Texts.of(Locale.getDefault());
    var tools =
        new Tools(
            texts,
            new Moments(texts, ZoneId.systemDefault()),
            new Now(InstantSource.system()),
            new Work(background, Platform::runLater, Platform::isFxApplicationThread));
    console = new Console(tools, choices());
    console.show(stage);
    lookForNewerVersion(tools, console);
  }

  /** In the background, for the window to tell of it; what goes wrong is for the log. */
  private void lookForNewerVersion(Tools tools, Console window) {
    tools
        .work()
        .run(
            wiring::lookForNewerVersion,
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
    background.shutdown();
  }

  /**
   * What the files name, the one that was asked for first, and always the sandbox. Of the
   * organisation's, those whose names the user's own file has not.
   */
  private List<ConnectionChoice> choices() {
    String config = getParameters().getNamed().get("config");
    String wanted = getParameters().getNamed().get("connection");
    List<Path> files = config == null ? ConnectionsFile.paths() : List.of(Path.of(config));
    List<ConnectionChoice> choices = new ArrayList<>();
    for (Path file : files) {
      try {
        for (Connection connection : ConnectionsFile.read(file)) {
          if (!isNamed(connection.name(), choices)) {
            var choice = ConnectionChoice.of(connection, () -> watched(wiring.open(connection)));
            choices.add(connection.name().equals(wanted) ? 0 : choices.size(), choice);
          }
        }
      } catch (ProblemException e) {
        // Told in the window, where it can be tried again once the file is mended.
        choices.add(
            new ConnectionChoice(
                file.getFileName().toString(), Setting.DEVELOPMENT, () -> first(file)));
      }
    }
    boolean first = SANDBOX.equals(wanted) && !isNamed(SANDBOX, choices);
    choices.add(
        first ? 0 : choices.size(), new ConnectionChoice(SANDBOX, Setting.SANDBOX, this::sandbox));
    return choices;
  }

  private static boolean isNamed(String name, List<ConnectionChoice> choices) {
    return choices.stream().anyMatch(one -> one.name().equals(name));
  }

  private Session first(Path file) {
    return watched(wiring.open(ConnectionsFile.read(file).getFirst()));
  }

  private Session sandbox() {
    RunningSandbox sandbox = wiring.defaultSandbox();
    return watched(wiring.open(sandbox.connection()).closing(sandbox::close));
  }

  /** Takes up what other desks leave open in its journal, as long as the window is open. */
  private static Session watched(Session session) {
    // The pages meet the same trouble and show it. The watch ends with the session.
    var _ =
        session
            .publisher()
            .watch(trouble -> log.debug("What is open cannot be looked for: {}", trouble));
    return session;
  }
}
