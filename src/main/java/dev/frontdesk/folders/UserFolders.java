package dev.frontdesk.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where Frontdesk keeps what is one user's, and finds what is everybody's, as each system has it:
 * on Linux by the XDG Base Directory Specification, on macOS below the user's Library, on Windows
 * where the environment says that programs keep their data. The folders need not exist. Pure, so
 * that every system can be tested on one.
 *
 * @param system the name that Java has for it
 * @param home the user's
 * @param environment the process's variables
 */
public record UserFolders(String system, Path home, Map<String, String> environment) {
  private static final String NAME = "Frontdesk";
  private static final String XDG_NAME = "frontdesk";

  public UserFolders {
    environment = Map.copyOf(environment);
  }

  /** Those of who runs this, on this system. */
  public static UserFolders here() {
    return new UserFolders(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", "")),
        System.getenv());
  }

  /** For what the user has chosen; on Windows it follows the user to other machines. */
  public Path configuration() {
    return switch (kind()) {
      case WINDOWS -> from("APPDATA", "AppData", "Roaming").resolve(NAME);
      case MAC -> applicationSupport();
      case XDG -> from("XDG_CONFIG_HOME", ".config").resolve(XDG_NAME);
    };
  }

  /**
   * For what an administrator has chosen for everybody who uses the machine; Frontdesk only reads
   * it. That of Windows follows the variable, as its drive may be another.
   */
  public Path organisation() {
    return switch (kind()) {
      case WINDOWS -> from("ProgramData", "..", "..", "ProgramData").resolve(NAME).normalize();
      case MAC -> Path.of("/", "Library", "Application Support", NAME);
      case XDG -> Path.of("/etc", XDG_NAME);
    };
  }

  /**
   * A file of settings, where it may be: the user's own first, which wins over the organisation's.
   */
  public List<Path> settings(String file) {
    return List.of(configuration().resolve(file), organisation().resolve(file));
  }

  /** For what would be missed. */
  public Path data() {
    return switch (kind()) {
      case WINDOWS -> local();
      case MAC -> applicationSupport();
      case XDG -> from("XDG_DATA_HOME", ".local", "share").resolve(XDG_NAME);
    };
  }

  /** For what can be asked for again. */
  public Path cache() {
    return switch (kind()) {
      case WINDOWS -> local().resolve("cache");
      case MAC -> home.resolve("Library").resolve("Caches").resolve(NAME);
      case XDG -> from("XDG_CACHE_HOME", ".cache").resolve(XDG_NAME);
    };
  }

  private Path local() {
    return from("LOCALAPPDATA", "AppData", "Local").resolve(NAME);
  }

  private Path applicationSupport() {
    return home.resolve("Library").resolve("Application Support").resolve(NAME);
  }

  /**
   * Where a variable says, or else below the user's home. An empty or relative path counts as none,
   * as the XDG Base Directory Specification wants it.
   */
  private Path from(String variable, String... otherwise) {
    Path said = Path.of(environment.getOrDefault(variable, ""));
    return said.isAbsolute() ? said : home.resolve(Path.of("", otherwise));
  }

  private enum Kind {
    WINDOWS,
    MAC,
    XDG
  }

  private Kind kind() {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Kind.WINDOWS;
    }
    return name.startsWith("mac") ? Kind.MAC : Kind.XDG;
  }
}
