package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
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
