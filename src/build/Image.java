import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the application image of the system it runs on: a runtime of the modules that are needed,
 * the jars, a launcher, and a trained AOT cache. What the packages are made of; the scripts in
 * {@code packaging} wrap it. Run by the build, on the JDK that the image is made of: {@code Image
 * FOLDER JAR CLASSPATH MAIN-CLASS VERSION TIMESTAMP}.
 *
 * <p>All files have the time of TIMESTAMP: two builds of one commit are to be the same, and the AOT
 * cache is refused, without a word, where a jar's time is not the one it was trained with.
 */
final class Image {
  private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  private static final boolean WINDOWS = SYSTEM.startsWith("windows");
  private static final boolean MAC = SYSTEM.startsWith("mac");

  private final Path packaging = Path.of("packaging");
  private final Path out;
  private final FileTime time;

  private Image(Path out, Instant time) {
    this.out = out;
    this.time = FileTime.from(time);
  }

  public static void main(String[] args) throws Exception {
    Path out = Path.of(args[0]).toAbsolutePath();
    delete(out.resolve("runtime"));
    delete(out.resolve("jars"));
    delete(out.resolve("image"));
    var image = new Image(out, Instant.parse(args[5]));
    List<Path> libraries =
        Arrays.stream(args[2].split(java.io.File.pathSeparator))
            .map(Path::of)
            .filter(Files::isRegularFile)
            .toList();
    image.runtime(libraries.stream().filter(Image::isJavaFx).toList());
    image.jars(Path.of(args[1]), libraries.stream().filter(jar -> !isJavaFx(jar)).toList());
    Icons.write(Path.of("assets", "icon.png"), out.resolve("icons"));
    Path made = image.image(args[3], args[4]);
    Licences.write(out, libraries, made.resolve(MAC ? "Contents/app" : "lib/app").getParent());
    if (!MAC && !WINDOWS) {
      LinuxLauncher.write(made);
    }
    image.stamp(out.resolve("image"));
    var training = new Training(launcher(made), app(made), runtime(made), out);
    training.record();
    if (!MAC && !WINDOWS) {
      LinuxLauncher.write(made);
    }
    training.check();
    image.stamp(out.resolve("image"));
    // The scripts go on with the same JDK.
    Files.writeString(out.resolve("jdk"), System.getProperty("java.home"));
    Files.writeString(out.resolve("version"), args[4]);
    Files.writeString(out.resolve("epoch"), Long.toString(Instant.parse(args[5]).getEpochSecond()));
  }

  private static boolean isJavaFx(Path jar) {
    return jar.getFileName().toString().startsWith("javafx-");
  }

  static Path launcher(Path made) {
    if (MAC) {
      return made.resolve("Contents/MacOS/Frontdesk");
    }
    return WINDOWS ? made.resolve("Frontdesk.exe") : made.resolve("bin/frontdesk");
  }

  /** Where the jars and the launcher's settings are. */
  private static Path app(Path made) {
    if (MAC) {
      return made.resolve("Contents/app");
    }
    return WINDOWS ? made.resolve("app") : made.resolve("lib/app");
  }

  /** Where the parts of the JDK and JavaFX are. */
  private static Path runtime(Path made) {
    if (MAC) {
      return made.resolve("Contents/runtime/Contents/Home");
    }
    return made.resolve(WINDOWS ? "runtime" : "lib/runtime");
  }

  /**
   * @param javaFx with the jars that hold nothing and stand for a name beside the ones of this
   *     system
   */
  private void runtime(List<Path> javaFx) throws IOException, InterruptedException {
    List<Path> modules = new ArrayList<>();
    for (Path jar : javaFx) {
      try (var zip = new ZipFile(jar.toFile())) {
        if (zip.getEntry("module-info.class") != null) {
          modules.add(jar);
        }
      }
    }
    Path runtime = out.resolve("runtime");
    String path =
        String.join(java.io.File.pathSeparator, modules.stream().map(Path::toString).toList());
    run(
        "jlink",
        List.of(
            "@" + packaging.resolve("jlink.args"),
            "--module-path",
            path,
            "--output",
            runtime.toString()));
    Path libraries = runtime.resolve(WINDOWS ? "bin" : "lib");
    for (Path jar : modules) {
      try (var zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(Image::isNative).toList()) {
          Path file = libraries.resolve(Path.of(entry.getName()).getFileName().toString());
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static boolean isNative(ZipEntry entry) {
    return entry.getName().matches(".*\\.(so|dll|dylib)");
  }

  private void jars(Path own, List<Path> libraries) throws IOException {
    Path jars = Files.createDirectories(out.resolve("jars"));
    Files.copy(own, jars.resolve("frontdesk.jar"));
    for (Path jar : libraries) {
      Files.copy(jar, jars.resolve(jar.getFileName()));
    }
  }

  private Path image(String mainClass, String version) throws IOException, InterruptedException {
    String name = MAC || WINDOWS ? "Frontdesk" : "frontdesk";
    String icon = MAC ? "frontdesk.icns" : WINDOWS ? "frontdesk.ico" : "frontdesk-256.png";
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "@" + packaging.resolve("image.args"),
                "--name",
                name,
                "--app-version",
                numbers(version),
                "--main-class",
                mainClass,
                "--main-jar",
                "frontdesk.jar",
                "--input",
                out.resolve("jars").toString(),
                "--runtime-image",
                out.resolve("runtime").toString(),
                "--icon",
                out.resolve("icons").resolve(icon).toString(),
                "--dest",
                out.resolve("image").toString()));
    String ofSystem =
        MAC ? "macos-image.args" : WINDOWS ? "windows-image.args" : "linux-image.args";
    arguments.add("@" + packaging.resolve(ofSystem));
    run("jpackage", arguments);
    return out.resolve("image").resolve(MAC ? name + ".app" : name);
  }

  /** The version as all systems take it: numbers alone, and on a Mac none that begins with 0. */
  static String numbers(String version) {
    String numbers = version.replaceFirst("-.*", "");
    return MAC && numbers.startsWith("0.") ? numbers.replaceFirst("0\\.", "1.") : numbers;
  }

  /** As a process of its own: only the tools' launchers read files of arguments. */
  static void run(String tool, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.addFirst(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IllegalStateException(tool + " ended with " + status + ": " + arguments);
    }
  }

  private void stamp(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            return stamped(file);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path file, IOException e) throws IOException {
            return stamped(file);
          }

          private FileVisitResult stamped(Path file) throws IOException {
            Files.getFileAttributeView(
                    file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(time, time, null);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var walk = Files.walk(folder)) {
      for (Path each : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  static void append(Path file, String line) throws IOException {
    Files.writeString(file, line, StandardOpenOption.APPEND);
  }
}
