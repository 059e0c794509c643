package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.texts.Texts;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.history.ExportModel.Written;
import dev.frontdesk.ui.kit.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ExportModelTest {
  @TempDir private Path folder = Path.of("");

  private final List<Problem> problems = new ArrayList<>();
  private final ExportModel export =
      new ExportModel(Work.inline(), Texts.of(Locale.ENGLISH), problems::add);
  private final List<HistoryEntry> entries =
      List.of(
          Entries.foreign("IFOREIGN1", FakeSession.START),
          new Entries().publication("atlas", "=1+1", FakeSession.START.minusSeconds(60)));

  @Test
  void theEndingSaysTheForm() throws IOException {
    Path csv = folder.resolve("history.csv");
    export.write(entries, csv);
    assertEquals(Optional.of(new Written(2, csv)), export.written().get());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith("IFOREIGN1,foreign,"), lines.get(1));
    assertTrue(lines.get(2).contains(",'=1+1,"), lines.get(2));
    Path json = folder.resolve("history.json");
    export.write(entries, json);
    var document = JsonMapper.shared().readTree(Files.readString(json));
    assertEquals("atlas", document.get("entries").get(1).get("projectId").asString());
    export.forget();
    assertEquals(Optional.empty(), export.written().get());
    assertEquals(List.of(), problems);
  }

  @Test
  void whatCannotBeWrittenIsToldInASentence() {
    export.write(entries, folder.resolve("nowhere").resolve("history.csv"));
    assertEquals(Optional.empty(), export.written().get());
    Problem.Machine told = (Problem.Machine) problems.getFirst();
    assertTrue(
        told.detail().endsWith("cannot be written: there is no such folder. Choose another place."),
        told.detail());
  }
}
