import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lays the licences of all that is inside into the application image: the list that the build made
 * of the pom's, what each jar brings, and the texts that the others only name. The JDK's and
 * JavaFX's are in the runtime's folder {@code legal}.
 */
final class Licences {
  private Licences() {}

  /**
   * @param out where the build left THIRD-PARTY.txt and the bill of materials
   */
  static void write(Path out, List<Path> jars, Path image) throws IOException {
    Path folder = Files.createDirectories(image.resolve("licences"));
    Files.copy(
        Path.of("LICENSE"),
        folder.resolve("Frontdesk-LICENSE.txt"),
        StandardCopyOption.REPLACE_EXISTING);
    for (String made : List.of("THIRD-PARTY.txt", "frontdesk.cdx.json")) {
      Files.copy(out.resolve(made), folder.resolve(made), StandardCopyOption.REPLACE_EXISTING);
    }
    try (var texts = Files.list(Path.of("packaging", "licences"))) {
      for (Path text : texts.sorted().toList()) {
        Files.copy(text, folder.resolve(text.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (Path jar : jars) {
      try (var zip = new ZipFile(jar.toFile())) {
        for (ZipEntry entry : zip.stream().filter(Licences::isLegal).toList()) {
          Path of =
              Files.createDirectories(
                  folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", "")));
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(
                in,
                of.resolve(Path.of(entry.getName()).getFileName().toString()),
                StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }
  }

  private static boolean isLegal(ZipEntry entry) {
    return !entry.isDirectory()
        && entry
            .getName()
            .matches("META-INF/([A-Za-z-]*LICENSE|NOTICE|[A-Za-z]*-LICENSE)(\\.txt|\\.md)?");
  }
}
