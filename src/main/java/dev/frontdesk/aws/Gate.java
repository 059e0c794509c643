package dev.frontdesk.aws;

import dev.frontdesk.problem.ProblemException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The way to one service: so many calls at once and no more, and problems in the domain's words.
 *
 * @param address shown to a person
 */
record Gate(String address, Semaphore room) {
  /**
   * CloudFront users report throttling from six calls in a burst on; a desk needs no more for
   * tables.
   */
  private static final int CALLS_AT_ONCE = 8;

  Gate(String address) {
    this(address, new Semaphore(CALLS_AT_ONCE));
  }

  /**
   * Calls without changing anything there.
   *
   * @param subject the table or distribution that it is about
   */
  <T> T read(String action, String subject, Supplier<T> call) {
    return pass(new Problems.Call(action, address, subject, false), call);
  }

  /** Calls, and changes something there. */
  <T> T write(String action, String subject, Supplier<T> call) {
    return pass(new Problems.Call(action, address, subject, true), call);
  }

  private <T> T pass(Problems.Call what, Supplier<T> call) {
    // Each call inside is bounded by its own timeout, and so is the wait.
    room.acquireUninterruptibly();
    try {
      return call.get();
    } catch (SdkException e) {
      throw new ProblemException(Problems.of(e, what), e);
    } finally {
      room.release();
    }
  }
}
