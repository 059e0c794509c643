package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Tables that change, requests in the older parameters, and items that updates do not make. */
final class UpdatesOfTablesTest {
  private static final String TABLE =
      """
      {'TableName':'plain','BillingMode':'PAY_PER_REQUEST',
       'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],
       'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]}
      """;
  private static final String CREATE =
      """
      {'TableName':'plain','AttributeDefinitions':[{'AttributeName':'x','AttributeType':'S'}],
       'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'by-x',
         'KeySchema':[{'AttributeName':'x','KeyType':'HASH'}],
         'Projection':{'ProjectionType':'ALL'}}}]}
      """;

  @TempDir Path directory;

  private Store store() {
    return Store.open(directory.resolve("store"), InstantSource.system());
  }

  private static void put(Store store, String item) {
    store.call("PutItem", Json.of("{'TableName':'plain','Item':" + item + "}"));
  }

  private static int counted(Store store) {
    return store
        .call(
            "Query",
            Json.of(
                """
                {'TableName':'plain','IndexName':'by-x','KeyConditions':
                 {'x':{'ComparisonOperator':'EQ','AttributeValueList':[{'S':'X'}]}}}
                """))
        .path("Count")
        .intValue();
  }

  @Test
  void anIndexIsMadeFilledKeptAndRemoved() {
    try (Store store = store()) {
      store.call("CreateTable", Json.of(TABLE));
      put(store, "{'p':{'S':'1'},'x':{'S':'X'}}");
      put(store, "{'p':{'S':'2'},'x':{'N':'5'}}");
      put(store, "{'p':{'S':'3'}}");
      store.call("UpdateTable", Json.of(CREATE));
      assertEquals(1, counted(store));
      put(store, "{'p':{'S':'4'},'x':{'S':'X'}}");
      // Its attribute does not fit the index, which must not be in the way of its removal.
      store.call("DeleteItem", Json.of("{'TableName':'plain','Key':{'p':{'S':'2'}}}"));
    }
    try (Store store = store()) {
      assertEquals(2, counted(store));
      assertEquals(
          "Attempting to create an index which already exists",
          assertThrows(DynamoDbException.class, () -> store.call("UpdateTable", Json.of(CREATE)))
              .getMessage());
      ObjectNode delete =
          Json.of(
              "{'TableName':'plain','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'by-x'}}]}");
      store.call("UpdateTable", delete);
      ObjectNode table = store.call("DescribeTable", Json.of("{'TableName':'plain'}"));
      assertFalse(table.path("Table").has("GlobalSecondaryIndexes"));
      assertEquals(1, table.path("Table").path("AttributeDefinitions").size());
      assertEquals(
          "ResourceNotFoundException",
          assertThrows(DynamoDbException.class, () -> store.call("UpdateTable", delete)).type());
    }
  }

  @Test
  void billingChanges() {
    try (Store store = store()) {
      store.call("CreateTable", Json.of(TABLE));
      store.call(
          "UpdateTable",
          Json.of(
              """
              {'TableName':'plain','BillingMode':'PROVISIONED',
               'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':1}}
              """));
      ObjectNode table = store.call("DescribeTable", Json.of("{'TableName':'plain'}"));
      assertEquals(
          5,
          table.path("Table").path("ProvisionedThroughput").path("ReadCapacityUnits").intValue());
      store.call("UpdateTable", Json.of("{'TableName':'plain','BillingMode':'PAY_PER_REQUEST'}"));
    }
  }

  @Test
  void anUpdateThatOnlyTakesAwayMakesNoItem() {
    try (Store store = store()) {
      store.call("CreateTable", Json.of(TABLE));
      String key = "{'TableName':'plain','Key':{'p':{'S':'1'}}";
      ObjectNode get = Json.of(key + "}");
      store.call("UpdateItem", Json.of(key + ",'UpdateExpression':'REMOVE a'}"));
      assertFalse(store.call("GetItem", get).has("Item"));
      store.call("UpdateItem", Json.of(key + ",'AttributeUpdates':{'a':{'Action':'DELETE'}}}"));
      assertFalse(store.call("GetItem", get).has("Item"));
      store.call(
          "UpdateItem",
          Json.of(key + ",'AttributeUpdates':{'a':{'Value':{'N':'1'},'Action':'ADD'}}}"));
      assertEquals(
          "{\"a\":{\"N\":\"1\"}}",
          store
              .call("GetItem", Json.of(key + ",'AttributesToGet':['a','b']}"))
              .path("Item")
              .toString());
    }
  }
}
