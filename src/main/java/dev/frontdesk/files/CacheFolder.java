package dev.frontdesk.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the user's programs keep what they could ask for again, as each system has it. */
public final class CacheFolder {
  private CacheFolder() {}

  /** Frontdesk's part of it; it need not exist. */
  public static Path path() {
    return path(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")),
        System.getenv());
  }

  /** Pure, so that every system can be tested on one. */
  static Path path(String system, Path home, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      Path local = Path.of(environment.getOrDefault("LOCALAPPDATA", ""));
      return (local.isAbsolute() ? local : home.resolve("AppData", "Local"))
          .resolve("Frontdesk", "cache");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library", "Caches", "Frontdesk");
    }
    // XDG Base Directory Specification: a relative path is invalid and to be ignored.
    Path xdg = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    return (xdg.isAbsolute() ? xdg : home.resolve(".cache")).resolve("frontdesk");
  }
}
