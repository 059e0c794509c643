package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code frontdesk history} prints where not all of it is to be had. */
class PartialHistoryTest {
  private final FakeDesk desk = new FakeDesk();

  @TempDir Path folder;

  @BeforeEach
  void purge() throws IOException {
    assertEquals(Exit.DONE, run("purge", "/projects/atlas", "--reason", "Ticket 7"), desk.err());
  }

  @Test
  void withoutCloudFrontTheJournalsPartIsPrinted() throws IOException {
    desk.cloudfront.meetAtList(new Problem.Denied("ListInvalidations", "not authorized.", "r"));
    assertEquals(Exit.DONE, run("history"), desk.err());
    assertTrue(desk.out().contains("Ticket 7"), desk::out);
    assertEquals(1, desk.err().lines().count(), desk::err);
    assertTrue(desk.err().startsWith("What others have invalidated is missing"), desk::err);
    assertTrue(desk.err().contains("AWS does not allow ListInvalidations"), desk::err);
  }

  /** What is left out is named on the error, and the rest is printed. */
  @Test
  void anEntryThatIsNotUnderstoodIsNamedAndTheRestPrinted() throws IOException {
    List<JournalEntry> entries = desk.tables.newest(null, 10);
    assertEquals(1, entries.size());
    String odd = entries.getFirst().id();
    assertEquals(Exit.DONE, run("purge", "/projects/borealis", "--reason", "Ticket 8"), desk.err());
    desk.tables.breakEntry(odd, "no kind");
    String before = desk.out();

    assertEquals(Exit.DONE, run("history"), desk.err());

    String printed = desk.out().substring(before.length());
    assertTrue(printed.contains("Ticket 8"), printed);
    assertFalse(printed.contains("Ticket 7"), printed);
    assertEquals(1, desk.err().lines().count(), desk.err());
    assertTrue(desk.err().contains(odd) && desk.err().contains("no kind"), desk.err());
  }

  @Test
  void withoutTheJournalNothingIs() throws IOException {
    desk.tables.trouble(new Problem.Denied("Query", "not authorized.", "r"));
    assertEquals(Exit.FAILED, run("history"));
    assertTrue(desk.err().startsWith("AWS does not allow Query"), desk::err);
  }

  private int run(String... command) throws IOException {
    return desk.run(folder, new FastTicker(), command);
  }
}
