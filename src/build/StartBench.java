import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Measures the start of a program against that of a bare window, in turn, each on the same screen
 * in memory: from the start of the process until a part of the screen looks as it does at the end,
 * with the figures of medians. The programs are not touched, and not asked: Xvfb keeps its screen
 * in a file, which is looked at.
 *
 * <p>{@code StartBench [--runs N] [--budget-time X --budget-memory Y] PROGRAM BARE}; ends with 1
 * where a budget is not kept.
 */
final class StartBench {
  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;

  /**
   * Of the Members page: the first rows of the members, which come last of what somebody waits for,
   * below the fields with their blinking carets and above where the pointer rests; of the bare
   * window: its upper part, drawn with the rest.
   */
  private static final int LEFT = 440;

  private static final int RIGHT = 940;
  private static final int TOP = 165;
  private static final int BOTTOM = 420;
  private static final int STILL_MILLIS = 4000;
  private static final int LONGEST_SECONDS = 60;

  private final MappedByteBuffer screen;
  private final int head;
  private final int line;
  private final String display;
  private final Path home;

  private StartBench(Path file, String display, Path home) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      screen = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
    // The header of X's window dump: its own size, the bytes of a line, and the number of colours.
    head = screen.getInt(0) + 12 * screen.getInt(19 * 4);
    line = screen.getInt(12 * 4);
    this.display = display;
    this.home = home;
  }

  /**
   * @param millis to the picture of the end
   * @param cpuMillis of all its threads until then: what a busy machine does not change
   * @param memory resident, in kB, some seconds later
   */
  private record Start(double millis, double cpuMillis, long memory) {
    @Override
    public String toString() {
      return "%5.0f ms (%4.0f ms of processor time) %4d MB"
          .formatted(millis, cpuMillis, memory / 1024);
    }
  }

  public static void main(String[] args) throws Exception {
    Map<String, String> options = new HashMap<>();
    List<String> programs = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith("--")) {
        options.put(args[i], args[++i]);
      } else {
        programs.add(args[i]);
      }
    }
    int runs = Integer.parseInt(options.getOrDefault("--runs", "10"));
    Path folder = Files.createTempDirectory("frontdesk-start");
    String display = ":" + (200 + ProcessHandle.current().pid() % 5000);
    Process server =
        new ProcessBuilder(
                "Xvfb",
                display,
                "-screen",
                "0",
                WIDTH + "x" + HEIGHT + "x24",
                "-fbdir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("xvfb.log").toFile())
            .start();
    int status;
    try {
      Path file = folder.resolve("Xvfb_screen0");
      while (!Files.exists(file) || Files.size(file) < (long) WIDTH * HEIGHT * 4) {
        if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(
              "Xvfb ended: " + Files.readString(folder.resolve("xvfb.log")));
        }
      }
      TimeUnit.MILLISECONDS.sleep(500);
      var bench = new StartBench(file, display, Files.createDirectory(folder.resolve("home")));
      status = bench.compare(programs.get(0), programs.get(1), runs, options);
    } finally {
      server.destroy();
      server.waitFor();
      Image.delete(folder);
    }
    System.exit(status);
  }

  private int compare(String program, String bare, int runs, Map<String, String> options)
      throws Exception {
    // The first starts show what the end looks like, and fill the system's cache of files.
    int programEnd = rehearsed(program, "console");
    int bareEnd = rehearsed(bare, "bare");
    List<Start> programs = new ArrayList<>();
    List<Start> bares = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      programs.add(start(program, programEnd));
      bares.add(start(bare, bareEnd));
      System.out.printf(
          "%2d  console %s   bare window %s%n", i + 1, programs.getLast(), bares.getLast());
    }
    double time = median(programs.stream().mapToDouble(Start::millis).toArray());
    double bareTime = median(bares.stream().mapToDouble(Start::millis).toArray());
    double memory = median(programs.stream().mapToDouble(Start::memory).toArray());
    double bareMemory = median(bares.stream().mapToDouble(Start::memory).toArray());
    double timeBudget = Double.parseDouble(options.getOrDefault("--budget-time", "1.3"));
    double memoryBudget = Double.parseDouble(options.getOrDefault("--budget-memory", "2"));
    System.out.printf(
        "start to the first usable page: median %.0f ms, bare window %.0f ms: %.2f times, budget"
            + " %.2f%n",
        time, bareTime, time / bareTime, timeBudget);
    double cpu = median(programs.stream().mapToDouble(Start::cpuMillis).toArray());
    double bareCpu = median(bares.stream().mapToDouble(Start::cpuMillis).toArray());
    System.out.printf(
        "processor time until then: median %.0f ms, bare window %.0f ms: %.2f times%n",
        cpu, bareCpu, cpu / bareCpu);
    System.out.printf(
        "resident memory after start: median %.0f MB, bare window %.0f MB: %.2f times, budget"
            + " %.2f%n",
        memory / 1024, bareMemory / 1024, memory / bareMemory, memoryBudget);
    return time / bareTime <= timeBudget && memory / bareMemory <= memoryBudget ? 0 : 1;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private Process process(String program) throws IOException {
    var builder =
        new ProcessBuilder(program)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("log").toFile());
    builder.environment().put("DISPLAY", display);
    builder.environment().put("HOME", home.toString());
    // The JVM takes the home from the system's list of users.
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    Stream.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        .forEach(builder.environment()::remove);
    return builder.start();
  }

  /** The first start fills a new sandbox; then two in a row must end in the same picture. */
  private int rehearsed(String program, String name) throws Exception {
    rehearse(program, name);
    int last = rehearse(program, name);
    for (int tries = 0; tries < 4; tries++) {
      int next = rehearse(program, name);
      if (next == last) {
        return next;
      }
      last = next;
    }
    throw new IllegalStateException("The window looks different after each start: " + program);
  }

  /** How the part of the screen looks when nothing has moved there for some seconds. */
  private int rehearse(String program, String name) throws Exception {
    int empty = look();
    Process process = process(program);
    long began = System.nanoTime();
    long changed = began;
    int last = empty;
    while (last == empty
        || System.nanoTime() - changed < TimeUnit.MILLISECONDS.toNanos(STILL_MILLIS)) {
      int now = look();
      if (now != last) {
        last = now;
        changed = System.nanoTime();
      }
      alive(process, began);
    }
    picture(Path.of("target", "installers", "start-" + name + ".png"));
    end(process);
    return last;
  }

  private Start start(String program, int end) throws Exception {
    long began = System.nanoTime();
    Process process = process(program);
    while (look() != end) {
      alive(process, began);
    }
    double millis = (System.nanoTime() - began) / 1e6;
    double cpu = process.toHandle().info().totalCpuDuration().orElseThrow().toMillis();
    TimeUnit.MILLISECONDS.sleep(STILL_MILLIS);
    long memory = resident(process.toHandle());
    end(process);
    return new Start(millis, cpu, memory);
  }

  private void alive(Process process, long began) throws Exception {
    if (process.waitFor(2, TimeUnit.MILLISECONDS)
        || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
      picture(Path.of("target", "installers", "start-failed.png"));
      process.destroyForcibly();
      throw new IllegalStateException(
          "The window did not come, or looks different each time: "
              + Files.readString(home.resolve("log")));
    }
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    // Its window goes with its connection to the screen.
    TimeUnit.MILLISECONDS.sleep(300);
  }

  private int look() {
    int hash = 1;
    for (int y = TOP; y < BOTTOM; y += 3) {
      for (int x = LEFT; x < RIGHT; x++) {
        hash = 31 * hash + (screen.getInt(head + y * line + x * 4) & 0xFFFFFF00);
      }
    }
    return hash;
  }

  /** For whoever wants to see what was waited for. */
  private void picture(Path file) throws IOException {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, Integer.reverseBytes(screen.getInt(head + y * line + x * 4)));
      }
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /** Of the process and all that it started. */
  private static long resident(ProcessHandle process) throws IOException {
    long sum = 0;
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      try (Stream<String> lines =
          Files.lines(Path.of("/proc", Long.toString(each.pid()), "status"))) {
        sum +=
            lines
                .filter(text -> text.startsWith("VmRSS:"))
                .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
                .sum();
      }
    }
    return sum;
  }
}
