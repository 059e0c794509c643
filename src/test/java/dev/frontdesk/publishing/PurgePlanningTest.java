package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.caching.Distributions;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.fakes.FakeInvalidator;
import dev.frontdesk.fakes.FakeTables;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.KnownRoute;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.invalidation.PurgeCircumstances;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgePlanningTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-31T23:59:59.999Z");
  private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void whatCloudFrontTookThisMonthCounts() {
    assertEquals(
        5,
        sum(
            List.of(
                entry(FIRST, batch("1", "I1", null, "/a", "/b*")),
                entry(NOW, batch("2", "I2", null, "/c"), batch("3", "I3", null, "/c", "#t"))),
            List.of()));
  }

  @Test
  void whatItHasNotTakenAndOtherMonthsDoNot() {
    assertEquals(
        0,
        sum(
            List.of(
                entry(NOW, batch("1", null, null, "/a")),
                entry(OCTOBER, batch("2", "I2", null, "/b"))),
            List.of(
                foreign("I9", OCTOBER, "/z"),
                foreign("I8", Instant.parse("2026-12-01T00:00:00Z"), "/z"))));
  }

  /** One invalidation does the work of both, and is billed once. */
  @Test
  void whatIsCarriedCountsWhereItIsCarried() {
    JournalEntry carrier = entry(NOW, batch("1", "I1", null, "/a", "/b"));
    JournalEntry carried = entry(NOW, batch("2", "I1", "frontdesk-1", "/b"));
    assertEquals(2, sum(List.of(carrier, carried), List.of()));
    assertEquals(2, sum(List.of(carried), List.of(foreign("I1", NOW, "/a", "/b"))));
  }

  @Test
  void whatOthersInvalidatedCountsOnceWhereItIsKnown() {
    assertEquals(
        4,
        sum(
            List.of(entry(NOW, batch("1", "I1", null, "/a"))),
            List.of(
                foreign("I1", NOW, "/a"),
                foreign("I2", NOW, "/b", "/c", "/d"),
                foreign("I2", NOW, "/b", "/c", "/d"))));
  }

  @Test
  void theCircumstancesAreTheJournalsAndCloudFrontsOfNow() {
    var tables = new FakeTables();
    tables.put(entry(NOW, batch("1", "I1", null, "/a", "/b")));
    var cloudfront = new FakeInvalidator().completing(false);
    cloudfront.create("cli-1", List.of(new CachePath("/c"), new CachePath("/d*")));
    var archive = new FakeArchive();
    archive.keep(foreign("I7", NOW, "/e"));
    var route =
        new Route(
            new PathTemplate("/projects/{projectId}/members"),
            Strategy.INVALIDATE,
            new PathTemplate("project-{projectId}"),
            false,
            false);
    var planning =
        new PurgePlanning(
            tables,
            new InvalidationLog(cloudfront, archive),
            FakeDistributions::sandboxLike,
            List.of(route),
            Set.of("127.0.0.1:8787"),
            () -> NOW);
    PurgeCircumstances now = planning.circumstances();
    assertEquals(1, now.quota().paths());
    assertEquals(1, now.quota().wildcards());
    assertEquals(
        3, now.pathsThisMonth(), "two of ours, one of the archive; that in progress is old");
    assertEquals(List.of(new KnownRoute(route.path(), route.tag())), now.routes());
    assertEquals(NOW, now.asOf());
    assertEquals(FakeDistributions.sandboxLike(), now.distribution());
  }

  /** Ten seconds later nearly all of a month is as it was. */
  @Test
  void ofAMonthThatWasReadOnlyWhatIsNewAndWhatHadNotEndedIsReadAgain() {
    var tables = new FakeTables();
    var time = new AtomicReference<>(NOW);
    var planning = planning(tables, FakeDistributions::sandboxLike, time::get);
    tables.put(ended(FIRST, batch("1", "I1", null, "/a")));
    tables.put(entry(FIRST, batch("2", null, null, "/b", "/c")));
    assertEquals(1, planning.circumstances().pathsThisMonth());
    assertEquals(2, tables.handedOver());

    time.set(NOW.plusSeconds(10));
    tables.put(entry(FIRST, batch("2", "I2", null, "/b", "/c")));
    tables.put(entry(NOW.plusSeconds(5), batch("3", "I3", null, "/d")));
    assertEquals(4, planning.circumstances().pathsThisMonth());
    assertEquals(2 + 2, tables.handedOver());

    time.set(Instant.parse("2026-12-01T00:00:00Z"));
    tables.put(ended(time.get(), batch("4", "I4", null, "/e")));
    assertEquals(1, planning.circumstances().pathsThisMonth(), "another month");
  }

  /** What a desk wrote whose clock is behind by less than desks' clocks may be. */
  @Test
  void whatIsWrittenLateCountsToo() {
    var tables = new FakeTables();
    var time = new AtomicReference<>(NOW);
    var planning = planning(tables, FakeDistributions::sandboxLike, time::get);
    assertEquals(0, planning.circumstances().pathsThisMonth());
    time.set(NOW.plusSeconds(10));
    tables.put(ended(NOW.minus(History.CLOCK_SKEW), batch("1", "I1", null, "/a")));
    assertEquals(1, planning.circumstances().pathsThisMonth());
  }

  private static PurgePlanning planning(
      Journal journal, Distributions distributions, InstantSource time) {
    return new PurgePlanning(
        journal,
        new InvalidationLog(new FakeInvalidator(), new FakeArchive()),
        distributions,
        List.of(),
        Set.of("127.0.0.1:8787"),
        time);
  }

  private static JournalEntry ended(Instant at, Batch... batches) {
    JournalEntry entry = entry(at, batches);
    Progress open = entry.progress();
    return new JournalEntry(
        entry.about(),
        null,
        new Progress(
            open.routes(), open.batches(), open.steps(), open.evidence(), open.trouble(), true),
        entry.lease());
  }

  private static long sum(List<JournalEntry> entries, List<Invalidation> known) {
    var month = new MonthOfPaths(NOVEMBER);
    month.take(entries);
    return month.sum(known);
  }

  private static Invalidation foreign(String id, Instant created, String... items) {
    return new Invalidation(id, created, true, "cli-" + id, List.of(items));
  }

  private static Batch batch(
      String reference, @Nullable String id, @Nullable String carrier, String... items) {
    return new Batch("frontdesk-" + reference, List.of(items), id, 1, id != null, carrier);
  }

  private static JournalEntry entry(Instant at, Batch... batches) {
    String id = EntryId.next(at, new java.util.Random(batches[0].reference().hashCode()));
    return new JournalEntry(
        new JournalEntry.About(id, JournalEntry.Kind.PURGE, at, "me", "why", null),
        null,
        Progress.saved(List.of(), new ArrayList<>(List.of(batches)), at),
        new Lease("desk", 1));
  }
}
