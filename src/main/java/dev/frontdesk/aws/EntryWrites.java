package dev.frontdesk.aws;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.settings.Connection.JournalTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that make an entry, or its next revision; see {@link DynamoDbJournal}. */
record EntryWrites(JournalTable settings) {
  /** Everything of an entry that is new. */
  List<TransactWriteItem> all(JournalEntry entry) {
    List<TransactWriteItem> writes = new ArrayList<>();
    List<Map<String, AttributeValue>> lists = LongLists.of(entry);
    writes.add(addition(entry, lists.getFirst()));
    writes.addAll(beside(entry, null));
    return writes;
  }

  /**
   * The items beside the entry that the table does not have yet as they are to be.
   *
   * @param known what the table has of it; null where that is not known
   */
  List<TransactWriteItem> beside(JournalEntry next, @Nullable JournalEntry known) {
    AttributeValue expires = expires(next);
    // At the end all of them are written again, for only then is it known when they may go.
    var there = known == null || expires != null ? null : known.progress();
    List<Batch> batches = next.progress().batches();
    List<Evidence> evidence = next.progress().evidence();
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    if (there == null) {
      List<Map<String, AttributeValue>> lists = LongLists.of(next);
      for (int n = 1; n < lists.size(); n++) {
        items.add(JournalItems.more(next.id(), n, lists.get(n)));
      }
    }
    for (int n = there == null ? 0 : there.batches().size(); n < batches.size(); n++) {
      items.add(JournalItems.batch(next.id(), n + 1, batches.get(n)));
    }
    for (int n = there == null ? 0 : there.evidence().size(); n < evidence.size(); n++) {
      items.add(JournalItems.probe(next.id(), n + 1, evidence.get(n)));
    }
    if (expires != null) {
      items.forEach(item -> item.put(JournalItems.EXPIRES, expires));
    }
    return items.stream()
        .map(item ->
            TransactWriteItem.builder()
                .put(write -> write.tableName(settings.table()).item(item))
                .build())
        .toList();
  }

  /** When DynamoDB may remove the entry; null while it is open, and where it is kept for ever. */
  private @Nullable AttributeValue expires(JournalEntry entry) {
    Integer keepDays = settings.keepDays();
    if (keepDays == null || entry.isOpen()) {
      return null;
    }
    Instant end = entry.about().at().plus(entry.duration());
    return Items.number(end.plus(Duration.ofDays(keepDays)).getEpochSecond());
  }

  /**
   * The write of an entry's next revision, conditional on nobody having written since.
   *
   * @param known as of {@link #beside}
   */
  TransactWriteItem revision(JournalEntry next, Lease seen, @Nullable JournalEntry known) {
    var expression = new Expression();
    boolean isBeat =
        known != null
            && known.progress().equals(next.progress())
            && Objects.equals(known.roster(), next.roster());
    String update = isBeat ? set(EntryItem.lease(next.lease()), expression) : all(next, expression);
    String condition =
        String.join(
            " AND ",
            expression.exists(JournalItems.OPEN),
            expression.equal(EntryItem.LEASE_DESK, Items.text(seen.desk())),
            expression.equal(EntryItem.LEASE_COUNTER, Items.number(seen.counter())));
    return expression.update(settings.table(), JournalItems.key(next.id()), update, condition);
  }

  private String all(JournalEntry next, Expression expression) {
    Map<String, AttributeValue> set = EntryItem.variables(next);
    List<String> remove = new ArrayList<>();
    for (String optional : EntryItem.optional()) {
      if (!set.containsKey(optional)) {
        remove.add(expression.name(optional));
      }
    }
    if (!next.isOpen()) {
      remove.add(expression.name(JournalItems.OPEN));
    }
    AttributeValue expires = expires(next);
    if (expires != null) {
      set.put(JournalItems.EXPIRES, expires);
    }
    String sets = set(set, expression);
    return remove.isEmpty() ? sets : sets + " REMOVE " + String.join(", ", remove);
  }

  private static String set(Map<String, AttributeValue> fields, Expression expression) {
    return "SET "
        + String.join(
            ", ",
            fields.entrySet().stream()
                .map(field -> expression.equal(field.getKey(), field.getValue()))
                .toList());
  }

  private TransactWriteItem addition(JournalEntry entry, Map<String, AttributeValue> lists) {
    Map<String, AttributeValue> item = new HashMap<>(JournalItems.key(entry.id()));
    item.putAll(lists);
    item.putAll(EntryItem.constants(entry));
    item.putAll(EntryItem.variables(entry));
    if (entry.isOpen()) {
      item.put(JournalItems.OPEN, JournalItems.IS_OPEN);
    }
    var expression = new Expression();
    String condition = expression.absent(JournalItems.PK);
    return expression.put(settings.table(), item, condition);
  }
}
