package dev.frontdesk.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FakeArchive;
import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotaReadingTest {
  private final FewOpen cloudfront = new FewOpen();
  private final FakeArchive archive = new FakeArchive();

  private QuotaUse read() throws InterruptedException {
    var insistence = new Insistence(new FastTicker(), new Random(3));
    return new QuotaReading(new InvalidationLog(cloudfront, archive), insistence).read();
  }

  /** The newest so many are in progress, of 1,000. */
  private static class FewOpen implements Invalidator {
    static final int PAGE = 100;
    int open;
    final Deque<Problem> problems = new ConcurrentLinkedDeque<>();
    final AtomicInteger lists = new AtomicInteger();
    final AtomicInteger gets = new AtomicInteger();

    @Override
    public InvalidationPage list(@Nullable String marker) {
      lists.incrementAndGet();
      int from = marker == null ? 0 : Integer.parseInt(marker);
      return new InvalidationPage(
          IntStream.range(from, from + PAGE)
              .mapToObj(i -> new InvalidationSummary("I" + i, Instant.EPOCH, i >= open))
              .toList(),
          from + PAGE < 1_000 ? Integer.toString(from + PAGE) : null);
    }

    @Override
    public Invalidation get(String id) {
      gets.incrementAndGet();
      Problem problem = problems.poll();
      if (problem != null) {
        throw new ProblemException(problem);
      }
      return new Invalidation(
          id, Instant.EPOCH, false, "r" + id, List.of("/" + id, "/" + id + "*"));
    }

    @Override
    public Invalidation create(String callerReference, List<InvalidationItem> items) {
      throw new AssertionError("nothing is to be created");
    }

    @Override
    public boolean takesTags() {
      throw new AssertionError("nobody asks");
    }
  }

  @Test
  void nothingInProgressTakesOnePage() throws InterruptedException {
    assertEquals(QuotaUse.NONE, read());
    assertEquals(1, cloudfront.lists.get());
    assertEquals(0, cloudfront.gets.get());
  }

  @Test
  void readsDownToThePageThatHasNone() throws InterruptedException {
    cloudfront.open = 150;

    QuotaUse use = read();

    assertEquals(
        IntStream.range(0, 150).mapToObj(i -> "I" + i).toList(),
        use.inProgress().stream().map(Invalidation::id).toList());
    assertEquals(150, use.paths());
    assertEquals(150, use.wildcards());
    assertEquals(3, cloudfront.lists.get());
    assertEquals(150, cloudfront.gets.get());
  }

  @Test
  void whatIsCompletedByNowOrGoneDoesNotCount() throws InterruptedException {
    cloudfront.open = 3;
    archive.keep(new Invalidation("I1", Instant.EPOCH, true, "r", List.of("/a")));
    cloudfront.problems.add(new Problem.Missing("invalidation", "I0", "r"));

    assertEquals(1, read().paths());
    assertEquals(2, cloudfront.gets.get());
  }

  @Test
  void throttlingPasses() throws InterruptedException {
    cloudfront.open = 10;
    for (int i = 0; i < 6; i++) {
      cloudfront.problems.add(new Problem.Throttled("cloudfront:GetInvalidation", "r"));
    }

    assertEquals(10, read().paths());
    assertEquals(16, cloudfront.gets.get());
  }

  @Test
  void whoMayNotReadDetailsIsToldSo() {
    cloudfront.open = 500;
    for (int i = 0; i < 1_000; i++) {
      cloudfront.problems.add(new Problem.Denied("cloudfront:GetInvalidation", "no", "r"));
    }

    var thrown = assertThrows(ProblemException.class, this::read);

    assertInstanceOf(Problem.Denied.class, thrown.problem());
  }

  /** Each call waits until as many are under way as ever will be. */
  @Test
  void asksForFourAtOnce() throws InterruptedException {
    List<Integer> atOnce = new ArrayList<>();
    var full = new CountDownLatch(History.AT_ONCE);
    var underWay = new AtomicInteger();
    var four =
        new FewOpen() {
          @Override
          public Invalidation get(String id) {
            synchronized (atOnce) {
              atOnce.add(underWay.incrementAndGet());
            }
            full.countDown();
            try {
              assertTrue(full.await(20, TimeUnit.SECONDS), "fewer at once");
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            Invalidation told = super.get(id);
            underWay.decrementAndGet();
            return told;
          }
        };
    four.open = 40;

    QuotaUse use =
        new QuotaReading(
                new InvalidationLog(four, archive), new Insistence(new FastTicker(), new Random(3)))
            .read();

    assertEquals(40, use.paths());
    assertEquals(40, atOnce.size());
    assertEquals(History.AT_ONCE, atOnce.stream().max(Integer::compare).orElseThrow());
  }
}
