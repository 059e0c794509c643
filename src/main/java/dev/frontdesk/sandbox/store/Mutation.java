package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Condition;
import dev.frontdesk.sandbox.store.expression.Evaluator;
import dev.frontdesk.sandbox.store.expression.Expressions;
import dev.frontdesk.sandbox.store.expression.Path;
import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.expression.Update;
import dev.frontdesk.sandbox.store.expression.Updater;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One write of one item as a request asks for it, alone or in a transaction.
 *
 * @param document the item to put, or the key of the item meant
 * @param condition what must hold; null if anything goes
 * @param update how to change the item; null where nothing but its key is asked for
 * @param returnsOld whether a failed condition shows the item
 */
record Mutation(
    Kind kind,
    String tableName,
    Value.M document,
    @Nullable Condition condition,
    @Nullable Update update,
    boolean returnsOld) {

  /** The four writes. */
  enum Kind {
    PUT("Item"),
    UPDATE("Key"),
    DELETE("Key"),
    CHECK("Key");

    private final String member;

    Kind(String member) {
      this.member = member;
    }
  }

  /** Parses a request's item, key and expressions; checks all that needs no table. */
  static Mutation read(Request request, Kind kind) {
    String tableName = request.tableName();
    request.require(kind.member);
    if (kind == Kind.CHECK) {
      request.require("ConditionExpression");
    }
    if (kind == Kind.UPDATE && request.isNested()) {
      request.require("UpdateExpression");
    }
    String onFailure =
        request.choice("ReturnValuesOnConditionCheckFailure", List.of("ALL_OLD", "NONE"));
    request.check();
    Value.M document = ValueJson.readItem(Objects.requireNonNull(request.object(kind.member)));
    Scope scope =
        Placeholders.read(
            request,
            kind == Kind.UPDATE
                ? List.of("UpdateExpression", "ConditionExpression")
                : List.of("ConditionExpression"));
    String updateText = kind == Kind.UPDATE ? request.text("UpdateExpression") : null;
    Update update = updateText == null ? null : Expressions.update(updateText, scope);
    String conditionText = request.text("ConditionExpression");
    Condition condition =
        conditionText == null
            ? null
            : Expressions.condition("ConditionExpression", conditionText, scope).condition();
    scope.requireAllUsed();
    return new Mutation(kind, tableName, document, condition, update, onFailure.equals("ALL_OLD"));
  }

  /** Checks what needs the table's schema, and no item. */
  void checkAgainst(TableSchema schema) {
    if (kind == Kind.PUT) {
      KeyChecks.item(schema, document);
    } else {
      KeyChecks.key(schema, document);
    }
    if (update != null) {
      Set<String> keys = KeyChecks.names(schema.keys());
      for (Path path : update.paths()) {
        if (keys.contains(path.attribute())) {
          throw Errors.invalidParameter(
              "Cannot update attribute %s. This attribute is part of the key"
                  .formatted(path.attribute()));
        }
      }
    }
  }

  /**
   * What this write does to the item that is there.
   *
   * @throws DynamoDbException if the condition does not hold or the result would be no valid item
   */
  Change decide(Table table) {
    Value.M before = table.get(document);
    if (condition != null && !Evaluator.holds(condition, before == null ? Value.M.EMPTY : before)) {
      throw DynamoDbException.conditionFailed(
          returnsOld && before != null ? ValueJson.writeItem(before) : null);
    }
    return new Change(
        table,
        before,
        switch (kind) {
          case PUT -> document;
          case DELETE -> null;
          case CHECK -> before;
          case UPDATE ->
              before == null && update != null && update.onlyTakesAway()
                  ? null
                  : updated(table.schema(), before == null ? document : before);
        });
  }

  private Value.M updated(TableSchema schema, Value.M item) {
    if (update == null) {
      return item;
    }
    Value.M after = Updater.apply(update, item);
    KeyChecks.indexKeys(schema, after);
    if (after.itemSize() > KeyChecks.MAX_ITEM_BYTES) {
      throw Errors.validation("Item size to update has exceeded the maximum allowed size");
    }
    return after;
  }
}
