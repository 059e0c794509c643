package dev.frontdesk.ui.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page says of a line, and of a plan as a whole. */
class LineWordsTest {
  private final Tools tools = Gallery.tools(FakeSession.START);

  @Test
  void whatIsSentIsToldAsItTravels() {
    LineWords words = one("http://127.0.0.1:8787/members/北/projects");
    assertEquals(LineState.SEND, words.state());
    assertEquals("/members/%E5%8C%97/projects", words.text());
    assertEquals("host taken off, encoded", words.note());
  }

  @Test
  void variantsAreNamedBehindTheirPath() {
    assertEquals("/projects/atlas/members  + ?*", one("/projects/atlas/members").text());
  }

  @Test
  void whatAnotherLineDoesSaysWhichOne() {
    List<LineWords> all = all("/members/*\n/members/m1/projects\n/members/*");
    assertEquals("hits all else that begins so", all.get(0).note());
    assertEquals(LineState.REDUNDANT, all.get(1).state());
    assertEquals("/members/m1/projects", all.get(1).text());
    assertEquals("line 1 covers it", all.get(1).note());
    assertEquals("line 1 is the same", all.get(2).note());
  }

  @Test
  void whatIsInProgressSaysWhere() {
    var there = new Invalidation("I2J0", Instant.EPOCH, false, "elsewhere", List.of("/members/*"));
    LineWords words = words(plan("/members/m1/projects", new QuotaUse(List.of(there)))).getFirst();
    assertEquals(LineState.IN_PROGRESS, words.state());
    assertEquals("/members/* is in progress in I2J0", words.note());
  }

  @Test
  void whatIsWrongIsASentenceWithWhatWasMeant() {
    LineWords words = one("projects/atlas");
    assertEquals(LineState.WRONG, words.state());
    assertTrue(words.text().contains("begins with a slash"), words::text);
    assertEquals("/projects/atlas", words.instead());
  }

  @Test
  void aTagIsOnePath() {
    LineWords words = one("#member-m1");
    assertEquals(LineState.TAG, words.state());
    assertEquals("#member-m1", words.text());
    assertEquals("counts as one path", words.note());
  }

  @Test
  void everythingAndProductionAreAskedAbout() {
    Planned some = planned("/members/m1/projects");
    assertEquals(Optional.empty(), PurgeWords.question(some, connection(false), tools));
    var production = PurgeWords.question(some, connection(true), tools).orElseThrow();
    assertEquals("Purge 1 path in production?", production.title());
    assertEquals("Purge 1 path", production.yes());
    assertTrue(production.numbers().contains("0.005 at most"), production::numbers);
    var everything = PurgeWords.question(planned("/*"), connection(false), tools).orElseThrow();
    assertEquals("Purge everything?", everything.title());
    assertEquals("Purge everything", everything.yes());
    assertTrue(everything.numbers().contains("fetched from the origin again"));
    assertTrue(everything.numbers().contains("Nothing is billed"), everything::numbers);
  }

  private static Connection connection(boolean production) {
    try (var session = new FakeSession(production).open()) {
      return session.connection();
    }
  }

  @Test
  void theCostIsWhatItIsAtLeastAndAtMost() {
    assertEquals("1 path, 0.00 to 0.005 USD", PurgeWords.cost(planned("/x").plan(), false, tools));
    assertEquals("No paths, 0.00 USD", PurgeWords.cost(planned("").plan(), false, tools));
  }

  @Test
  void nothingIsBilledInTheSandbox() {
    assertEquals("1 path, nothing billed", PurgeWords.cost(planned("/x").plan(), true, tools));
  }

  private LineWords one(String text) {
    List<LineWords> all = all(text);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  private List<LineWords> all(String text) {
    return words(plan(text, QuotaUse.NONE));
  }

  private List<LineWords> words(PurgePlan plan) {
    return plan.lines().stream().map(line -> LineWords.of(line, tools)).toList();
  }

  private static Planned planned(String text) {
    return Planned.of(
        text, plan(text, QuotaUse.NONE), new Ground.Standing(Optional.empty(), false));
  }

  private static PurgePlan plan(String text, QuotaUse quota) {
    Distribution distribution = FakeDistributions.sandboxLike();
    return PurgePlan.of(
        new PurgeReader(distribution, Set.of("127.0.0.1:8787")).read(text),
        new PurgeCircumstances(distribution, quota, 0, List.of(), Instant.EPOCH));
  }
}
