package dev.frontdesk.files;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.WantedMember;
import dev.frontdesk.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A roster as people keep it in a spreadsheet: CSV (RFC 4180) in UTF-8, with a header row that
 * names the columns {@code email}, {@code name}, {@code role} and maybe {@code id}, in any order
 * and case; separated by commas, semicolons or tabs.
 *
 * @param members in the file's order, each address and each id once
 */
public record RosterSheet(List<WantedMember> members) implements SheetReading {
  /** A roster of 100,000 members takes about 7 MB. */
  private static final int MOST_MEGABYTES = 64;

  private static final int MEGABYTE = 1 << 20;

  private static final List<String> HEADER = Stream.of(Column.values()).map(Column::word).toList();

  public RosterSheet {
    members = List.copyOf(members);
  }

  /**
   * Reads a file. What breaks a rule is a mistake only where the roster does not have it already,
   * so that a roster can be written out, mended and read in again.
   *
   * @param seen the roster that the file is to be laid beside
   */
  public static SheetReading read(Path file, Roles roles, Roster seen) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_MEGABYTES * MEGABYTE + 1);
    } catch (NoSuchFileException e) {
      return mistake("sheet-no-file", file.toString());
    } catch (IOException e) {
      return mistake("sheet-unreadable", file.toString(), String.valueOf(e.getMessage()));
    }
    if (bytes.length > MOST_MEGABYTES * MEGABYTE) {
      return mistake("sheet-too-large", file.toString(), Integer.toString(MOST_MEGABYTES));
    }
    var text = CharBuffer.allocate(bytes.length);
    var in = ByteBuffer.wrap(bytes);
    var result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(in, text, true);
    text.flip();
    if (result.isError()) {
      long line = text.chars().filter(c -> c == '\n').count() + 1;
      return mistake("sheet-encoding", file.toString(), Long.toString(line));
    }
    return parse(file.toString(), text.toString(), roles, seen);
  }

  /**
   * The same for a text that is read already.
   *
   * @param name stands for the file in the mistakes
   */
  public static SheetReading parse(String name, String text, Roles roles, Roster seen) {
    boolean marked = !text.isEmpty() && text.charAt(0) == Sheet.BYTE_ORDER_MARK;
    return new SheetReader(name, roles, seen).read(marked ? text.substring(1) : text);
  }

  private static Mistakes mistake(String rule, String... values) {
    return new Mistakes(List.of(new Problem.Invalid(rule, values)), 0);
  }

  /** Writes a file that spreadsheets open as it is meant, and that reading gives back. */
  public static void write(List<Member> members, Path file) throws IOException {
    Sheet.write(HEADER, rows(members), file);
  }

  /** The same without the mark of UTF-8 in front; {@code out} stays open. */
  public static void write(List<Member> members, Writer out) throws IOException {
    Sheet.write(HEADER, rows(members), out);
  }

  private static Stream<List<String>> rows(List<Member> members) {
    return members.stream()
        .map(member -> List.of(member.id(), member.email(), member.name(), member.role().name()));
  }
}
