import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes the launcher of a clone: a script that starts Frontdesk on the JDK that the build found.
 * Run by the build: {@code Launcher FILE CLASSPATH MAIN-CLASS JVM-ARGUMENT...}.
 */
final class Launcher {
  public static void main(String[] args) throws Exception {
    Path script = Path.of(args[0]);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String options =
        Arrays.stream(args).skip(3).map(Launcher::quoted).collect(Collectors.joining(" "));
    String command =
        quoted(java) + " " + options + " -classpath " + quoted(args[1]) + " " + args[2];
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
    script.toFile().setExecutable(true);
    if (File.separatorChar == '\\') {
      Files.writeString(
          Path.of(script + ".cmd"),
          "@\"%s\" %s -classpath \"%s\" %s %%*\r\n".formatted(java, options, args[1], args[2]));
    }
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
