import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a script in the place of jpackage's launcher on Linux, with the settings that jpackage wrote
 * for it: that one asks rpm and dpkg at each start which package it is from, which took half a
 * second here.
 *
 * <p>The script also sees to it that GTK does not look for {@code dbus-launch} in vain. Where a
 * session has no bus (a remote desktop, a container) GTK tries to start one by that program, twice
 * at each start, and forks the whole JVM for it: its pages are copied on the next write, which made
 * a start on such a machine longer by a fifth. A bus that is there is found as ever, by the rules
 * of GLib (g_bus_get, "autolaunch:").
 *
 * <p>And it says beforehand what JavaFX adds to the environment (Glass: GDK_BACKEND, then
 * IBUS_ENABLE_SYNC_MODE) while other threads, the JVM's linker and the renderer among them, read
 * it. The first addition copies the table; the second frees that copy, and who just reads it dies:
 * glibc before 2.41 has no lock there, and two starts of some hundreds ended so. A name that is
 * there already is only given its value. The second is enough; the first is better not handed on to
 * a browser that the console opens.
 */
final class LinuxLauncher {
  private LinuxLauncher() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /**
   * @param image with {@code bin} and {@code lib/app}
   */
  static void write(Path image) throws IOException {
    List<String> classPath = new ArrayList<>();
    List<String> options = new ArrayList<>();
    String mainClass = "";
    for (String line : Files.readAllLines(image.resolve("lib/app/frontdesk.cfg"))) {
      String value = line.substring(line.indexOf('=') + 1).replace("$APPDIR", "$app");
      switch (line.replaceFirst("=.*", "")) {
        case "app.classpath" -> classPath.add(value);
        case "app.mainclass" -> mainClass = value.replace("$", "\\$");
        case "java-options" -> options.add('"' + value + '"');
        default -> {} // a heading
      }
    }
    Path script = image.resolve("bin/frontdesk");
    Files.deleteIfExists(script);
    Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
    Files.writeString(
        script,
        """
        #!/bin/sh
        self=$(readlink -f "$0")
        root="${self%%/bin/*}"
        app="$root/lib/app"
        # Meant for the JDK of whoever sets it, and told of on standard error.
        unset JDK_JAVA_OPTIONS
        # No bus of the session, and nothing to start one with: GTK would fork the program to try.
        if [ -z "$DBUS_SESSION_BUS_ADDRESS" ] && [ ! -S "$XDG_RUNTIME_DIR/bus" ] &&
          ! command -v dbus-launch > /dev/null; then
          export DBUS_SESSION_BUS_ADDRESS=disabled:
        fi
        # JavaFX would add it while other threads read the environment, and glibc moves it then.
        export IBUS_ENABLE_SYNC_MODE=1
        exec "$root/lib/runtime/bin/java" %s -classpath "%s" %s "$@"
        """
            .formatted(String.join(" ", options), String.join(":", classPath), mainClass));
    script.toFile().setExecutable(true, false);
  }
}
