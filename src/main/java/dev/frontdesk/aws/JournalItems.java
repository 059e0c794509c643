package dev.frontdesk.aws;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Evidence;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The keys of the journal's items, and the items beside an entry; see {@link DynamoDbJournal}. */
final class JournalItems {
  static final String PK = "pk";
  static final String SK = "sk";

  /** Name of the index, and of its hash key. */
  static final String OPEN = "open";

  static final AttributeValue IS_OPEN = Items.text("OPEN");

  /** The attribute of DynamoDB's TTL. */
  static final String EXPIRES = "expires";

  static final String MORE = "MORE";
  static final String BATCH = "BATCH";
  static final String PROBE = "PROBE";

  /** Between an entry's id and what lies beside it. */
  static final String BESIDE = "#";

  /** The character after {@link #BESIDE}: no item of an entry sorts behind its id with this. */
  static final String AFTER_BESIDE = "$";

  private JournalItems() {}

  static AttributeValue month(YearMonth month) {
    return Items.text("JOURNAL#" + month);
  }

  /**
   * The key of an entry's own item.
   *
   * @throws IllegalArgumentException for what is no entry's id
   */
  static Map<String, AttributeValue> key(String id) {
    return Map.of(PK, month(EntryId.month(id)), SK, Items.text(id));
  }

  /** A share of an entry's long lists. */
  static Map<String, AttributeValue> more(
      String id, int number, Map<String, AttributeValue> lists) {
    Map<String, AttributeValue> item = beside(id, MORE, number);
    item.putAll(lists);
    return item;
  }

  static Map<String, AttributeValue> batch(String id, int number, Batch batch) {
    Map<String, AttributeValue> item = beside(id, BATCH, number);
    item.put("reference", Items.text(batch.reference()));
    item.put("items", Items.texts(batch.items()));
    return item;
  }

  static Map<String, AttributeValue> probe(String id, int number, Evidence seen) {
    Map<String, AttributeValue> item = beside(id, PROBE, number);
    item.putAll(EvidenceItem.of(seen));
    return item;
  }

  private static Map<String, AttributeValue> beside(String id, String kind, int number) {
    Map<String, AttributeValue> item = new LinkedHashMap<>(key(id));
    item.put(SK, Items.text("%s%s%s%s%04d".formatted(id, BESIDE, kind, BESIDE, number)));
    return item;
  }
}
