package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.Plights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryFactsTest {
  private static final Instant NEXT = FakeSession.START.plusSeconds(30);

  private final FakeSession session = FakeSession.company();

  /** A desk whose clock is an hour slow makes smaller ids for later versions. */
  @Test
  void theVersionDecidesWhateverTheClocks() {
    JournalEntry first = entry(42, FakeSession.START.plusSeconds(3_600));
    JournalEntry second = entry(43, FakeSession.START);
    assertTrue(second.id().compareTo(first.id()) < 0, "the ids are the wrong way round");
    assertTrue(isLater(second, first));
    assertFalse(isLater(first, second));
  }

  @Test
  void ofOneVersionTheSavedComesAfterTheUnsure() {
    JournalEntry saved = entry(42, FakeSession.START);
    JournalEntry other = entry(42, FakeSession.START.plusSeconds(60));
    JournalEntry lost = Plights.neverSaved(other, new Problem.Conflict("Atlas"));
    assertTrue(isLater(saved, lost));
    assertFalse(isLater(lost, saved));
  }

  @Test
  void whatTriesAgainComesAfterWhatItTries() {
    JournalEntry old = entry(42, FakeSession.START.plusSeconds(3_600));
    JournalEntry again = retrying(old, FakeSession.START);
    JournalEntry third = retrying(again, FakeSession.START.plusSeconds(60));
    List<JournalEntry> all = new ArrayList<>(List.of(third, old, again));
    Map<String, JournalEntry> known = new HashMap<>();
    all.forEach(entry -> known.put(entry.id(), entry));
    all.sort(EntryFacts.order(known));
    assertEquals(List.of(old, again, third), all);
  }

  private JournalEntry retrying(JournalEntry old, Instant at) {
    JournalEntry made = entry(42, at);
    var about = made.about();
    return new JournalEntry(
        new JournalEntry.About(
            about.id(), about.kind(), about.at(), about.who(), about.reason(), old.id()),
        made.roster(),
        made.progress(),
        made.lease());
  }

  /** The guess at an entry is announced with a higher counter than the entry itself has. */
  @Test
  void theEntryIsNewerThanTheGuessAtIt() {
    JournalEntry saved = entry(42, FakeSession.START);
    JournalEntry unsure = Plights.unsure(saved, NEXT);
    assertTrue(unsure.lease().counter() > saved.lease().counter());
    assertTrue(EntryFacts.isAsNew(saved, unsure));
    assertFalse(EntryFacts.isAsNew(unsure, saved));
  }

  @Test
  void whatWasNeverSavedIsNeitherTriedAgainNorTakenBack() {
    JournalEntry lost = Plights.neverSaved(entry(42, FakeSession.START), new Problem.Unsaved());
    assertFalse(EntryFacts.canRetry(lost));
    assertFalse(EntryFacts.canTakeBack(lost));
    JournalEntry failed =
        FakeSession.moved(entry(42, FakeSession.START), State.FAILED, Duration.ofSeconds(1));
    assertTrue(EntryFacts.canRetry(failed));
    assertTrue(EntryFacts.canTakeBack(failed));
  }

  @Test
  void onlyTheDeskThatWaitsCanTryNow() {
    JournalEntry saved = entry(42, FakeSession.START);
    JournalEntry queued = Plights.queued(saved, 2, NEXT);
    assertTrue(EntryFacts.canTryNow(queued, Hands.HERE));
    assertTrue(EntryFacts.canTryNow(queued, Hands.TAKEN_OVER));
    assertFalse(EntryFacts.canTryNow(queued, Hands.ELSEWHERE));
    assertFalse(EntryFacts.canTryNow(saved, Hands.HERE), "it does not wait");
  }

  @Test
  void theCarrierIsTheEntryOfItsReference() {
    JournalEntry saved = entry(42, FakeSession.START);
    JournalEntry other = entry(43, FakeSession.START);
    assertEquals(other.id(), EntryFacts.carrier(Plights.joined(saved, other.id())).orElseThrow());
    assertTrue(EntryFacts.carrier(saved).isEmpty());
  }

  private static boolean isLater(JournalEntry other, JournalEntry known) {
    Map<String, JournalEntry> both = Map.of(other.id(), other, known.id(), known);
    return EntryFacts.order(both).compare(other, known) > 0;
  }

  private JournalEntry entry(long version, Instant at) {
    Roster now = session.roster("atlas");
    var seen = new Roster(now.projectId(), now.projectName(), version, now.members());
    return session.entry(
        seen, RosterChange.between(seen.members(), seen.members().subList(1, 24)), "", at);
  }
}
