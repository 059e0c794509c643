package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Gallery;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Tools;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkTest {
  private static final Instant AT = FakeSession.START.minusSeconds(3_600);

  private final JournalEntry saved =
      FakeSession.company().purge(List.of("/projects/atlas/*"), "Case 8812", AT);
  private final Tools tools = Gallery.tools(FakeSession.START);
  private final CacheWords words = new CacheWords(tools);

  @Test
  void whatWasNotSentHasNone() {
    assertEquals(List.of(), marks(List.of(batch(1, null, null))));
    assertEquals(List.of(), Mark.of(new HistoryEntry.Ours(saved)));
  }

  /** The race was lost, and the second purge is seen where it was sent. */
  @Test
  void aSecondPurgeHasATickOfItsOwn() {
    List<Mark> marks =
        marks(List.of(batch(1, "I1", AT.plusSeconds(1)), batch(2, "I2", AT.plusSeconds(40))));
    assertEquals(List.of(AT.plusSeconds(1), AT.plusSeconds(40)), times(marks));
    assertEquals(List.of(saved.id(), saved.id() + "-2"), ids(marks));
    assertEquals("Purge of /projects/atlas/*", words.title(marks.getFirst()));
    assertEquals("Purge of /projects/atlas/*, the second purge", words.title(marks.getLast()));
  }

  /** Later batches wait until CloudFront has room for them. */
  @Test
  void eachBatchHasATickOfItsOwn() {
    List<Mark> marks =
        marks(
            List.of(
                batch(1, "I1", AT),
                batch(1, "I2", AT.plusSeconds(30)),
                batch(1, null, null),
                batch(2, "I3", AT.plusSeconds(90))));
    assertEquals(List.of(AT, AT.plusSeconds(30), AT.plusSeconds(90)), times(marks));
    assertEquals(List.of(saved.id(), saved.id() + "-2", saved.id() + "-3"), ids(marks));
    assertEquals("Purge of /projects/atlas/*, batch 2 of 3", words.title(marks.get(1)));
    assertEquals("Purge of /projects/atlas/*, the second purge", words.title(marks.get(2)));
    assertEquals("/projects/atlas/*", words.label(marks), "they are one purge");
  }

  /** A foreign one's globe over a publication would tell that somebody else made it. */
  @Test
  void severalKindsTogetherLookLikeNoneOfThem() {
    Mark purge = marks(List.of(batch(1, "I1", AT))).getFirst();
    Mark foreign = foreign("I9", AT.plusSeconds(1));
    assertEquals(Icon.ERASER, CacheWords.icon(List.of(purge, purge)));
    assertEquals("mark-purge", CacheWords.style(List.of(purge)));
    assertEquals("mark-foreign", CacheWords.style(List.of(foreign)));
    assertEquals("mark-several", CacheWords.style(List.of(purge, foreign)));
    assertEquals(Icon.HISTORY, CacheWords.icon(List.of(foreign, purge)));
    assertEquals("2 invalidations", words.label(List.of(purge, foreign)));
  }

  /** Who looks at a label just after a purge wants to know of that one. */
  @Test
  void ofManyTheNewestAreTold() {
    List<Mark> many =
        IntStream.range(0, 20).mapToObj(i -> foreign("I" + i, AT.plusSeconds(i))).toList();
    String told = words.hover(many);
    Moments moments = tools.moments();
    assertEquals(8, told.split("by nobody", -1).length - 1, told);
    assertTrue(told.contains(moments.exact(AT.plusSeconds(19))), told);
    assertFalse(told.contains(moments.exact(AT.plusSeconds(11))), told);
    assertTrue(told.endsWith("and 12 more"), told);
  }

  /** What CloudFront found too large went out in parts, and what one carries is one. */
  @Test
  void onlyWhatCloudFrontTookCounts() {
    var large = new Batch("large", List.of("/a"), null, 1, true, null, null);
    List<Mark> marks = marks(List.of(large, batch(1, "I1", AT), batch(1, "I1", AT.plusSeconds(1))));
    assertEquals(List.of(AT), times(marks));
    assertEquals(List.of(saved.id()), ids(marks));
  }

  /** Entries from before each batch's time was noted have the steps alone. */
  @Test
  void anOlderEntryHasTheTimesOfItsSteps() {
    List<Mark> marks =
        marks(
            List.of(batch(1, "I1", null), batch(2, "I2", null)),
            new Step(State.SUBMITTED, AT.plusSeconds(2)),
            new Step(State.COMPLETED, AT.plusSeconds(20)),
            new Step(State.SUBMITTED, AT.plusSeconds(25)));
    assertEquals(List.of(AT.plusSeconds(2), AT.plusSeconds(25)), times(marks));
  }

  @Test
  void aForeignOneIsOne() {
    assertEquals(List.of("I2FOREIGN"), ids(List.of(foreign("I2FOREIGN", AT))));
  }

  private static Mark foreign(String id, Instant at) {
    List<Mark> marks =
        Mark.of(new HistoryEntry.Foreign(new InvalidationSummary(id, at, true), null));
    assertEquals(1, marks.size());
    return marks.getFirst();
  }

  private List<Mark> marks(List<Batch> batches, Step... steps) {
    Progress progress =
        new Progress(
            saved.progress().routes(), batches, Arrays.asList(steps), List.of(), null, false);
    return Mark.of(
        new HistoryEntry.Ours(
            new JournalEntry(saved.about(), saved.roster(), progress, saved.lease())));
  }

  private static Batch batch(int attempt, @Nullable String id, @Nullable Instant at) {
    String reference = "frontdesk-" + attempt + id + at;
    return new Batch(reference, List.of("/projects/atlas/*"), id, attempt, false, null, at);
  }

  private static List<Instant> times(List<Mark> marks) {
    return marks.stream().map(Mark::at).toList();
  }

  private static List<String> ids(List<Mark> marks) {
    return marks.stream().map(Mark::id).toList();
  }
}
