import com.google.googlejavaformat.java.Formatter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks that every Java file below a folder is as google-java-format writes it, or writes it so.
 * Run by the build: {@code Format check|write FOLDER}.
 */
final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    var formatter = new Formatter();
    List<Path> files;
    try (var walk = Files.walk(Path.of(args[1]))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    int wrong = 0;
    for (Path file : files) {
      String before = Files.readString(file);
      String after = formatter.formatSourceAndFixImports(before);
      if (after.equals(before)) {
        continue;
      }
      wrong++;
      if (write) {
        Files.writeString(file, after);
      } else {
        System.err.println("not formatted: " + file);
      }
    }
    if (wrong > 0 && !write) {
      System.err.println(
          wrong + " files are not formatted; mvn -q process-test-sources -Dformat=write does it");
      System.exit(1);
    }
  }
}
