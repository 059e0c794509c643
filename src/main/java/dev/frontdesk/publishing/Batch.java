package dev.frontdesk.publishing;

import dev.frontdesk.invalidation.InvalidationItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One invalidation to be, or that is. Reference and items are persisted before they are sent and
 * never change after, so that sending them again finds the same invalidation.
 *
 * @param reference the CallerReference
 * @param items paths and tags as sent, 1 to 3,000
 * @param invalidationId CloudFront's id; null until it answered
 * @param attempt 1, or 2 where a probe has seen that the first purge lost the race
 * @param completed whether nothing is to be awaited any more: CloudFront has said so or, without an
 *     id, smaller batches have taken its place
 * @param carrier the reference of another entry's batch that is sent in place of this one, for it
 *     has all its items and was saved later; null for none
 * @param submittedAt when CloudFront answered, on the clock of the desk that asked; null until
 *     then, and where nobody noted it
 */
public record Batch(
    String reference,
    List<String> items,
    @Nullable String invalidationId,
    int attempt,
    boolean completed,
    @Nullable String carrier,
    @Nullable Instant submittedAt) {
  private static final String PREFIX = "frontdesk";
  private static final String SEPARATOR = "-";
  private static final Pattern OURS = Pattern.compile(PREFIX + "-([0-9A-Z]{26})-[0-9]+-[12]");

  /**
   * CloudFront takes 3,000 paths and 15 wildcards in one invalidation, but only while nothing else
   * is in progress: smaller batches fill the room that there is.
   */
  static final int MOST_PATHS = 1_000;

  static final int MOST_WILDCARDS = 5;

  public Batch {
    items = List.copyOf(items);
    if (attempt < 1 || attempt > 2) {
      throw new IllegalArgumentException("attempt is 1 or 2, not " + attempt);
    }
  }

  /** A batch of which it is not known when it was submitted, be it that it was not. */
  public Batch(
      String reference,
      List<String> items,
      @Nullable String invalidationId,
      int attempt,
      boolean completed,
      @Nullable String carrier) {
    this(reference, items, invalidationId, attempt, completed, carrier, null);
  }

  /**
   * A batch that nobody has sent, with the reference that is its own for ever.
   *
   * @param number its place among the entry's batches, from 1
   */
  static Batch unsent(String entryId, int number, int attempt, List<String> items) {
    String reference =
        String.join(
            SEPARATOR, PREFIX, entryId, Integer.toString(number), Integer.toString(attempt));
    return new Batch(reference, items, null, attempt, false, null);
  }

  /** All that an entry sends, in batches, in this order. */
  static List<Batch> first(String entryId, List<InvalidationItem> items) {
    return more(entryId, 0, 1, items.stream().map(InvalidationItem::wire).toList());
  }

  /**
   * Items in batches, each with a reference of its own.
   *
   * @param before how many batches the entry has already
   */
  static List<Batch> more(String entryId, int before, int attempt, List<String> wires) {
    List<Batch> batches = new ArrayList<>();
    for (List<String> part : InvalidationItem.parts(wires, MOST_PATHS, MOST_WILDCARDS)) {
      batches.add(unsent(entryId, before + batches.size() + 1, attempt, part));
    }
    return batches;
  }

  /** The id of the entry that may have such a reference; empty for what was never one of ours. */
  static Optional<String> ownerOf(String reference) {
    Matcher ours = OURS.matcher(reference);
    return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
  }

  /** The id of the entry to which the batch with this reference belongs. */
  static String entryOf(String reference) {
    return reference.split(SEPARATOR, 3)[1];
  }

  /** Whether CloudFront is still to be asked, by this batch or by the one that carries it. */
  public boolean isUnsent() {
    return invalidationId == null && !completed;
  }

  /** Whether CloudFront has taken it and not carried it out. */
  public boolean isUnderWay() {
    return invalidationId != null && !completed;
  }

  /**
   * Whether CloudFront has taken it for its own sake: what another batch carries is billed there.
   */
  public boolean isBilled() {
    return invalidationId != null && carrier == null;
  }

  /**
   * @param at null where nobody noted it
   */
  Batch submitted(String id, @Nullable Instant at) {
    return new Batch(reference, items, id, attempt, completed, carrier, at);
  }

  Batch asCompleted() {
    return new Batch(reference, items, invalidationId, attempt, true, carrier, submittedAt);
  }

  Batch carriedBy(@Nullable String other) {
    return new Batch(reference, items, invalidationId, attempt, completed, other, submittedAt);
  }
}
