package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Backoff;
import dev.frontdesk.publishing.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * One TransactWriteItems, sent until its outcome is known, or for {@link #PATIENCE}.
 *
 * <p>The same ClientRequestToken with the same content is carried out once, whoever sends it how
 * often, for ten minutes after it was (DynamoDB API Reference, "TransactWriteItems"): so a lost
 * reply is asked for again. What is left unknown then is looked up in the table.
 *
 * @param token ClientRequestToken
 * @param subject the table that an error is told of
 */
record Transaction(AwsClients clients, Ticker ticker, String token, String subject) {
  /** DynamoDB's limit of actions in one transaction. */
  static final int MOST_WRITES = 100;

  /** DynamoDB's limit of all items in one transaction, in bytes. */
  private static final int LARGEST = 4 * 1024 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Backoff PAUSES =
      new Backoff(Duration.ofMillis(100), Duration.ofMillis(1_600));

  private static final String ACTION = "dynamodb:TransactWriteItems";

  /** What one sending came to. */
  private sealed interface Answer {
    record Done() implements Answer {}

    /** DynamoDB has judged: it was not carried out, at least not by this sending. */
    record Refused(Problem problem) implements Answer {}

    /** Nothing was carried out by this sending, and the same may go through in a moment. */
    record Again(Problem problem) implements Answer {}

    /** It may have been carried out. */
    record Unknown(Problem problem) implements Answer {}
  }

  /**
   * Sends the writes.
   *
   * @param wasDone looks whether the table has what the writes write; may throw
   * @param conflict what to say where a condition did not hold
   * @return whether DynamoDB has said itself, and at once, that it is done; false where it was seen
   *     in the table
   */
  boolean send(
      List<TransactWriteItem> writes, BooleanSupplier wasDone, Supplier<Problem> conflict) {
    requireFits(writes);
    var request =
        TransactWriteItemsRequest.builder().transactItems(writes).clientRequestToken(token).build();
    long until = ticker.nanos() + PATIENCE.toNanos();
    boolean unknown = false;
    for (int tries = 1; ; tries++) {
      Answer answer = sendOnce(request, conflict);
      Problem problem;
      switch (answer) {
        case Answer.Done() -> {
          // Said of a sending before, it may be so old that others have gone on since.
          return !unknown || !isDone(wasDone, new Problem.UnknownOutcome(ACTION, "no reply"));
        }
        case Answer.Refused(Problem refusal) -> {
          // An earlier sending, of the SDK's own or of ours, may be what its conditions met.
          if (isDone(wasDone, refusal)) {
            return false;
          }
          throw new ProblemException(refusal);
        }
        case Answer.Again(Problem passing) -> problem = passing;
        case Answer.Unknown(Problem open) -> {
          problem = open;
          unknown = true;
        }
      }
      Duration pause = PAUSES.pause(tries, ThreadLocalRandom.current());
      if (isOver(until, pause) || (!unknown && problem instanceof Problem.Offline)) {
        if (!unknown) {
          throw new ProblemException(problem);
        }
        if (isDone(wasDone, problem)) {
          return false;
        }
        throw new ProblemException(new Problem.UnknownOutcome(ACTION, told(problem)));
      }
    }
  }

  private Answer sendOnce(TransactWriteItemsRequest request, Supplier<Problem> conflict) {
    try {
      clients.dynamoDbGate.write(
          ACTION, subject, () -> clients.dynamoDb().transactWriteItems(request));
      return new Answer.Done();
    } catch (ProblemException e) {
      return switch (e.getCause()) {
        case TransactionCanceledException cancelled -> judged(cancelled, e.problem(), conflict);
        case TransactionInProgressException _ -> new Answer.Unknown(e.problem());
        case IdempotentParameterMismatchException _ -> new Answer.Refused(e.problem());
        case null -> judged(e.problem());
        case Throwable cause ->
            Problems.earlierMayHaveBeenDone(cause)
                    && judged(e.problem()) instanceof Answer.Again(Problem passing)
                ? new Answer.Unknown(passing)
                : judged(e.problem());
      };
    }
  }

  private static Answer judged(Problem problem) {
    return switch (problem) {
      case Problem.UnknownOutcome _, Problem.Unavailable _ -> new Answer.Unknown(problem);
      case Problem.Throttled _, Problem.Offline _ -> new Answer.Again(problem);
      default -> new Answer.Refused(problem);
    };
  }

  private static Answer judged(
      TransactionCanceledException cancelled, Problem problem, Supplier<Problem> conflict) {
    List<String> codes =
        cancelled.cancellationReasons().stream()
            .map(CancellationReason::code)
            .filter(Objects::nonNull)
            .filter(code -> !code.equals("None"))
            .toList();
    if (codes.contains("ConditionalCheckFailed")) {
      return new Answer.Refused(conflict.get());
    }
    String id = cancelled.requestId();
    if (codes.contains("TransactionConflict")) {
      return new Answer.Again(
          new Problem.Unavailable(ACTION, "another transaction is under way there", id));
    }
    boolean throttled =
        codes.contains("ThrottlingError") || codes.contains("ProvisionedThroughputExceeded");
    return throttled
        ? new Answer.Again(new Problem.Throttled(ACTION, id))
        : new Answer.Refused(problem);
  }

  /** Looks; where even that cannot be done, nothing is known. */
  private static boolean isDone(BooleanSupplier wasDone, Problem problem) {
    try {
      return wasDone.getAsBoolean();
    } catch (ProblemException e) {
      throw new ProblemException(new Problem.UnknownOutcome(ACTION, told(problem)), e);
    }
  }

  private static String told(Problem problem) {
    return problem instanceof Problem.UnknownOutcome open ? open.detail() : problem.toString();
  }

  /** Waits a little; true where the time is up, or somebody wants this thread to end. */
  private boolean isOver(long until, Duration pause) {
    if (ticker.nanos() + pause.toNanos() >= until) {
      return true;
    }
    try {
      ticker.pause(pause);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void requireFits(List<TransactWriteItem> writes) {
    if (writes.size() > MOST_WRITES) {
      throw new IllegalArgumentException(
          "%d writes, and a transaction takes %d".formatted(writes.size(), MOST_WRITES));
    }
    requireWeight(writes, LARGEST);
  }

  /**
   * @param most in bytes, of all items together
   */
  static void requireWeight(List<TransactWriteItem> writes, int most) {
    int bytes = 0;
    for (TransactWriteItem write : writes) {
      int size = size(write);
      bytes += size;
      if (size > Items.LARGEST || bytes > most) {
        throw new ProblemException(
            new Problem.Invalid(
                "change-too-heavy",
                Integer.toString((bytes + 1023) / 1024),
                Integer.toString(most / 1024 / 1024)));
      }
    }
  }

  /** The updates are small, or measured by whoever makes them: new items are what weighs. */
  private static int size(TransactWriteItem write) {
    return write.put() == null ? 0 : Items.size(write.put().item());
  }
}
