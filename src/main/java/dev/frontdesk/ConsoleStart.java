package dev.frontdesk;

import dev.frontdesk.cli.Backstage.RunningSandbox;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.kit.NameOrder;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.ConnectionChoice.Setting;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window begins with: the connections there are to choose, and the first of them, which is
 * opened while the toolkit is loaded. Either takes about half a second, and neither needs the
 * other.
 */
final class ConsoleStart {
  private static final Logger log = LoggerFactory.getLogger(ConsoleStart.class);

  /** What the sandbox is called, which no file needs to name. */
  static final String SANDBOX = "sandbox";

  /** For what is still being opened when nobody wants it any more. */
  private static final long PATIENCE_SECONDS = 5;

  private final Wiring wiring = new Wiring();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable FutureTask<Session>> ahead = new AtomicReference<>();
  private final FutureTask<Texts> texts = new FutureTask<>(ConsoleStart::readTexts);

  /** The JDK takes a while to build one, which reading the projects is not to wait for. */
  private final FutureTask<NameOrder> order =
      new FutureTask<>(() -> new NameOrder(texts().locale()));

  private final List<ConnectionChoice> choices;
  private final CountDownLatch shown = new CountDownLatch(1);
  private volatile boolean closed;

  private ConsoleStart(Map<String, String> options) {
    List<ConnectionChoice> all = choices(options.get("config"), options.get("connection"));
    ConnectionChoice first = all.getFirst();
    background.execute(() -> {
      texts.run();
      order.run();
    });
    var opening = new FutureTask<>(() -> looking(first.opening().call()));
    ahead.set(opening);
    background.execute(opening);
    all.set(0, new ConnectionChoice(first.name(), first.setting(), () -> taken(first.opening())));
    this.choices = List.copyOf(all);
  }

  /**
   * Begins to open the first connection.
   *
   * @param options {@code config} and {@code connection} of the command line, where they are given
   */
  static ConsoleStart begin(Map<String, String> options) {
    return new ConsoleStart(options);
  }

  Wiring wiring() {
    return wiring;
  }

  /** Numbers stand in its first sentences, and what writes them takes a while to load. */
  private static Texts readTexts() {
    Locale locale = Locale.getDefault();
    NumberFormat.getInstance(locale).format((Object) 0); // as a sentence does it
    return Texts.of(locale);
  }

  /** What the window says, in the language of the machine. */
  Texts texts() {
    return awaited(texts, "there are no texts");
  }

  /** Takes what blocks. */
  ExecutorService background() {
    return background;
  }

  /** At least one; the first is the one to open. */
  List<ConnectionChoice> choices() {
    return choices;
  }

  /** The window is painted: what nobody waits for may begin. */
  void shown() {
    shown.countDown();
  }

  /** Ends what was begun and nobody took; call it last. */
  void close() {
    closed = true;
    FutureTask<Session> left = ahead.getAndSet(null);
    if (left != null) {
      try {
        left.get(PATIENCE_SECONDS, TimeUnit.SECONDS).close();
      } catch (TimeoutException e) {
        left.cancel(true);
        log.debug("What was opened ahead had not opened yet", e);
      } catch (ExecutionException e) {
        log.debug("What was opened ahead would not have opened", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    shown.countDown();
    background.shutdown();
  }

  /** Reads ahead what the first page shows of it. */
  private Session looking(Session opened) {
    return opened.reading(
        FirstLook.begin(
            opened.rosters(),
            projects -> awaited(order, "there is no order of names").projects(projects),
            background));
  }

  /**
   * Waits for what another thread makes.
   *
   * @throws IllegalStateException with {@code otherwise} if it cannot be made
   */
  static <T> T awaited(Future<T> made, String otherwise) {
    try {
      return made.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(otherwise, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", e);
    }
  }

  /** The one that was opened ahead, for who asks first; whoever asks later has it opened anew. */
  private Session taken(Callable<Session> opening) throws Exception {
    FutureTask<Session> first = ahead.get();
    if (first == null) {
      return opening.call();
    }
    try {
      Session opened = first.get();
      if (ahead.compareAndSet(first, null)) {
        return opened;
      }
      // Another has it, or nobody will.
      if (closed) {
        throw new CancellationException("closed while it was opened");
      }
      return opening.call();
    } catch (ExecutionException e) {
      ahead.compareAndSet(first, null);
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * What the files name, the one that was asked for first, and always the sandbox. Of the
   * organisation's, those whose names the user's own file has not.
   */
  private List<ConnectionChoice> choices(@Nullable String config, @Nullable String wanted) {
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

  /**
   * Takes up what other desks leave open in its journal, as long as the window is open; nobody
   * waits for that.
   */
  private Session watched(Session session) {
    background.execute(() -> {
      try {
        shown.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      // The pages meet the same trouble and show it. The watch ends with the session.
      var _ =
          session
              .publisher()
              .watch(trouble -> log.debug("What is open cannot be looked for: {}", trouble));
    });
    return session;
  }
}
