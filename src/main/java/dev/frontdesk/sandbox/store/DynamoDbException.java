package dev.frontdesk.sandbox.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** An error that DynamoDB's protocol tells its client, with its own type and message. */
public final class DynamoDbException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final int status;
  private final transient @Nullable ArrayNode cancellationReasons;

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
}
