package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDataTest {
  private static final Path HOME = Path.of("/home/amara");

  @Test
  void followsEachSystemsCustom() {
    assertEquals(HOME.resolve(".local/share/frontdesk/sandbox"), folder("Linux", Map.of()));
    assertEquals(
        Path.of("/data/frontdesk/sandbox"), folder("Linux", Map.of("XDG_DATA_HOME", "/data")));
    assertEquals(
        HOME.resolve(".local/share/frontdesk/sandbox"),
        folder("Linux", Map.of("XDG_DATA_HOME", "relative")));
    assertEquals(
        Path.of("/local/Frontdesk/sandbox"),
        folder("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    assertEquals(HOME.resolve("AppData/Local/Frontdesk/sandbox"), folder("Windows 11", Map.of()));
    assertEquals(
        HOME.resolve("Library/Application Support/Frontdesk/sandbox"),
        folder("Mac OS X", Map.of("XDG_DATA_HOME", "/data")));
  }

  private static Path folder(String system, Map<String, String> environment) {
    return UserData.sandboxFolder(system, HOME, environment::get);
  }
}
