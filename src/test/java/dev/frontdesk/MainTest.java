package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who mistypes where the console is to work does not find it open somewhere else. */
class MainTest {
  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsWrongUse() throws Exception {
    refuses("none.json", "--config", folder.resolve("none.json").toString());
  }

  @Test
  void aConnectionThatTheFileDoesNotNameIsWrongUse() throws Exception {
    Path file = Files.writeString(folder.resolve("some.json"), "{\"connections\": []}");
    refuses("stagin", "--config", file.toString(), "--connection=stagin");
  }

  private static void refuses(String told, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(options));
    var builder = new ProcessBuilder(command);
    builder.environment().remove("DISPLAY");
    Process process = builder.start();
    try {
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      assertEquals(2, process.exitValue(), err);
      assertTrue(err.contains(told) && err.strip().lines().count() == 1, err);
    } finally {
      process.destroyForcibly();
    }
  }
}
