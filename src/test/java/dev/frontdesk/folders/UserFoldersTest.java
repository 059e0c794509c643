package dev.frontdesk.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/amara").toAbsolutePath();
  private static final Path SAID = Path.of("/said").toAbsolutePath();

  @Test
  void onLinuxAreThoseOfTheXdgSpecification() {
    assertFolders(
        folders("Linux", Map.of()),
        HOME.resolve(".config/frontdesk"),
        HOME.resolve(".local/share/frontdesk"),
        HOME.resolve(".cache/frontdesk"));
    String said = SAID.toString();
    assertFolders(
        folders(
            "Linux",
            Map.of("XDG_CONFIG_HOME", said, "XDG_DATA_HOME", said, "XDG_CACHE_HOME", said)),
        SAID.resolve("frontdesk"),
        SAID.resolve("frontdesk"),
        SAID.resolve("frontdesk"));
  }

  /** Each variable speaks for its own folder alone. */
  @Test
  void eachHasItsOwnVariable() {
    assertEquals(
        HOME.resolve(".cache/frontdesk"),
        folders("Linux", Map.of("XDG_CONFIG_HOME", SAID.toString())).cache());
    assertEquals(
        HOME.resolve("AppData/Local/Frontdesk"),
        folders("Windows 11", Map.of("APPDATA", SAID.toString())).data());
  }

  @Test
  void emptyAndRelativePathsCountAsNone() {
    var folders =
        folders("Linux", Map.of("XDG_CONFIG_HOME", "relative", "XDG_DATA_HOME", "", "APPDATA", ""));
    assertEquals(HOME.resolve(".config/frontdesk"), folders.configuration());
    assertEquals(HOME.resolve(".local/share/frontdesk"), folders.data());
    assertEquals(
        HOME.resolve("AppData/Roaming/Frontdesk"),
        folders("Windows 11", Map.of("APPDATA", " ")).configuration());
  }

  @Test
  void onWindowsAreWhereTheEnvironmentSays() {
    assertFolders(
        folders(
            "Windows 11",
            Map.of(
                "APPDATA",
                SAID.resolve("r").toString(),
                "LOCALAPPDATA",
                SAID.resolve("l").toString())),
        SAID.resolve("r/Frontdesk"),
        SAID.resolve("l/Frontdesk"),
        SAID.resolve("l/Frontdesk/cache"));
    assertFolders(
        folders("Windows 11", Map.of()),
        HOME.resolve("AppData/Roaming/Frontdesk"),
        HOME.resolve("AppData/Local/Frontdesk"),
        HOME.resolve("AppData/Local/Frontdesk/cache"));
  }

  @Test
  void onMacOsAreInTheLibraryWhateverTheEnvironment() {
    assertFolders(
        folders("Mac OS X", Map.of("XDG_DATA_HOME", SAID.toString())),
        HOME.resolve("Library/Application Support/Frontdesk"),
        HOME.resolve("Library/Application Support/Frontdesk"),
        HOME.resolve("Library/Caches/Frontdesk"));
  }

  @Test
  void hereTheyAreAbsolute() {
    var here = UserFolders.here();
    assertTrue(here.configuration().isAbsolute() && here.data().isAbsolute(), here::toString);
  }

  private static UserFolders folders(String system, Map<String, String> environment) {
    return new UserFolders(system, HOME, environment);
  }

  private static void assertFolders(
      UserFolders folders, Path configuration, Path data, Path cache) {
    assertEquals(configuration, folders.configuration());
    assertEquals(data, folders.data());
    assertEquals(cache, folders.cache());
  }
}
