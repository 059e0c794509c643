package dev.frontdesk.sandbox.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** What DynamoDB refuses, and in which words. */
final class ErrorsTest {
  private final Store store = Store.open(null, InstantSource.system());

  @BeforeEach
  void table() {
    store.call("CreateTable", Json.appTable());
    store.call(
        "PutItem",
        Json.of(
            "{'TableName':'app','Item':{'pk':{'S':'p'},'sk':{'S':'s'},'a':{'N':'1'},'l':{'L':[]}}}"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void refused(String operation, String members, String message) {
    DynamoDbException error =
        assertThrows(
            DynamoDbException.class,
            () -> store.call(operation, Json.of("{'TableName':'app'," + members + "}")));
    assertEquals(message, error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {'sk':{'S':'s'}} => One or more parameter values were invalid: Missing the key pk in the item
          {'pk':{'N':'1'},'sk':{'S':'s'}} => One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N
          {'pk':{'S':''},'sk':{'S':'s'}} => One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk
          {'pk':{'S':'p'},'sk':{'S':'s'},'rank':{'S':'x'}} => One or more parameter values were invalid: Type mismatch for Index Key rank Expected: N Actual: S IndexName: by-rank
          {'pk':{'S':'p'},'sk':{'S':'s'},'kind':{'S':''}} => One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: by-kind, IndexKey: kind
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'SS':[]}} => One or more parameter values were invalid: An string set  may not be empty
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'SS':['a','a']}} => One or more parameter values were invalid: Input collection [a, a] contains duplicates.
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'NS':['1','1.0']}} => Input collection contains duplicates
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'BS':['AQ==','AQ==']}} => One or more parameter values were invalid: Input collection [AQ==, AQ==]of type BS contains duplicates.
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'NULL':false}} => One or more parameter values were invalid: Null attribute value types must have the value of true
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{}} => Supplied AttributeValue is empty, must contain exactly one of the supported datatypes
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'S':'a','N':'1'}} => Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'N':'abc'}} => The parameter cannot be converted to a numeric value: abc
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'N':''}} => The parameter cannot be converted to a numeric value
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'N':'1e126'}} => Number overflow. Attempting to store a number with magnitude larger than supported range
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'N':'1e-131'}} => Number underflow. Attempting to store a number with magnitude smaller than supported range
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'N':'123456789012345678901234567890123456789'}} => Attempting to store more than 38 significant digits in a Number
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'B':'abc'}} => Base64 encoded length is expected a multiple of 4 bytes but found: 3
          {'pk':{'S':'p'},'sk':{'S':'s'},'x':{'S':1}} => NUMBER_VALUE cannot be converted to String
          """)
  void items(String item, String message) {
    refused("PutItem", "'Item':" + item, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'Key':{'pk':{'S':'p'}} => The provided key element does not match the schema
          'Key':{'pk':{'S':'p'},'sk':{'N':'1'}} => The provided key element does not match the schema
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'},'x':{'S':'s'}} => The provided key element does not match the schema
          'ReturnConsumedCapacity':'x' => 2 validation errors detected: Value 'x' at 'returnConsumedCapacity' failed to satisfy constraint: Member must satisfy enum value set: [INDEXES, TOTAL, NONE]; Value null at 'key' failed to satisfy constraint: Member must not be null
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ExpressionAttributeNames':{'#a':'a'} => ExpressionAttributeNames can only be specified when using expressions
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a','ExpressionAttributeNames':{} => ExpressionAttributeNames must not be empty
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a','ExpressionAttributeNames':{'a':'a'} => ExpressionAttributeNames contains invalid key: Syntax error; key: "a"
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a','ExpressionAttributeNames':{'#b':'a'} => Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a, #b' => Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #b
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a,,b' => Invalid ProjectionExpression: Syntax error; token: ",", near: ",,b"
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'' => Invalid ProjectionExpression: The expression can not be empty;
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a.b, a' => Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'a.b, a[1]' => Invalid ProjectionExpression: Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [a, b], path two: [a, [1]]
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'ProjectionExpression':'b, name' => Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: name
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'AttributesToGet':['a','a'] => One or more parameter values were invalid: Duplicate value in attribute name: a
          'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'AttributesToGet':['a'],'ProjectionExpression':'a' => Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}
          """)
  void gets(String members, String message) {
    refused("GetItem", members, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          a = => Syntax error; token: "<EOF>", near: "="
          a = :v AND => Syntax error; token: "<EOF>", near: "AND"
          a == :v => Syntax error; token: "=", near: "== :v"
          a = :w => An expression attribute value used in expression is not defined; attribute value: :w
          foo(a, :v) => Invalid function name; function: foo
          if_not_exists(a, :v) => The function is not allowed in a condition expression; function: if_not_exists
          begins_with(a) AND a = :v => Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
          begins_with(a, :v) => Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
          attribute_exists(:v) => Operator or function requires a document path; operator or function: attribute_exists
          attribute_type(a, :s) AND a = :v => Invalid attribute type name found; type: text, valid types: {B,BOOL,BS,L,M,N,NS,NULL,S,SS}
          size(:v) = :s => Incorrect operand type for operator or function; operator or function: size, operand type: N
          a BETWEEN :v AND :s => The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:text}
          a = a AND b = :v => The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [a]
          ((a = :v)) => The expression has redundant parentheses;
          status = :v => Attribute name is a reserved keyword; reserved keyword: status
          a[x] = :v => Syntax error; token: "x", near: "[x]"
          """)
  void conditions(String condition, String message) {
    refused(
        "PutItem",
        "'Item':{'pk':{'S':'p'},'sk':{'S':'s'}},'ConditionExpression':'%s','ExpressionAttributeValues':{':v':{'N':'5'},':s':{'S':'text'}}"
            .formatted(condition),
        "Invalid ConditionExpression: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          whatever => Invalid UpdateExpression: Syntax error; token: "whatever", near: "whatever"
          SET a = :v SET b = :v => Invalid UpdateExpression: The "SET" section can only be used once in an update expression;
          SET a = :v, a.b = :v => Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]
          SET a = size(a) => Invalid UpdateExpression: The function is not allowed in an update expression; function: size
          SET a = list_append(l, :v) => Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: list_append, operand type: N
          SET a = if_not_exists(:v, :v) => Invalid UpdateExpression: Operator or function requires a document path; operator or function: if_not_exists
          ADD a :s => Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND
          DELETE a :v => Invalid UpdateExpression: Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND
          SET pk = :v => One or more parameter values were invalid: Cannot update attribute pk. This attribute is part of the key
          SET a = absent + :v => The provided expression refers to an attribute that does not exist in the item
          SET a = l + :v => An operand in the update expression has an incorrect data type
          SET absent.b = :v => The document path provided in the update expression is invalid for update
          SET a[0] = :v => The document path provided in the update expression is invalid for update
          ADD l :v => An operand in the update expression has an incorrect data type
          SET kind = :v => One or more parameter values were invalid: Type mismatch for Index Key kind Expected: S Actual: N IndexName: by-kind
          """)
  void updates(String update, String message) {
    String value = update.contains(":s") ? "':s':{'S':'x'}" : "':v':{'N':'5'}";
    refused(
        "UpdateItem",
        "'Key':{'pk':{'S':'p'},'sk':{'S':'s'}},'UpdateExpression':'%s'%s"
            .formatted(
                update, update.contains(":") ? ",'ExpressionAttributeValues':{" + value + "}" : ""),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          sk = :v => Query condition missed key schema element: pk
          pk > :v => Query key condition not supported
          pk = :v OR sk = :v => Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR
          pk = :v AND sk <> :v => Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: <>
          pk = :v AND a = :v => Query condition missed key schema element: sk
          pk = :v AND pk = :v => Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key
          pk = :n => One or more parameter values were invalid: Condition parameter type does not match schema type
          pk = :e => One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: pk
          """)
  void keyConditions(String condition, String message) {
    String value =
        condition.contains(":n")
            ? "':n':{'N':'5'}"
            : condition.contains(":e") ? "':e':{'S':''}" : "':v':{'S':'x'}";
    refused(
        "Query",
        "'KeyConditionExpression':'%s','ExpressionAttributeValues':{%s}"
            .formatted(condition, value),
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'IndexName':'none' => The table does not have the specified index: none
          'IndexName':'by-kind','ConsistentRead':true => Consistent reads are not supported on global secondary indexes
          'IndexName':'by-kind','Select':'ALL_ATTRIBUTES' => One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not supported for global secondary index by-kind because its projection type is not ALL
          'IndexName':'by-kind','ProjectionExpression':'a' => One or more parameter values were invalid: Global secondary index by-kind does not project [a]
          'Select':'ALL_PROJECTED_ATTRIBUTES' => ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName
          'Select':'COUNT','ProjectionExpression':'a' => Cannot specify the ProjectionExpression when choosing to get only the Count
          'Select':'X' => 1 validation error detected: Value 'X' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]
          'ScanFilter':{'a':{'ComparisonOperator':'BETWEEN','AttributeValueList':[{'N':'1'}]}} => One or more parameter values were invalid: Invalid number of argument(s) for the BETWEEN ComparisonOperator
          'Limit':0 => 1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1
          'Segment':1 => The TotalSegments parameter is required but was not present in the request when parameter Segment is present
          'Segment':4,'TotalSegments':4 => The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 4 is not less than TotalSegments: 4
          'ExclusiveStartKey':{'pk':{'S':'x'}} => The provided starting key is invalid: The provided key element does not match the schema
          'ExpressionAttributeValues':{':a':{'S':'x'}} => ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null
          'FilterExpression':'a = :a','ExpressionAttributeValues':{':a':{'SS':[]}} => ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: An string set  may not be empty for key :a
          """)
  void scans(String members, String message) {
    refused("Scan", members, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'ReturnValues':'ALL_NEW' => ReturnValues can only be ALL_OLD or NONE
          'Expected':{'a':{}} => One or more parameter values were invalid: Value must be provided when Exists is null for Attribute: a
          'Expected':{'a':{'Exists':false,'Value':{'S':'x'}}} => One or more parameter values were invalid: Value cannot be used when Exists is false for Attribute: a
          'Expected':{'a':{'AttributeValueList':[]}} => One or more parameter values were invalid: AttributeValueList can only be used with a ComparisonOperator for Attribute: a
          'Expected':{'a':{'Value':{'N':'2'}}} => The conditional request failed
          'Expected':{'a':{'Value':{'N':'2'}},'pk':{'Exists':false}},'ConditionalOperator':'OR' => The conditional request failed
          """)
  void puts(String members, String message) {
    refused("PutItem", "'Item':{'pk':{'S':'p'},'sk':{'S':'s'}}," + members, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          {} => Invalid Request: TransactWriteRequest should contain Delete or Put or Update request
          {'Update':{'TableName':'app','Key':{'pk':{'S':'p'},'sk':{'S':'s'}}}} => 1 validation error detected: Value null at 'transactItems.1.member.update.updateExpression' failed to satisfy constraint: Member must not be null
          """)
  void transactions(String action, String message) {
    refused("TransactWriteItems", "'TransactItems':[" + action + "]", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          'GlobalSecondaryIndexes':[] => One or more parameter values were invalid: List of GlobalSecondaryIndexes is empty
          'AttributeDefinitions':[] => Invalid KeySchema: Some index key attribute have no definition
          'AttributeDefinitions':[{'AttributeName':'x','AttributeType':'S'}] => One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [p], AttributeDefinitions: [x]
          'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'},{'AttributeName':'p','AttributeType':'N'}] => Attribute Name is duplicated: p
          'GlobalSecondaryIndexes':[{'IndexName':'all','KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'},'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}] => One or more parameter values were invalid: ProvisionedThroughput should not be specified for index: all when BillingMode is PAY_PER_REQUEST
          """)
  void tables(String member, String message) {
    ObjectNode request =
        Json.of(
            """
            {'TableName':'other','BillingMode':'PAY_PER_REQUEST',
             'KeySchema':[{'AttributeName':'p','KeyType':'HASH'}],
             'AttributeDefinitions':[{'AttributeName':'p','AttributeType':'S'}]}
            """);
    request.setAll(Json.of("{" + member + "}"));
    assertEquals(
        message,
        assertThrows(DynamoDbException.class, () -> store.call("CreateTable", request))
            .getMessage());
  }

  @Test
  void operatorsAreCounted() {
    String condition = "a = :v" + " OR a = :v".repeat(150);
    refused(
        "PutItem",
        "'Item':{'pk':{'S':'p'},'sk':{'S':'s'}},'ConditionExpression':'%s','ExpressionAttributeValues':{':v':{'N':'5'}}"
            .formatted(condition),
        "Invalid ConditionExpression: The expression contains too many operators; operator count:"
            + " 301");
  }
}
