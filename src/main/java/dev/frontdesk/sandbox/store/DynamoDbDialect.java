package dev.frontdesk.sandbox.store;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.faults.Dialect;
import dev.frontdesk.sandbox.http.Reply;
import java.util.Set;

/** DynamoDB's troubles, as DynamoDB Developer Guide, "Error handling", words them. */
public final class DynamoDbDialect implements Dialect {
  private static final Set<String> WRITES =
      Set.of(
          "CreateTable",
          "UpdateTable",
          "DeleteTable",
          "UpdateTimeToLive",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "BatchWriteItem",
          "TransactWriteItems");

  @Override
  public boolean writes(HttpExchange exchange) {
    var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    return target != null
        && target.startsWith(DynamoDbServer.TARGET_PREFIX)
        && WRITES.contains(target.substring(DynamoDbServer.TARGET_PREFIX.length()));
  }

  /** Tables of either capacity mode, whichever a client thinks it has. */
  @Override
  public Reply throttled(HttpExchange exchange, boolean other) {
    return DynamoDbServer.reply(
        other
            ? Errors.of("ThrottlingException", "Rate of requests exceeds the allowed throughput.")
            : Errors.of(
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded."
                    + " Consider increasing your provisioning level with the UpdateTable API."));
  }

  @Override
  public Reply failed(HttpExchange exchange, boolean other) {
    return DynamoDbServer.reply(
        other
            ? new DynamoDbException(
                "ServiceUnavailable", 503, "DynamoDB is currently unavailable.", null)
            : new DynamoDbException(
                "InternalServerError", 500, "DynamoDB could not process your request.", null));
  }
}
