package dev.frontdesk.settings.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFileTest {
  @TempDir Path folder;

  private Optional<URI> updates() {
    return ProgramFile.updates(
        List.of(folder.resolve("own.json"), folder.resolve("organisation.json")));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void nobodyIsAskedUnlessAPlaceIsNamed() throws IOException {
    assertEquals(Optional.empty(), updates());
    write("own.json", "{}");
    assertEquals(Optional.empty(), updates());
  }

  @Test
  void theUsersOwnPlaceWinsOverTheOrganisations() throws IOException {
    write("organisation.json", "{\"updates\": \"https://intranet.example/newest.json\"}");
    assertEquals(Optional.of(URI.create("https://intranet.example/newest.json")), updates());
    write("own.json", "{\"updates\": \"http://127.0.0.1:8080/newest.json\"}");
    assertEquals(Optional.of(URI.create("http://127.0.0.1:8080/newest.json")), updates());
  }

  @ParameterizedTest
  @CsvSource({
    "http://intranet.example/newest.json, settings-http",
    "http://127.0.0.1.example/newest.json, settings-http",
    "file:///newest.json, settings-url",
  })
  void onlyHttpsIsAskedBeyondThisMachine(String address, String rule) throws IOException {
    write("own.json", "{\"updates\": \"%s\"}".formatted(address));
    assertEquals(rule, rule());
  }

  @Test
  void aFieldThatIsNotKnownIsToldOf() throws IOException {
    write("organisation.json", "{\"update\": \"https://intranet.example\"}");
    assertEquals("settings-unknown", rule());
  }

  private String rule() {
    var thrown = assertThrows(ProblemException.class, this::updates);
    return ((Problem.Invalid) thrown.problem()).rule();
  }
}
