package dev.frontdesk.sandbox.control;

/**
 * An error that CloudFront tells its client. Codes and statuses are those of its service model;
 * messages are CloudFront's own where they are known.
 */
final class CloudFrontError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;

  CloudFrontError(String code, int status, String message) {
    super(message);
    this.code = code;
    this.status = status;
  }

  static CloudFrontError invalidArgument(String message) {
    return new CloudFrontError("InvalidArgument", 400, message);
  }

  static CloudFrontError noSuchDistribution() {
    return new CloudFrontError(
        "NoSuchDistribution", 404, "The specified distribution does not exist.");
  }

  static CloudFrontError noSuchInvalidation() {
    return new CloudFrontError(
        "NoSuchInvalidation", 404, "The specified invalidation does not exist.");
  }

  static CloudFrontError noSuchCachePolicy() {
    return new CloudFrontError(
        "NoSuchCachePolicy", 404, "The specified cache policy does not exist.");
  }

  /** Which quota is full is told by the message alone, as met in the field. */
  static CloudFrontError tooManyInProgress(String what) {
    return new CloudFrontError(
        "TooManyInvalidationsInProgress",
        400,
        "Processing your request will cause you to exceed the maximum number of in-progress"
            + " %s.".formatted(what));
  }

  static CloudFrontError batchTooLarge() {
    return new CloudFrontError(
        "BatchTooLarge", 413, "The specified invalidation batch is too large.");
  }

  static CloudFrontError malformed(String message) {
    return new CloudFrontError("MalformedXML", 400, message);
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }
}
