package dev.frontdesk.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.WantedMember;
import dev.frontdesk.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one sheet, and goes on after a mistake to find the others. */
final class SheetReader {
  private static final int MOST_MISTAKES = 20;

  /** Of a cell that a mistake names; it may be a whole file behind a forgotten quote. */
  private static final int LONGEST_NAMED = 80;

  private static final int[] SEPARATORS = {',', ';', '\t'};

  private final String name;
  private final String roles;
  private final Set<Role> knownRoles;
  private final Set<String> knownEmails;

  private final List<Problem.Invalid> mistakes = new ArrayList<>();
  private int more;
  private final List<WantedMember> members = new ArrayList<>();
  private final Map<String, Long> emailLines = new HashMap<>();
  private final Map<String, Long> idLines = new HashMap<>();

  SheetReader(String name, Roles roles, Roster seen) {
    this.name = name;
    this.roles = roles.all().stream().map(Role::name).collect(Collectors.joining(", "));
    this.knownRoles = new HashSet<>(roles.all());
    this.knownEmails = new HashSet<>();
    for (Member member : seen.members()) {
      knownRoles.add(member.role());
      knownEmails.add(member.email());
    }
  }

  SheetReading read(String text) {
    long line = 1;
    try (CsvReader<CsvRecord> records = records(text)) {
      Map<Column, Integer> columns = null;
      int width = 0;
      for (CsvRecord record : records) {
        line = record.getStartingLineNumber();
        List<String> cells = record.getFields().stream().map(Cell::read).toList();
        boolean blank = cells.stream().allMatch(String::isEmpty); // bare separators are, too
        if (!blank && columns == null) {
          columns = header(cells, line);
          width = cells.size();
          if (columns.isEmpty()) {
            break;
          }
        } else if (!blank && cells.size() != width) {
          String fields = Integer.toString(cells.size());
          mistake("sheet-fields", line, fields, Integer.toString(width));
        } else if (!blank && columns != null) {
          row(columns, cells, line);
        }
        line += 1 + breaks(record);
      }
      if (columns == null) {
        mistake("sheet-empty", line);
      }
    } catch (CsvParseException e) {
      // The parser cannot go on, and what it says means nothing to the author of a spreadsheet.
      mistake("sheet-quote", line);
    } catch (IOException e) {
      throw new UncheckedIOException("closing a text in memory", e);
    }
    return mistakes.isEmpty()
        ? new RosterSheet(members)
        : new SheetReading.Mistakes(mistakes, more);
  }

  private static CsvReader<CsvRecord> records(String text) {
    return CsvReader.builder()
        .fieldSeparator(separator(text))
        .skipEmptyLines(false) // each is a record, so that the line of the next is known
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  /** The one of which the header row has most; a comma where it has none. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    int best = ',';
    long most = 0;
    for (int separator : SEPARATORS) {
      long count = header.chars().filter(c -> c == separator).count();
      if (count > most) {
        most = count;
        best = separator;
      }
    }
    return (char) best;
  }

  /** How many lines a record has beyond its first: those that its quoted fields go on for. */
  private static long breaks(CsvRecord record) {
    return record.getFields().stream()
        .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
        .sum();
  }

  /** Where the columns stand; without any where the row is no header. */
  private Map<Column, Integer> header(List<String> cells, long line) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.size(); i++) {
      Column column = Column.ofWord(cells.get(i));
      if (column != null) {
        columns.putIfAbsent(column, i);
      }
    }
    if (columns.isEmpty()) {
      mistake("sheet-no-header", line);
      return columns;
    }
    for (int i = 0; i < cells.size(); i++) {
      Column column = Column.ofWord(cells.get(i));
      if (cells.get(i).isEmpty()) {
        mistake("sheet-column-unnamed", line, Integer.toString(i + 1));
      } else if (column == null) {
        mistake("sheet-column-unknown", line, shown(cells.get(i)));
      } else if (!Integer.valueOf(i).equals(columns.get(column))) {
        mistake("sheet-column-twice", line, column.word());
      }
    }
    for (Column column : Column.NEEDED) {
      if (!columns.containsKey(column)) {
        mistake("sheet-column-missing", line, column.word());
      }
    }
    return columns;
  }

  private void row(Map<Column, Integer> columns, List<String> cells, long line) {
    String id = cell(columns, cells, Column.ID);
    String email = cell(columns, cells, Column.EMAIL);
    String role = cell(columns, cells, Column.ROLE);
    int before = mistakes.size();
    if (columns.containsKey(Column.EMAIL)) {
      email(email, line);
    }
    if (!id.isEmpty()) {
      once(idLines, "sheet-id-twice", id, id, line);
    }
    if (columns.containsKey(Column.ROLE)) {
      role(role, email, line);
    }
    if (mistakes.size() == before && more == 0 && !role.isEmpty()) {
      String called = cell(columns, cells, Column.NAME);
      members.add(new WantedMember(id.isEmpty() ? null : id, email, called, new Role(role)));
    }
  }

  private static String cell(Map<Column, Integer> columns, List<String> cells, Column column) {
    Integer place = columns.get(column);
    return place == null ? "" : cells.get(place);
  }

  private void email(String email, long line) {
    if (email.isEmpty()) {
      mistake("sheet-email-empty", line);
    } else if (!EmailAddress.isWellFormed(email) && !knownEmails.contains(email)) {
      mistake("sheet-email-malformed", line, shown(email));
    } else {
      once(emailLines, "sheet-email-twice", EmailAddress.key(email), email, line);
    }
  }

  private void role(String role, String email, long line) {
    if (role.isEmpty()) {
      mistake("sheet-role-empty", line, shown(email), roles);
    } else if (!knownRoles.contains(new Role(role))) {
      mistake("sheet-role-unknown", line, shown(role), roles);
    }
  }

  private void once(Map<String, Long> lines, String rule, String key, String text, long line) {
    Long first = lines.putIfAbsent(key, line);
    if (first != null) {
      mistake(rule, line, shown(text), Long.toString(first));
    }
  }

  /** Its sentence has the file first and the line second. */
  private void mistake(String rule, long line, String... values) {
    if (mistakes.size() == MOST_MISTAKES) {
      more++;
      return;
    }
    List<String> all = new ArrayList<>(List.of(name, Long.toString(line)));
    all.addAll(List.of(values));
    mistakes.add(new Problem.Invalid(rule, all));
  }

  /** Short, and without what a terminal would obey. */
  private static String shown(String cell) {
    String plain = cell.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LONGEST_NAMED ? plain.substring(0, LONGEST_NAMED) + "…" : plain;
  }
}
