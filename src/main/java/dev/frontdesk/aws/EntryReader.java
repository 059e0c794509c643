package dev.frontdesk.aws;

import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Journal.Unreadable;
import dev.frontdesk.publishing.JournalEntry;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts entries together from their items, in whatever order these come. */
final class EntryReader {
  private static final class Parts {
    @Nullable Map<String, AttributeValue> own;
    final Map<Integer, Map<String, AttributeValue>> more = new TreeMap<>();
    final Map<Integer, List<String>> batches = new HashMap<>();
    final Map<Integer, Evidence> evidence = new TreeMap<>();

    /** Why something beside it is not understood, and so all of it is not. */
    @Nullable ProblemException broken;
  }

  private final Map<String, Parts> entries = new HashMap<>();

  /**
   * Takes one item.
   *
   * @return the id of the entry whose own item it is; empty where it is one beside
   */
  Optional<String> take(Map<String, AttributeValue> item) {
    String[] key = Items.text(item, JournalItems.SK).split(JournalItems.BESIDE, 3);
    Parts parts = entries.computeIfAbsent(key[0], _ -> new Parts());
    if (key.length == 1) {
      parts.own = item;
      return Optional.of(key[0]);
    }
    try {
      if (key.length == 3) {
        takeBeside(parts, key[0], key[1], key[2], item);
      }
    } catch (ProblemException notUnderstood) {
      parts.broken = notUnderstood;
    }
    return Optional.empty();
  }

  private static void takeBeside(
      Parts parts, String id, String kind, String place, Map<String, AttributeValue> item) {
    switch (kind) {
      case JournalItems.MORE -> parts.more.put(number(id, place), item);
      case JournalItems.BATCH ->
          parts.batches.put(number(id, place), told(id, () -> Items.texts(item, "items")));
      case JournalItems.PROBE ->
          parts.evidence.put(number(id, place), told(id, () -> EvidenceItem.read(item)));
      default -> {} // of a later Frontdesk
    }
  }

  /**
   * The entry of all that was taken for it, once; empty where its own item was not among it.
   *
   * @throws ProblemException where it is not understood, as {@link Unreadable} has it
   */
  Optional<JournalEntry> entry(String id) {
    Parts parts = entries.remove(id);
    if (parts == null || parts.own == null) {
      return Optional.empty();
    }
    if (parts.broken != null) {
      throw parts.broken;
    }
    var own = parts.own;
    var evidence = List.copyOf(parts.evidence.values());
    return Optional.of(
        told(id, () -> EntryItem.read(id, own, parts.more.values(), parts.batches, evidence)));
  }

  private static int number(String id, String text) {
    return told(id, () -> Integer.valueOf(text));
  }

  /** What another program wrote there is told of, and not called a mistake of this one. */
  private static <T> T told(String id, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ProblemException(Unreadable.of(id, String.valueOf(e.getMessage())).why(), e);
    }
  }
}
