package dev.frontdesk.sandbox.store;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON documents in tests, written with single quotes. */
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static ObjectNode of(String text) {
    return MAPPER.readValue(text.replace('\'', '"'), ObjectNode.class);
  }

  /** A table {@code app} with keys pk and sk, a sparse index and a local one. */
  static ObjectNode appTable() {
    return of(
        """
        {'TableName':'app','BillingMode':'PAY_PER_REQUEST',
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
                      {'AttributeName':'sk','KeyType':'RANGE'}],
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
                                 {'AttributeName':'sk','AttributeType':'S'},
                                 {'AttributeName':'kind','AttributeType':'S'},
                                 {'AttributeName':'rank','AttributeType':'N'}],
         'GlobalSecondaryIndexes':[{'IndexName':'by-kind',
            'KeySchema':[{'AttributeName':'kind','KeyType':'HASH'},
                         {'AttributeName':'rank','KeyType':'RANGE'}],
            'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['title']}}],
         'LocalSecondaryIndexes':[{'IndexName':'by-rank',
            'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
                         {'AttributeName':'rank','KeyType':'RANGE'}],
            'Projection':{'ProjectionType':'KEYS_ONLY'}}]}
        """);
  }
}
