package dev.frontdesk.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.WantedMember;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RosterSheetTest {
  private static final Roles ROLES = Roles.of("owner", "admin", "editor", "viewer");
  private static final Roster EMPTY = new Roster("atlas", "Atlas", 41, List.of());

  @TempDir Path folder;

  @Test
  void takesColumnsInAnyOrderAndCase() {
    assertEquals(
        List.of(wanted("m1", "amara@acme.example", "Amara", "owner"), wanted("li@acme.example")),
        members("Role,NAME,id,Email\nowner,Amara,m1,amara@acme.example\nviewer,,,li@acme.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparatorInTheHeader(String separator) {
    String text =
        "email,name,role\r\nli@acme.example,\"Li, the ;\tfirst\",viewer\r\n"
            .replace(",", separator);
    String name = "Li, the ;\tfirst".replace(",", separator);
    assertEquals(List.of(wanted(null, "li@acme.example", name, "viewer")), members(text));
  }

  @Test
  void skipsWhatIsBlankAndStripsWhatIsAround() {
    String text =
        """
        \uFEFF

        email , name , role
        \u00a0li@acme.example\u00a0,  "Li  Siyuan" , viewer\s
        ,,
           \s
        chloe@acme.example,"Chloé ""C"" L.
        of Lyon",editor
        """;
    assertEquals(
        List.of(
            wanted(null, "li@acme.example", "Li  Siyuan", "viewer"),
            wanted(null, "chloe@acme.example", "Chloé \"C\" L.\nof Lyon", "editor")),
        members(text));
  }

  @Test
  void tellsEveryMistakeWithItsLine() {
    String text =
        """
        email,name,role
        amara@acme.example,Amara,owner
        nobody,No,viewer

        AMARA@acme.example,Amara,viewer
        "long@acme.example","Two
        lines",emperor
        chloe@acme.example,Chloé
        ,Nameless,viewer
        hong@acme.example,Hong,
        """;
    assertEquals(
        List.of(
            "r.csv, line 3: nobody is not an e-mail address. Correct it.",
            "r.csv, line 5: AMARA@acme.example is in line 2 already. Remove one of the two.",
            "r.csv, line 6: emperor is not a role. Write one of owner, admin, editor, viewer.",
            "r.csv, line 8: there are 2 fields for 3 columns. Put double quotes around a text that"
                + " has the separator in it.",
            "r.csv, line 9: there is no e-mail address. Write it, or remove the line.",
            "r.csv, line 10: hong@acme.example has no role. Write one of owner, admin, editor,"
                + " viewer."),
        sentences(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | sheet-empty",
        "'\n\n' | sheet-empty",
        "'li@acme.example,Li,viewer' | sheet-no-header",
        "'email|name|role' | sheet-no-header",
        "'email,role\nli@acme.example,viewer' | sheet-column-missing",
        "'email,name,role,team\nli@acme.example,Li,viewer,x' | sheet-column-unknown",
        "'email,name,role,\nli@acme.example,Li,viewer,' | sheet-column-unnamed",
        "'email,name,role,Email' | sheet-column-twice",
        "'id,email,name,role\n"
            + "m1,a@acme.example,,viewer\n"
            + "m1,b@acme.example,,viewer' | sheet-id-twice",
        "'email,name,role\nli@acme.example,\"Li,viewer\nx@acme.example,,viewer' | sheet-quote",
        "'email,name,role\nli@acme.example,\"Li\"x,viewer' | sheet-quote",
      })
  void tellsWhatIsWrongWithTheWhole(String text, String rule) {
    assertEquals(List.of(rule), rules(text.replace("email|name", "email\u00a6name")));
  }

  @Test
  void tellsTheLineOfAnUnclosedQuote() {
    String text =
        "email,name,role\n\na@acme.example,\"x\ny\",viewer\nb@acme.example,\"open,viewer\n";
    assertTrue(sentences(text).getFirst().startsWith("r.csv, line 5: a double quote"));
  }

  @Test
  void tellsTwentyMistakesAndHowManyMore() {
    var text = new StringBuilder("email,name,role\n");
    for (int i = 0; i < 50; i++) {
      text.append("nobody").append(i).append(",,viewer\n");
    }
    var mistakes = mistakes(text.toString());
    assertEquals(20, mistakes.first().size());
    assertEquals(30, mistakes.more());
  }

  @Test
  void namesNoMoreOfACellThanHelps() {
    String text = "email,name,role\n" + "x".repeat(5_000) + "\u001b[2J,,viewer\n";
    String sentence = sentences(text).getFirst();
    assertTrue(sentence.length() < 200, sentence);
    assertFalse(sentence.contains("\u001b"), sentence);
  }

  @Test
  void letsStandWhatTheRosterHasAlready() {
    var odd = new Member("m1", "root@localhost", "Root", new Role("superuser"));
    var seen = new Roster("atlas", "Atlas", 41, List.of(odd));
    String text = "id,email,name,role\nm1,root@localhost,Root,superuser\n";
    assertEquals(2, mistakes(text).first().size());
    assertEquals(
        new RosterSheet(List.of(wanted("m1", "root@localhost", "Root", "superuser"))),
        RosterSheet.parse("r.csv", text, ROLES, seen));
  }

  @Test
  void readsFilesInUtf8Only() throws IOException {
    Path file = folder.resolve("r.csv");
    Files.writeString(file, "email,name,role\nli@acme.example,李思远,viewer\n");
    assertEquals(
        new RosterSheet(List.of(wanted(null, "li@acme.example", "李思远", "viewer"))),
        RosterSheet.read(file, ROLES, EMPTY));
    Files.writeString(
        file, "email,name,role\nc@acme.example,Chloé,viewer\n", StandardCharsets.ISO_8859_1);
    assertEquals(
        List.of(file + ", line 2: this is not UTF-8. Save the file as “CSV UTF-8”."),
        told(RosterSheet.read(file, ROLES, EMPTY)));
    Files.writeString(file, "email,name,role\n", StandardCharsets.UTF_16);
    assertEquals(
        List.of(file + ", line 1: this is not UTF-8. Save the file as “CSV UTF-8”."),
        told(RosterSheet.read(file, ROLES, EMPTY)));
    Files.write(file, new byte[] {'a', '\n', (byte) 0xe6, (byte) 0x9d});
    assertEquals(
        List.of(file + ", line 2: this is not UTF-8. Save the file as “CSV UTF-8”."),
        told(RosterSheet.read(file, ROLES, EMPTY)),
        "a character cut off by the file's end");
  }

  @Test
  void tellsThatAFileIsNotThereOrNoFile() {
    Path absent = folder.resolve("absent.csv");
    assertEquals(
        List.of("There is no file " + absent + "; look at its name."),
        told(RosterSheet.read(absent, ROLES, EMPTY)));
    assertEquals(1, told(RosterSheet.read(folder, ROLES, EMPTY)).size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatIsWrittenIsReadAgain(long seed) throws IOException {
    System.out.println("seed " + seed);
    var random = new Random(seed);
    Path file = folder.resolve("r.csv");
    for (int i = 0; i < 40; i++) {
      List<Member> members = new ArrayList<>();
      for (int m = random.nextInt(30); m >= 0; m--) {
        String role = ROLES.all().get(random.nextInt(4)).name();
        members.add(new Member("m" + m, m + "+x@acme.example", name(random), new Role(role)));
      }
      RosterSheet.write(members, file);
      SheetReading read = RosterSheet.read(file, ROLES, EMPTY);
      assertEquals(
          new RosterSheet(
              members.stream()
                  .map(m -> wanted(m.id(), m.email(), m.name(), m.role().name()))
                  .toList()),
          read);
      try (var records = CsvReader.builder().ofCsvRecord(file)) {
        records.stream()
            .flatMap(record -> record.getFields().stream())
            .filter(cell -> !cell.isEmpty())
            .forEach(cell -> assertEquals(-1, "=+-@\t\r".indexOf(cell.charAt(0)), cell));
      }
    }
  }

  /** Of characters that files and spreadsheets find hard; without spaces at its ends. */
  private static String name(Random random) {
    String hard = "=+-@'\"';:#\\\t\r\n a李é\u00a0\uD83D\uDE00";
    var name = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int at = hard.offsetByCodePoints(0, random.nextInt(hard.codePointCount(0, hard.length())));
      name.appendCodePoint(hard.codePointAt(at));
    }
    return name.toString().replaceAll("^[\\s\u00a0]+|[\\s\u00a0]+$", "");
  }

  @Test
  void guardsCellsThatASpreadsheetWouldRun() {
    for (String formula : List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''@x")) {
      assertEquals("'" + formula, Cell.guarded(formula));
      assertEquals(formula, Cell.read(Cell.guarded(formula)));
    }
    for (String name : List.of("'t Hooft", "O'Neil", "", "'", "a=b")) {
      assertEquals(name, Cell.guarded(name));
      assertEquals(name, Cell.read(name));
    }
  }

  @Test
  void takesAHundredThousandRows() {
    var text = new StringBuilder("id,email,name,role\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("m%06d,person.%d@acme.example,Person %d,viewer%n".formatted(i, i, i));
    }
    assertEquals(100_000, members(text.toString()).size());
  }

  private static List<WantedMember> members(String text) {
    return switch (RosterSheet.parse("r.csv", text, ROLES, EMPTY)) {
      case RosterSheet sheet -> sheet.members();
      case SheetReading.Mistakes mistakes -> throw new AssertionError(mistakes);
    };
  }

  private static SheetReading.Mistakes mistakes(String text) {
    return switch (RosterSheet.parse("r.csv", text, ROLES, EMPTY)) {
      case RosterSheet sheet -> throw new AssertionError(sheet);
      case SheetReading.Mistakes mistakes -> mistakes;
    };
  }

  private static List<String> rules(String text) {
    return mistakes(text).first().stream().map(mistake -> mistake.rule()).toList();
  }

  private static List<String> sentences(String text) {
    return told(mistakes(text));
  }

  private static List<String> told(SheetReading reading) {
    return switch (reading) {
      case RosterSheet sheet -> throw new AssertionError(sheet);
      case SheetReading.Mistakes mistakes ->
          mistakes.first().stream()
              .map(mistake -> ProblemText.of(mistake, Texts.of(Locale.ENGLISH)).line())
              .toList();
    };
  }

  private static WantedMember wanted(String email) {
    return wanted(null, email, "", "viewer");
  }

  private static WantedMember wanted(@Nullable String id, String email, String name, String role) {
    return new WantedMember(id, email, name, new Role(role));
  }
}
