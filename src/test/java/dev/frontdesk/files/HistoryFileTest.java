package dev.frontdesk.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.StaleRoute;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryFileTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:02:11.204Z");
  private static final String ROSTER = "/projects/atlas/members";

  @TempDir Path folder;

  /** What stood there is not lost to a writing that breaks. */
  @Test
  void whatStoodThereStaysWhereTheWritingBreaks() throws IOException {
    for (String name : List.of("history.csv", "history.json")) {
      Path file = Files.writeString(folder.resolve(name), "as before");
      Iterable<HistoryEntry> breaking =
          () -> {
            throw new IllegalStateException("breaks");
          };
      assertThrows(IllegalStateException.class, () -> HistoryFile.write(breaking, file));
      assertEquals("as before", Files.readString(file));
    }
    try (var left = Files.list(folder)) {
      assertEquals(2, left.count(), "nothing half written is left");
    }
  }

  @Test
  void aPublicationTellsAllOfItself() throws IOException {
    JsonNode row = json(List.of(publication("Joins"))).path("entries").path(0);
    assertEquals("publication", row.path("kind").asString());
    assertEquals("2026-11-22T14:02:11.204Z", row.path("at").asString());
    assertEquals("atlas", row.path("projectId").asString());
    assertEquals(42, row.path("version").asLong());
    assertEquals(List.of(ROSTER, "#atlas"), texts(row.path("paths")));
    assertEquals("completed", row.path("state").asString());
    assertEquals("I2", row.path("invalidationId").asString());
    assertEquals(List.of("I1", "I2"), texts(row.path("invalidationIds")));
    assertEquals(9_000, row.path("durationMs").asLong());
    assertEquals(0.015, row.path("costAtMostUsd").asDouble(), "two paths, and one once more");
    assertEquals(
        List.of("saved", "submitted", "completed"),
        row.path("steps").valueStream().map(step -> step.path("state").asString()).toList());
    assertTrue(row.path("retries").isNull());
  }

  @Test
  void ofAForeignOneNobodyKnowsWhoAndWhy() throws IOException {
    var unasked = new HistoryEntry.Foreign(new InvalidationSummary("I9", AT, true), null);
    var asked =
        new HistoryEntry.Foreign(
            new InvalidationSummary("I8", AT, false),
            new Invalidation("I8", AT, false, "cli-1", List.of("/a", "/b*")));
    JsonNode rows = json(List.of(unasked, asked)).path("entries");
    for (JsonNode row : rows) {
      assertEquals("foreign", row.path("kind").asString());
      for (String unknown : List.of("who", "reason", "projectId", "durationMs", "version")) {
        assertTrue(row.path(unknown).isNull(), unknown);
      }
    }
    assertEquals("I9", rows.path(0).path("invalidationId").asString());
    assertTrue(rows.path(0).path("paths").isNull() && rows.path(0).path("costAtMostUsd").isNull());
    assertEquals("completed", rows.path(0).path("state").asString());
    assertEquals(List.of("/a", "/b*"), texts(rows.path(1).path("paths")));
    assertEquals(0.01, rows.path(1).path("costAtMostUsd").asDouble());
    assertEquals("submitted", rows.path(1).path("state").asString());
  }

  /** Whatever breaks on the way: who had a file there has it still, and nothing lies beside it. */
  @ParameterizedTest
  @ValueSource(strings = {"history.csv", "history.json"})
  void aFileIsWrittenWholeOrLeftAsItWas(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "last week's");
    Iterable<HistoryEntry> broken =
        () ->
            IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> {
                  if (i == 10_000) {
                    throw new IllegalStateException("no more");
                  }
                  return (HistoryEntry) publication("change " + i);
                })
                .iterator();
    assertThrows(IllegalStateException.class, () -> HistoryFile.write(broken, file));
    assertEquals("last week's", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
    HistoryFile.write(List.of(publication("x")), file);
    assertTrue(Files.readString(file).contains("atlas"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  /** Another entry's purge did its work: it is billed there. */
  @Test
  void whatWasCarriedCostsNothing() {
    HistoryEntry.Ours ours = publication("Joins");
    Progress progress = ours.entry().progress();
    Batch first = progress.batches().getFirst();
    List<Batch> batches =
        List.of(
            new Batch(first.reference(), first.items(), "I7", 1, true, "frontdesk-01OTHER-1-1"));
    var carried =
        new JournalEntry(
            ours.entry().about(),
            ours.entry().roster(),
            new Progress(
                progress.routes(),
                batches,
                progress.steps(),
                progress.evidence(),
                progress.trouble(),
                true),
            ours.entry().lease());
    HistoryRow row = HistoryRow.of(new HistoryEntry.Ours(carried));
    assertEquals(0.0, row.costAtMostUsd());
    assertEquals("I7", row.invalidationId());
  }

  @Test
  void nothingOfAnOpenOneIsCalledItsLength() {
    JournalEntry entry = publication("").entry();
    var open =
        new JournalEntry(
            entry.about(),
            entry.roster(),
            Progress.saved(List.of(), entry.progress().batches(), AT),
            entry.lease());
    assertNull(HistoryRow.of(new HistoryEntry.Ours(open)).durationMs());
  }

  @Test
  void noCellOfTheSheetIsAFormula() throws IOException {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
      var out = new StringWriter();
      HistoryFile.csv(List.of(publication(formula)), out);
      assertEquals("'" + formula, only(out.toString()).getField("reason"));
    }
  }

  @Test
  void theSheetHasQuotesLinesAndScriptsAsTheyAre() throws IOException {
    String reason = "says \"stale\", 为什么\r\nsecond line; = no formula";
    Path file = folder.resolve("history.csv");
    HistoryFile.write(List.of(publication(reason)), file);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertEquals('\uFEFF', text.charAt(0));
    NamedCsvRecord row = only(text.substring(1));
    assertEquals(reason, row.getField("reason"));
    assertEquals(ROSTER + " #atlas", row.getField("paths"));
    assertEquals("0.015", row.getField("costAtMostUsd"));
    assertEquals("", row.getField("retries"));
    assertEquals(
        "saved@2026-11-22T14:02:11.204Z submitted@2026-11-22T14:02:12.204Z"
            + " completed@2026-11-22T14:02:20.204Z",
        row.getField("steps"));
  }

  @Test
  void theNameSaysTheForm() throws IOException {
    Path file = folder.resolve("history.JSON");
    HistoryFile.write(List.of(publication("x")), file);
    JsonNode document = JsonMapper.shared().readTree(Files.readString(file));
    assertEquals("x", document.path("entries").path(0).path("reason").asString());
    assertEquals(0, json(List.of()).path("entries").size());
    var out = new StringWriter();
    HistoryFile.csv(List.of(), out);
    assertEquals(1, out.toString().lines().count(), "the header alone");
  }

  /** Each entry is written before the one after next is asked for: none is kept. */
  @Test
  void itIsWrittenWhileItIsRead() throws IOException {
    for (boolean isJson : List.of(true, false)) {
      var out = new CountingWriter();
      Iterable<HistoryEntry> entries =
          () -> {
            Iterator<Integer> numbers = IntStream.range(0, 2_000).iterator();
            return new Iterator<>() {
              @Override
              public boolean hasNext() {
                return numbers.hasNext();
              }

              @Override
              public HistoryEntry next() {
                int number = numbers.next();
                assertTrue(out.written >= number * 200L - 100_000, number + " are read ahead");
                return publication("x".repeat(200));
              }
            };
          };
      if (isJson) {
        HistoryFile.json(entries, out);
      } else {
        HistoryFile.csv(entries, out);
      }
      assertFalse(out.closed);
    }
  }

  @Test
  void aFullDiskIsToldAsSuch() {
    var full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    List<HistoryEntry> entries = List.of(publication("x".repeat(100_000)));
    assertEquals(
        "No space left on device",
        assertThrows(IOException.class, () -> HistoryFile.json(entries, full)).getMessage());
    assertEquals(
        "No space left on device",
        assertThrows(IOException.class, () -> HistoryFile.csv(entries, full)).getMessage());
  }

  private static final class CountingWriter extends Writer {
    private long written;
    private boolean closed;

    @Override
    public void write(char[] text, int from, int length) {
      written += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Purged, found to have lost the race, purged once more, and not proved after. */
  private static HistoryEntry.Ours publication(String reason) {
    var stale = new StaleRoute(ROSTER, Strategy.INVALIDATE, List.of(new CachePath(ROSTER)), false);
    Batch first = batch("01A-1-1", List.of(ROSTER, "#atlas"), "I1", 1);
    Batch again = batch("01A-2-2", List.of(ROSTER), "I2", 2);
    Progress saved = Progress.saved(List.of(stale), List.of(first, again), AT);
    Progress ended =
        saved
            .submitted(unsent(first), "I1", AT.plusSeconds(1))
            .completed(first, AT.plusSeconds(9))
            .end();
    return new HistoryEntry.Ours(
        new JournalEntry(
            new JournalEntry.About(
                "01A", JournalEntry.Kind.PUBLICATION, AT, "arn (me)", reason, null),
            new JournalEntry.RosterStep(
                "atlas", "Atlas", 41, 42, RosterChange.NONE, Saving.AT_ONCE),
            ended,
            new Lease("desk", 1)));
  }

  private static Batch batch(String name, List<String> items, @Nullable String id, int attempt) {
    return new Batch("frontdesk-" + name, items, id, attempt, true, null);
  }

  private static Batch unsent(Batch batch) {
    return new Batch(batch.reference(), batch.items(), null, batch.attempt(), true, null);
  }

  private static JsonNode json(List<HistoryEntry> entries) throws IOException {
    var out = new StringWriter();
    HistoryFile.json(entries, out);
    return JsonMapper.shared().readTree(out.toString());
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static NamedCsvRecord only(String csv) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> all = rows.stream().toList();
      assertEquals(1, all.size());
      return all.getFirst();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
