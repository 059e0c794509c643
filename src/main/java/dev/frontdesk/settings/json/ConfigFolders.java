package dev.frontdesk.settings.json;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where settings are: the user's own folder, and below it the organisation's, which an
 * administrator fills for everybody who uses the machine, and Frontdesk only reads.
 *
 * @param own need not exist
 * @param organisation likewise
 */
record ConfigFolders(Path own, Path organisation) {
  static ConfigFolders here() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")),
        System.getenv());
  }

  /** Those on the system of this name; pure, so that every system can be tested on one. */
  static ConfigFolders of(String system, Path home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path appData = folder(environment, "APPDATA", home.resolve("AppData", "Roaming"));
      Path programData = folder(environment, "ProgramData", Path.of("C:\\ProgramData"));
      return new ConfigFolders(appData.resolve("Frontdesk"), programData.resolve("Frontdesk"));
    }
    if (os.startsWith("mac")) {
      Path support = Path.of("Library", "Application Support", "Frontdesk");
      return new ConfigFolders(home.resolve(support), Path.of("/").resolve(support));
    }
    // XDG Base Directory Specification: a relative path is invalid and to be ignored.
    Path xdg = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    return new ConfigFolders(
        (xdg.isAbsolute() ? xdg : home.resolve(".config")).resolve("frontdesk"),
        Path.of("/etc", "frontdesk"));
  }

  /** A file of this name in each of them, the user's own first: it wins. */
  List<Path> files(String name) {
    return List.of(own.resolve(name), organisation.resolve(name));
  }

  private static Path folder(Map<String, String> environment, String name, Path otherwise) {
    String value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }
}
