package dev.frontdesk.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Keeps other changes out of a roster while one is being saved in several transactions: an item of
 * the journal for each roster, which names the entry that holds it. It is never deleted, for the
 * console may delete nothing there.
 */
final class RosterLock {
  private static final String HOLDER = "entry";

  private final Table table;

  RosterLock(Table table) {
    this.table = table;
  }

  private static Map<String, AttributeValue> key(String projectId) {
    return Map.of(
        JournalItems.PK, Items.text("LOCK#" + projectId), JournalItems.SK, Items.text("LOCK"));
  }

  /** The check that nobody holds it. */
  TransactWriteItem free(String projectId) {
    var expression = new Expression();
    String condition = expression.absent(HOLDER);
    return expression.check(table.name(), key(projectId), condition);
  }

  TransactWriteItem take(String projectId, String entryId) {
    var expression = new Expression();
    String condition = expression.absent(HOLDER);
    Map<String, AttributeValue> item = new HashMap<>(key(projectId));
    item.put(HOLDER, Items.text(entryId));
    return expression.put(table.name(), item, condition);
  }

  TransactWriteItem release(String projectId, String entryId) {
    var expression = new Expression();
    String condition = expression.equal(HOLDER, Items.text(entryId));
    String update = "REMOVE " + expression.name(HOLDER);
    return expression.update(table.name(), key(projectId), update, condition);
  }

  /** The entry whose change is being saved; empty where none is. */
  Optional<String> holder(String projectId) {
    Map<String, AttributeValue> item = table.get(key(projectId));
    return item == null ? Optional.empty() : Optional.ofNullable(Items.optionalText(item, HOLDER));
  }
}
