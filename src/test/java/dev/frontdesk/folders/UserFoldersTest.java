package dev.frontdesk.folders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
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
  void theOrganisationsIsTheSystems() {
    assertEquals(Path.of("/etc/frontdesk"), folders("Linux", Map.of()).organisation());
    assertEquals(
        Path.of("/Library/Application Support/Frontdesk"),
        folders("Mac OS X", Map.of()).organisation());
    assertEquals(
        SAID.resolve("Frontdesk"),
        folders("Windows 11", Map.of("ProgramData", SAID.toString())).organisation());
    // C:\\Users\\amara stands two folders below the drive.
    assertEquals(
        HOME.getRoot().resolve("ProgramData/Frontdesk"),
        folders("Windows 11", Map.of()).organisation());
  }

  @Test
  void theUsersOwnSettingsComeBeforeTheOrganisations() {
    assertEquals(
        List.of(HOME.resolve(".config/frontdesk/a.json"), Path.of("/etc/frontdesk/a.json")),
        folders("Linux", Map.of()).settings("a.json"));
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
