package dev.frontdesk.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
  private static final Path HOME = Path.of("/home/amara");

  @Test
  void followsEachSystemsCustom() {
    assertEquals(HOME.resolve(".cache/frontdesk"), folder("Linux", Map.of()));
    assertEquals(Path.of("/cache/frontdesk"), folder("Linux", Map.of("XDG_CACHE_HOME", "/cache")));
    assertEquals(
        HOME.resolve(".cache/frontdesk"), folder("Linux", Map.of("XDG_CACHE_HOME", "relative")));
    assertEquals(
        Path.of("/local/Frontdesk/cache"), folder("Windows 11", Map.of("LOCALAPPDATA", "/local")));
    assertEquals(HOME.resolve("AppData/Local/Frontdesk/cache"), folder("Windows 11", Map.of()));
    assertEquals(
        HOME.resolve("Library/Caches/Frontdesk"),
        folder("Mac OS X", Map.of("XDG_CACHE_HOME", "/cache")));
  }

  private static Path folder(String system, Map<String, String> environment) {
    return CacheFolder.path(system, HOME, environment);
  }
}
