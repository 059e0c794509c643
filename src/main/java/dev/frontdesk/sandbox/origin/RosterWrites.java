package dev.frontdesk.sandbox.origin;

import dev.frontdesk.sandbox.store.DynamoDb;
import dev.frontdesk.sandbox.store.DynamoDbException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces rosters, and moves their version from the one seen to the next. Every transaction holds
 * the version, so that of two writers one fails; a roster of more than 99 changes takes several,
 * the version moving with the last.
 */
record RosterWrites(DynamoDb db, String table) {
  /** DynamoDB's most actions a transaction, less the one on the version. */
  private static final int CHANGES_A_TRANSACTION = 99;

  /** Of a transaction that meets another on the same items. */
  private static final int ATTEMPTS = 8;

  /**
   * @param seen the roster as it was read
   * @throws ApiException 412 if the version has moved since
   */
  void replace(Roster seen, List<Member> members) {
    var changes = changes(seen, members);
    int from = 0;
    while (changes.size() - from > CHANGES_A_TRANSACTION) {
      int to = from + CHANGES_A_TRANSACTION;
      transact(changes.subList(from, to), holdVersion(seen));
      from = to;
    }
    transact(changes.subList(from, changes.size()), moveVersion(seen));
  }

  private List<ObjectNode> changes(Roster seen, List<Member> members) {
    var gone = new LinkedHashMap<String, Member>();
    seen.members().forEach(member -> gone.put(member.id(), member));
    var changes = new ArrayList<ObjectNode>();
    for (Member member : members) {
      if (!member.equals(gone.remove(member.id()))) {
        changes.add(put(seen.projectId(), member));
      }
    }
    gone.keySet().forEach(id -> changes.add(delete(seen.projectId(), id)));
    return changes;
  }

  /** Sets the four attributes and leaves any others of an item that is there as they are. */
  private ObjectNode put(String projectId, Member member) {
    var action = JsonNodeFactory.instance.objectNode();
    var update = action.putObject("Update").put("TableName", table);
    update.set("Key", MembersTable.memberKey(projectId, member.id()));
    update.put("UpdateExpression", "SET #i = :i, #e = :e, #n = :n, #r = :r");
    update
        .putObject("ExpressionAttributeNames")
        .put("#i", MembersTable.ID)
        .put("#e", MembersTable.EMAIL)
        .put("#n", MembersTable.NAME)
        .put("#r", MembersTable.ROLE);
    var values = update.putObject("ExpressionAttributeValues");
    values.set(":i", MembersTable.string(member.id()));
    values.set(":e", MembersTable.string(member.email()));
    values.set(":n", MembersTable.string(member.name()));
    values.set(":r", MembersTable.string(member.role()));
    return action;
  }

  private ObjectNode delete(String projectId, String memberId) {
    var action = JsonNodeFactory.instance.objectNode();
    var delete = action.putObject("Delete").put("TableName", table);
    delete.set("Key", MembersTable.memberKey(projectId, memberId));
    return action;
  }

  private ObjectNode holdVersion(Roster seen) {
    var action = JsonNodeFactory.instance.objectNode();
    onVersion(action.putObject("ConditionCheck"), seen);
    return action;
  }

  private ObjectNode moveVersion(Roster seen) {
    var action = JsonNodeFactory.instance.objectNode();
    var update = action.putObject("Update");
    onVersion(update, seen);
    update.put("UpdateExpression", "SET #v = :next");
    ((ObjectNode) update.path("ExpressionAttributeValues"))
        .set(":next", MembersTable.number(seen.version() + 1));
    return action;
  }

  private void onVersion(ObjectNode action, Roster seen) {
    action.put("TableName", table);
    action.set("Key", MembersTable.projectKey(seen.projectId()));
    // A project without a version counts as 0, and a project that is gone is none.
    String missing = seen.version() == 0 ? " OR attribute_not_exists(#v)" : "";
    action.put("ConditionExpression", "attribute_exists(#k) AND (#v = :seen" + missing + ")");
    action
        .putObject("ExpressionAttributeNames")
        .put("#k", MembersTable.PK)
        .put("#v", MembersTable.VERSION);
    action.putObject("ExpressionAttributeValues").set(":seen", MembersTable.number(seen.version()));
  }

  private void transact(List<ObjectNode> changes, ObjectNode onVersion) {
    var request = JsonNodeFactory.instance.objectNode();
    request.put("ClientRequestToken", UUID.randomUUID().toString());
    request.putArray("TransactItems").addAll(changes).add(onVersion);
    for (int attempt = 1; ; attempt++) {
      try {
        db.call("TransactWriteItems", request);
        return;
      } catch (DynamoDbException refused) {
        if (hasReason(refused, "ConditionalCheckFailed")) {
          var moved = new ApiException(412, "the roster has changed meanwhile");
          moved.initCause(refused);
          throw moved;
        }
        if (attempt == ATTEMPTS || !passesByItself(refused)) {
          throw refused;
        }
      }
    }
  }

  /** Both are tried again with the same token (DynamoDB Developer Guide, Transactions). */
  private static boolean passesByItself(DynamoDbException refused) {
    return refused.type().equals("TransactionInProgressException")
        || hasReason(refused, "TransactionConflict");
  }

  private static boolean hasReason(DynamoDbException refused, String code) {
    var reasons = refused.cancellationReasons();
    if (reasons == null) {
      return false;
    }
    for (JsonNode reason : reasons) {
      if (reason.path("Code").asString("").equals(code)) {
        return true;
      }
    }
    return false;
  }
}
