package dev.frontdesk.sandbox.store;

/** The errors that DynamoDB gives, by their short types. */
public final class Errors {
  private Errors() {}

  public static DynamoDbException validation(String message) {
    return of("ValidationException", message);
  }

  /** The same with the preamble that most checks of parameter values have. */
  public static DynamoDbException invalidParameter(String message) {
    return validation("One or more parameter values were invalid: " + message);
  }

  public static DynamoDbException serialization(String message) {
    return of("SerializationException", message);
  }

  public static DynamoDbException of(String type, String message) {
    return new DynamoDbException(type, 400, message, null);
  }
}
