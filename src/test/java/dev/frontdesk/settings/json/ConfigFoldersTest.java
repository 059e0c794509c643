package dev.frontdesk.settings.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFoldersTest {
  private final Path home = Path.of("/home/amara").toAbsolutePath();

  private ConfigFolders folders(String system, Map<String, String> environment) {
    return ConfigFolders.of(system, home, environment);
  }

  @Test
  void onLinuxByTheXdgSpecificationAndBelowEtc() {
    assertEquals(
        new ConfigFolders(home.resolve(".config/frontdesk"), Path.of("/etc/frontdesk")),
        folders("Linux", Map.of()));
    Path xdg = Path.of("/xdg").toAbsolutePath();
    assertEquals(
        xdg.resolve("frontdesk"),
        folders("Linux", Map.of("XDG_CONFIG_HOME", xdg.toString())).own());
    assertEquals(
        home.resolve(".config/frontdesk"),
        folders("Linux", Map.of("XDG_CONFIG_HOME", "relative")).own());
  }

  @Test
  void onAMacInTheFoldersForSupport() {
    assertEquals(
        new ConfigFolders(
            home.resolve("Library/Application Support/Frontdesk"),
            Path.of("/Library/Application Support/Frontdesk")),
        folders("Mac OS X", Map.of()));
  }

  @Test
  void onWindowsWhereItsVariablesSay() {
    var environment = Map.of("APPDATA", home.resolve("Roaming").toString(), "ProgramData", "/data");
    assertEquals(
        new ConfigFolders(home.resolve("Roaming/Frontdesk"), Path.of("/data/Frontdesk")),
        folders("Windows 11", environment));
    assertEquals(home.resolve("AppData/Roaming/Frontdesk"), folders("Windows 11", Map.of()).own());
  }
}
