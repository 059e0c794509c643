package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.PurgeQueue.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurgeQueueTest {
  private static final Problem.QuotaFull FULL = new Problem.QuotaFull(0, "3,000 in progress", "r");

  private final FastTicker ticker = new FastTicker();
  private final PurgeQueue queue =
      new PurgeQueue(new Publisher.Machine(InstantSource.system(), ticker, new Random(5)));
  private final List<String> woken = new ArrayList<>();

  @Test
  void sendsAsLongAsThereIsRoomAndLeavesSomeForOthers() {
    for (int i = 0; i < 2; i++) {
      Batch large = batch("large" + i, 1_000);
      assertEquals(new Turn.Go(), ask(large));
      queue.sent(large);
    }
    Batch third = batch("third", 1_000);
    assertEquals(1, waits(third).place());
    assertEquals(2, waits(batch("small", 1)).place(), "nobody overtakes");
    queue.completed(batch("large0", 1_000));
    assertTrue(woken.contains("third"));
    assertEquals(new Turn.Go(), ask(third));
    assertEquals(new Turn.Go(), ask(batch("small", 1)));
  }

  @Test
  void countsWildcardsByThemselves() {
    for (int i = 0; i < PurgeQueue.MOST_WILDCARDS; i++) {
      Batch one = batch("w" + i, List.of("/w" + i + "/*"));
      assertEquals(new Turn.Go(), ask(one));
      queue.sent(one);
    }
    assertInstanceOf(Turn.Wait.class, ask(batch("more", List.of("/more/*"))));
  }

  @Test
  void whatIsTooLargeToFitBesideAnythingGoesAlone() {
    Batch small = batch("small", 1);
    assertEquals(new Turn.Go(), ask(small));
    queue.sent(small);
    Batch huge = batch("huge", 3_000);
    assertInstanceOf(Turn.Wait.class, ask(huge));
    queue.completed(small);
    assertEquals(new Turn.Go(), ask(huge));
  }

  @Test
  void onlyTheFirstInLineAsksAgainAndNotAtOnce() throws InterruptedException {
    Batch first = batch("first", 1);
    Batch second = batch("second", 1);
    assertEquals(new Turn.Go(), ask(first));
    queue.refused(first, FULL);
    Turn.Wait wait = waits(first);
    assertEquals(1, wait.place());
    assertEquals("3,000 in progress", wait.reason());
    assertTrue(wait.pause().compareTo(Duration.ZERO) > 0);
    assertEquals(2, waits(second).place());
    ticker.pause(wait.pause());
    assertEquals(2, waits(second).place(), "the first is first, though it is late");
    assertEquals(new Turn.Go(), ask(first));
    queue.sent(first);
    assertEquals(new Turn.Go(), ask(second));
  }

  /** A driver tells at each poll that its batch is in progress: that opens nothing. */
  @Test
  void whatIsStillInProgressDoesNotEndTheRestNorItsReason() throws InterruptedException {
    Batch underWay = batch("under way", 1);
    assertEquals(new Turn.Go(), ask(underWay));
    queue.sent(underWay);
    Batch one = batch("one", 1);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 8; i++) {
      assertEquals(new Turn.Go(), ask(one));
      queue.refused(one, FULL);
      woken.clear();
      queue.sent(underWay);
      assertEquals(List.of(), woken);
      Turn.Wait wait = waits(one);
      assertEquals("3,000 in progress", wait.reason());
      longest = wait.pause().compareTo(longest) > 0 ? wait.pause() : longest;
      ticker.pause(wait.pause());
    }
    assertTrue(longest.compareTo(Duration.ofSeconds(15)) >= 0, longest::toString);
  }

  @Test
  void restsLongerEachTimeItIsRefused() throws InterruptedException {
    Batch one = batch("one", 1);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < 8; i++) {
      assertEquals(new Turn.Go(), ask(one));
      queue.refused(one, FULL);
      Duration pause = waits(one).pause();
      longest = pause.compareTo(longest) > 0 ? pause : longest;
      ticker.pause(pause);
    }
    assertTrue(longest.compareTo(Duration.ofSeconds(15)) >= 0, longest::toString);
    assertTrue(longest.compareTo(Duration.ofSeconds(30)) <= 0, longest::toString);
  }

  @Test
  void aLaterBatchWithAllItsItemsCarriesOneThatWaits() {
    Batch old = batch("old", List.of("/a"));
    assertEquals(new Turn.Go(), ask(old));
    queue.refused(old, FULL);
    assertInstanceOf(Turn.Wait.class, ask(batch("other", List.of("/b"))));
    Batch young = batch("young", List.of("/c", "/a"));
    assertEquals(1, ((Turn.Wait) queue.ask(young, true, () -> woken.add("young"))).place());
    assertTrue(woken.contains("old"));
    assertEquals(new Turn.Carried("young"), ask(old));
  }

  @Test
  void whatMayHaveBeenSentBeforeCarriesNobody() {
    Batch old = batch("old", List.of("/a"));
    assertEquals(new Turn.Go(), ask(old));
    queue.refused(old, FULL);
    assertInstanceOf(Turn.Wait.class, queue.ask(batch("taken", List.of("/a")), false, () -> {}));
    assertInstanceOf(Turn.Wait.class, ask(old));
  }

  @Test
  void whatIsBeingSentIsNotCarried() {
    Batch old = batch("old", List.of("/a"));
    assertEquals(new Turn.Go(), ask(old));
    Batch young = batch("young", List.of("/a"));
    assertEquals(new Turn.Go(), queue.ask(young, true, () -> {}));
    assertEquals(new Turn.Go(), ask(old), "the same is sent again");
  }

  @Test
  void aCarrierStaysBehindWhoeverWaitsWithOneOfItsItems() {
    Batch first = batch("first", List.of("/a"));
    assertEquals(new Turn.Go(), ask(first));
    queue.refused(first, FULL);
    assertEquals(2, waits(batch("second", List.of("/b", "/x"))).place());
    assertEquals(3, waits(batch("third", List.of("/y"))).place());
    Batch young = batch("young", List.of("/a", "/b"));
    assertEquals(2, ((Turn.Wait) queue.ask(young, true, () -> {})).place());
    assertEquals(1, waits(batch("second", List.of("/b", "/x"))).place());
  }

  @Test
  void whoLeavesMakesRoom() {
    Batch first = batch("first", 2_000);
    assertEquals(new Turn.Go(), ask(first));
    Batch second = batch("second", 2_000);
    assertInstanceOf(Turn.Wait.class, ask(second));
    queue.leave(first);
    assertFalse(woken.isEmpty());
    assertEquals(new Turn.Go(), ask(second));
  }

  private Turn ask(Batch batch) {
    return queue.ask(batch, false, () -> woken.add(batch.reference()));
  }

  private Turn.Wait waits(Batch batch) {
    return assertInstanceOf(Turn.Wait.class, ask(batch));
  }

  private static Batch batch(String reference, int paths) {
    return batch(
        reference, IntStream.range(0, paths).mapToObj(i -> "/" + reference + "/" + i).toList());
  }

  private static Batch batch(String reference, List<String> items) {
    return new Batch(reference, items, null, 1, false, null);
  }
}
