package dev.frontdesk.files;

import dev.frontdesk.publishing.HistoryEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history as it leaves Frontdesk: a CSV (RFC 4180) for people's spreadsheets, a JSON document
 * for programs; both an entry at a time, so that a history of any length needs little memory.
 */
public final class HistoryFile {
  private static final ObjectWriter JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writer();

  /** The columns of the CSV. The newest invalidation is the last of all. */
  private static final List<Field> FIELDS =
      List.of(
          new Field("id", HistoryRow::id),
          new Field("kind", HistoryRow::kind),
          new Field("at", HistoryRow::at),
          new Field("who", HistoryRow::who),
          new Field("projectId", HistoryRow::projectId),
          new Field("projectName", HistoryRow::projectName),
          new Field("version", HistoryRow::version),
          new Field("paths", row -> spaced(row.paths())),
          new Field("reason", HistoryRow::reason),
          new Field("state", HistoryRow::state),
          new Field("durationMs", HistoryRow::durationMs),
          new Field("costAtMostUsd", HistoryRow::costAtMostUsd),
          new Field("retries", HistoryRow::retries),
          new Field("invalidationIds", row -> spaced(row.invalidationIds())),
          new Field("steps", row -> spaced(steps(row))));

  private record Field(String name, Function<HistoryRow, @Nullable Object> value) {}

  private static final List<String> HEADER = FIELDS.stream().map(Field::name).toList();

  private HistoryFile() {}

  /**
   * Writes a file anew, whole or not at all: JSON where its name ends so, else a CSV in UTF-8 that
   * spreadsheets open as it is meant.
   */
  public static void write(Iterable<? extends HistoryEntry> entries, Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      Draft.write(file, out -> json(entries, out));
    } else {
      Sheet.write(HEADER, rows(entries), file);
    }
  }

  /**
   * A header row, and a row for each entry: the fields of {@link HistoryRow}, those that are lists
   * with spaces between. No cell is taken for a formula. {@code out} stays open.
   */
  public static void csv(Iterable<? extends HistoryEntry> entries, Writer out) throws IOException {
    Sheet.write(HEADER, rows(entries), out);
  }

  private static Stream<List<String>> rows(Iterable<? extends HistoryEntry> entries) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(HistoryRow::of)
        .map(row ->
            FIELDS.stream().map(field -> Objects.toString(field.value().apply(row), "")).toList());
  }

  private static List<String> steps(HistoryRow row) {
    return row.steps().stream().map(step -> step.state() + "@" + step.at()).toList();
  }

  /** Neither paths nor tags have spaces in them. */
  private static @Nullable String spaced(@Nullable List<String> texts) {
    return texts == null ? null : String.join(" ", texts);
  }

  /** One document: {@code {"entries":[…]}} of {@link HistoryRow}. {@code out} stays open. */
  public static void json(Iterable<? extends HistoryEntry> entries, Writer out) throws IOException {
    try (var json = JSON.without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("entries");
      for (HistoryEntry entry : entries) {
        json.writePOJO(HistoryRow.of(entry));
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (JacksonException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw e;
    }
    out.write(System.lineSeparator());
  }
}
