package dev.frontdesk.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a CSV (RFC 4180) is written that people open in spreadsheets. */
final class Sheet {
  /** Spreadsheets take a file without it for one in the machine's old code page. */
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private Sheet() {}

  /** Writes a file anew, in UTF-8, whole or not at all. */
  static void write(List<String> header, Stream<List<String>> rows, Path file) throws IOException {
    Draft.write(
        file,
        out -> {
          out.write(BYTE_ORDER_MARK);
          write(header, rows, out);
        });
  }

  /** A row at a time, no cell of which is taken for a formula; {@code out} stays open. */
  static void write(List<String> header, Stream<List<String>> rows, Writer out) throws IOException {
    var csv = CsvWriter.builder().build(out);
    try {
      csv.writeRecord(header);
      rows.forEach(row -> csv.writeRecord(row.stream().map(Cell::guarded).toList()));
    } catch (UncheckedIOException e) {
      throw e.getCause(); // a full disk: the library hides it
    }
    csv.flush();
  }
}
