package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import dev.frontdesk.sandbox.cloudwatch.CloudWatchError;
import org.jspecify.annotations.Nullable;

/** CloudWatch in the protocol of whoever asks. */
record CloudWatchApi(CloudWatch cloudWatch) {
  private static final String QUERY_VERSION = "2010-08-01";

  static boolean concerns(Request request) {
    return named(request.headers(), request.uri().getPath()) != null
        || (request.uri().getPath().equals("/")
            && QUERY_VERSION.equals(request.parameter("Version")));
  }

  Answer handle(Request request) {
    var protocol = of(request.headers(), request.uri().getPath());
    try {
      if (request.accessKeyId() == null) {
        throw new CloudWatchError(
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            403,
            "Request is missing Authentication Token");
      }
      var operation = protocol.operation(request);
      var result = cloudWatch.call(operation, protocol.read(request));
      return protocol.answer(operation, result, request.id());
    } catch (CloudWatchError e) {
      return protocol.error(e, request.id());
    }
  }

  /** An error of the service as a whole, for a request of which only the head is known. */
  static Answer told(Request.Headers headers, String path, CloudFrontError error, String id) {
    var told =
        new CloudWatchError(
            error.code(), error.code(), error.status(), String.valueOf(error.getMessage()));
    return of(headers, path).error(told, id);
  }

  private static CloudWatchProtocol of(Request.Headers headers, String path) {
    var named = named(headers, path);
    return named == null ? new CloudWatchQuery() : named;
  }

  /** The protocols that are told by the head of a request; the query protocol is not. */
  private static @Nullable CloudWatchProtocol named(Request.Headers headers, String path) {
    if (path.startsWith(CloudWatchCbor.PATH)) {
      return new CloudWatchCbor();
    }
    var target = headers.first("X-Amz-Target");
    return target != null && target.startsWith(CloudWatchProtocol.TARGET)
        ? new CloudWatchJson()
        : null;
  }
}
