package dev.frontdesk.sandbox.cloudwatch;

/** An error that CloudWatch tells its client. */
public final class CloudWatchError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String shape;
  private final int status;

  /**
   * @param code as the query protocol has it, and the clients' error codes
   * @param shape its name in the service model, which JSON and CBOR have
   */
  public CloudWatchError(String code, String shape, int status, String message) {
    super(message);
    this.code = code;
    this.shape = shape;
    this.status = status;
  }

  /** What GetMetricData says of anything that is wrong with a request; it is in no model. */
  static CloudWatchError validation(String message) {
    return new CloudWatchError("ValidationError", "ValidationError", 400, message);
  }

  static CloudWatchError missing(String parameter) {
    return new CloudWatchError(
        "MissingParameter",
        "MissingRequiredParameterException",
        400,
        "The parameter %s is required.".formatted(parameter));
  }

  static CloudWatchError invalidValue(String message) {
    return new CloudWatchError(
        "InvalidParameterValue", "InvalidParameterValueException", 400, message);
  }

  static CloudWatchError invalidCombination(String message) {
    return new CloudWatchError(
        "InvalidParameterCombination", "InvalidParameterCombinationException", 400, message);
  }

  static CloudWatchError invalidNextToken() {
    return new CloudWatchError(
        "InvalidNextToken", "InvalidNextToken", 400, "The next token specified is invalid.");
  }

  public String code() {
    return code;
  }

  public String shape() {
    return shape;
  }

  public int status() {
    return status;
  }
}
