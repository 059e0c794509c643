package dev.frontdesk.sandbox.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An error that DynamoDB's protocol tells its client, with its own type and message. */
public final class DynamoDbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final int status;
  private final transient @Nullable ArrayNode cancellationReasons;
  private final transient @Nullable ObjectNode item;

  /**
   * @param type the short error type: {@code ConditionalCheckFailedException}
   * @param status the HTTP status, 400 for all errors of a client
   * @param message as DynamoDB words it
   * @param cancellationReasons of a cancelled transaction, in the order of its actions; else null
   */
  public DynamoDbException(
      String type, int status, String message, @Nullable ArrayNode cancellationReasons) {
    super(message);
    this.type = type;
    this.status = status;
    this.cancellationReasons = cancellationReasons;
    this.item = null;
  }

  private DynamoDbException(String type, String message, @Nullable ObjectNode item) {
    super(message);
    this.type = type;
    this.status = 400;
    this.cancellationReasons = null;
    this.item = item;
  }

  /**
   * A condition that did not hold.
   *
   * @param item the item as it was, where the request asked for it; else null
   */
  public static DynamoDbException conditionFailed(@Nullable ObjectNode item) {
    return new DynamoDbException(
        "ConditionalCheckFailedException", "The conditional request failed", item);
  }

  public String type() {
    return type;
  }

  public int status() {
    return status;
  }

  public @Nullable ArrayNode cancellationReasons() {
    return cancellationReasons;
  }

  /** The item that failed a condition, where the request asked for it. */
  public @Nullable ObjectNode item() {
    return item;
  }
}
