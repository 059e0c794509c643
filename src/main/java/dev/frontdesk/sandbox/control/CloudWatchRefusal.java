package dev.frontdesk.sandbox.control;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to calls of CloudWatch, which the sandbox does not serve yet: an error that each of
 * its three protocols reads as one, so that clients say why there are no metrics.
 */
final class CloudWatchRefusal {
  private static final String CODE = "UnknownOperationException";
  private static final String MESSAGE = "The sandbox has no metrics of CloudWatch yet.";
  private static final String TARGET = "GraniteServiceVersion20100801";
  private static final String QUERY_VERSION = "2010-08-01";
  private static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  static boolean concerns(Request request) {
    var target = request.headers().first("X-Amz-Target");
    return request.uri().getPath().startsWith("/service/" + TARGET)
        || (target != null && target.startsWith(TARGET))
        || isQuery(request);
  }

  Answer handle(Request request) {
    return told(request.headers(), new CloudFrontError(CODE, 404, MESSAGE))
        .orElseGet(() ->
            Answer.error(
                new CloudFrontError("InvalidAction", 400, MESSAGE), request.id(), NAMESPACE));
  }

  /**
   * An error in CloudWatch's CBOR or JSON, by the request's headers; empty where it has neither.
   */
  static Optional<Answer> told(Request.Headers headers, CloudFrontError error) {
    if (headers.first("smithy-protocol") != null) {
      return Optional.of(
          new Answer(
              error.status(),
              Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"),
              cbor(error)));
    }
    if (headers.first("X-Amz-Target") != null) {
      var json =
          "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(error.code(), error.getMessage());
      return Optional.of(
          new Answer(
              error.status(),
              Map.of("Content-Type", "application/x-amz-json-1.0"),
              json.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.empty();
  }

  private static boolean isQuery(Request request) {
    return request.uri().getPath().equals("/")
        && QUERY_VERSION.equals(request.parameter("Version"));
  }

  /** A map of two texts (RFC 8949, section 3). */
  private static byte[] cbor(CloudFrontError error) {
    var out = new ByteArrayOutputStream();
    out.write(0xa2);
    for (var text :
        List.of("__type", error.code(), "message", String.valueOf(error.getMessage()))) {
      out.write(0x78);
      out.write(text.length());
      out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }
}
