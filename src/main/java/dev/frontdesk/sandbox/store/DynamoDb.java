package dev.frontdesk.sandbox.store;

import tools.jackson.databind.node.ObjectNode;

/**
 * DynamoDB's operations in the shape of its JSON 1.0 protocol, without the HTTP around them. The
 * sandbox's origin reads and writes its table through this, the server puts it on the wire.
 */
public interface DynamoDb {
  /**
   * Carries out one operation.
   *
   * @param operation its name as in {@code X-Amz-Target}, without the prefix: {@code GetItem}
   * @param request the request's JSON document, as a client sends it
   * @return the answer's JSON document
   * @throws DynamoDbException with DynamoDB's own error type and message
   */
  ObjectNode call(String operation, ObjectNode request);
}
