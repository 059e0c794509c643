package dev.frontdesk.sandbox.origin;

/** An answer other than success, with the sentence that its document carries. */
final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ApiException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }

  static ApiException badRequest(String message) {
    return new ApiException(400, message);
  }

  static ApiException notFound(String what) {
    return new ApiException(404, what + " is not known");
  }
}
