import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Trains the AOT cache of an application image (JEP 483, 514, 515): the console is started on a
 * screen in memory, with the sandbox, until it rests; what it loaded and linked meanwhile is kept
 * beside the jars, and the launcher told so.
 *
 * <p>The screen is Xvfb's where that is there, so that the classes of a window on Linux are in the
 * cache; elsewhere JavaFX's own, and they are loaded with each start, which takes 20 ms longer.
 */
final class Training {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** Of processor time in a second, below which the console is said to rest. */
  private static final Duration REST = Duration.ofMillis(40);

  private static final int RESTING_SECONDS = 4;

  /** Has the JVM say on standard output what it links; the JDK's own list was made with it. */
  private static final String TRACE = "-Djava.lang.invoke.MethodHandle.TRACE_RESOLVE=true";

  private final Path launcher;
  private final Path app;
  private final Path runtime;
  private final Path work;
  private final Path configuration;
  private final Path cache;

  Training(Path launcher, Path app, Path runtime, Path out) throws IOException {
    this.launcher = launcher;
    this.app = app;
    this.runtime = runtime;
    this.work = out.resolve("training");
    Image.delete(work);
    Files.createDirectories(work);
    this.configuration = work.resolve("frontdesk.aotconf");
    this.cache = app.resolve("frontdesk.aot");
  }

  /** Makes the cache, and adds it to the launcher's settings. */
  void record() throws Exception {
    // A sandbox that is there already, as it is at each start but the first.
    start(List.of(), "prepare", "projects");
    recordStart();
    start(
        List.of(
            "-XX:AOTMode=create", "-XX:AOTConfiguration=" + configuration, "-XX:AOTCache=" + cache),
        "create");
    Path settings;
    try (var files = Files.list(app)) {
      settings = files.filter(file -> file.toString().endsWith(".cfg")).findFirst().orElseThrow();
    }
    String text = Files.readString(settings);
    String end = text.endsWith("\n") ? "" : "\n";
    Files.writeString(
        settings,
        text
            + end
            // There is nothing of the training to be taken up but the cache's classes; looking for
            // it all the same takes 30 ms of each start.
            + "java-options=-XX:+UnlockDiagnosticVMOptions\n"
            + "java-options=-XX:-AOTReplayTraining\n"
            + "java-options=-XX:AOTCache=$APPDIR/frontdesk.aot\n");
  }

  /** Fails where the launcher does not use the cache. */
  void check() throws Exception {
    // With this mode a cache that does not fit is an error; without it, it is silently left out.
    start(List.of("-XX:AOTMode=on"), "check", "--version");
    Image.delete(work);
  }

  private void recordStart() throws Exception {
    Optional<Process> screen = screen();
    try {
      recordOn(screen);
    } finally {
      if (screen.isPresent()) {
        screen.get().destroy();
        screen.get().waitFor();
      }
    }
  }

  /** It says the number of its display once one can be opened on it. */
  private static Optional<Process> screen() {
    var xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24");
    try {
      return Optional.of(xvfb.redirectError(ProcessBuilder.Redirect.DISCARD).start());
    } catch (IOException e) {
      System.err.println("Without Xvfb the cache has no classes of a window: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void recordOn(Optional<Process> screen) throws Exception {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-XX:AOTMode=record",
                // What was hot in the training is not to be compiled at once in each start: the
                // compiler would take the second core from what the start waits for.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTRecordTraining",
                TRACE,
                "-XX:AOTConfiguration=" + configuration));
    if (screen.isEmpty()) {
      options.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    }
    var starting = process(options, "record");
    if (screen.isPresent()) {
      String display = screen.get().inputReader().readLine();
      starting.environment().put("DISPLAY", ":" + display);
      starting.environment().put("GDK_BACKEND", "x11");
    }
    Process console = starting.start();
    try {
      awaitRest(console);
      Path list = methodList();
      byte[] jdks = Files.readAllBytes(list);
      Files.write(list, methods(), StandardOpenOption.APPEND);
      try {
        endRecording(console);
      } finally {
        Files.write(list, jdks);
      }
    } finally {
      console.destroy();
      if (!console.waitFor(1, TimeUnit.MINUTES)) {
        console.destroyForcibly();
      }
    }
  }

  private void awaitRest(Process console) throws Exception {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    Duration before = Duration.ZERO;
    int resting = 0;
    while (resting < RESTING_SECONDS && System.nanoTime() < deadline) {
      if (console.waitFor(1, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the console ended in its training: " + log("record"));
      }
      Duration used = console.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
      boolean works = before.isZero() || used.minus(before).compareTo(REST) > 0;
      resting = works ? 0 : resting + 1;
      before = used;
    }
  }

  /**
   * The JDK's list of methods that link method handles, which the recorder reads when it ends, and
   * generates them all. Each that is not on it would be generated as a class of its own in each
   * start. In the image it stays as it was.
   */
  private Path methodList() {
    return runtime.resolve("lib").resolve("classlist");
  }

  /** What the console's method handles were linked by, in the list's words. */
  private List<String> methods() throws IOException {
    List<String> methods =
        log("record")
            .lines()
            .filter(line -> line.matches("\\[(LF|SPECIES)_RESOLVE] .*"))
            .map(line -> "@lambda-form-invoker " + line.replaceFirst(" \\(\\w+\\)$", ""))
            .distinct()
            .toList();
    if (methods.isEmpty()) {
      throw new IllegalStateException("the JDK does not say any more what it links: " + TRACE);
    }
    return methods;
  }

  private void endRecording(Process console) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    int told =
        new ProcessBuilder(jcmd.toString(), Long.toString(console.pid()), "AOT.end_recording")
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("jcmd.log").toFile())
            .start()
            .waitFor();
    if (told != 0 || !Files.exists(configuration)) {
      throw new IllegalStateException(
          "nothing was recorded: " + Files.readString(work.resolve("jcmd.log")));
    }
  }

  private void start(List<String> options, String step, String... arguments) throws Exception {
    int status = process(options, step, arguments).start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(
          "the launcher ended with " + status + " at " + step + ": " + log(step));
    }
  }

  /** Not in the home of whoever builds: the training leaves nothing there. */
  private ProcessBuilder process(List<String> options, String step, String... arguments) {
    List<String> all = new ArrayList<>(options);
    all.add("-Duser.home=" + work);
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command);
    process.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", all));
    for (String folder :
        List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA")) {
      process
          .environment()
          .put(folder, work.resolve(folder.toLowerCase(java.util.Locale.ROOT)).toString());
    }
    return process.redirectErrorStream(true).redirectOutput(work.resolve(step + ".log").toFile());
  }

  private String log(String step) throws IOException {
    return Files.readString(work.resolve(step + ".log"));
  }
}
