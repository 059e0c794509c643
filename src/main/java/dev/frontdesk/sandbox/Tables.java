package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.origin.MembersTable;
import dev.frontdesk.sandbox.store.DynamoDb;
import dev.frontdesk.sandbox.store.DynamoDbException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's two tables, made at its first start. */
final class Tables {
  static final String MEMBERS = "app";
  static final String JOURNAL = "frontdesk-journal";

  /** Of the journal: the entries that have not ended. Sparse, so that it stays small. */
  private static final String OPEN = "open";

  private Tables() {}

  /**
   * Makes what is missing. The journal comes last: where it is there, the sample data once got in
   * whole, and what the members table holds by now is the user's.
   */
  static void prepare(DynamoDb db) {
    if (exists(db, JOURNAL)) {
      return;
    }
    if (!exists(db, MEMBERS)) {
      MembersTable.create(db, MEMBERS);
    }
    SampleData.load(db, MEMBERS);
    createJournal(db);
  }

  private static boolean exists(DynamoDb db, String table) {
    try {
      db.call("DescribeTable", JsonNodeFactory.instance.objectNode().put("TableName", table));
      return true;
    } catch (DynamoDbException e) {
      if (e.type().equals("ResourceNotFoundException")) {
        return false;
      }
      throw e;
    }
  }

  private static void createJournal(DynamoDb db) {
    var request = JsonNodeFactory.instance.objectNode();
    request.put("TableName", JOURNAL).put("BillingMode", "PAY_PER_REQUEST");
    var attributes = request.putArray("AttributeDefinitions");
    for (var name : new String[] {"pk", "sk", OPEN}) {
      attributes.addObject().put("AttributeName", name).put("AttributeType", "S");
    }
    key(request.putArray("KeySchema"), "pk");
    ObjectNode index = request.putArray("GlobalSecondaryIndexes").addObject();
    index.put("IndexName", OPEN);
    key(index.putArray("KeySchema"), OPEN);
    index.putObject("Projection").put("ProjectionType", "ALL");
    db.call("CreateTable", request);
  }

  private static void key(ArrayNode schema, String hash) {
    schema.addObject().put("AttributeName", hash).put("KeyType", "HASH");
    schema.addObject().put("AttributeName", "sk").put("KeyType", "RANGE");
  }
}
