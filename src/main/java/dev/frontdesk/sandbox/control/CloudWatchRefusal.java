package dev.frontdesk.sandbox.control;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

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
    if (request.headers().first("smithy-protocol") != null) {
      return new Answer(
          404,
          Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor"),
          cbor());
    }
    if (request.headers().first("X-Amz-Target") != null) {
      var json = "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(CODE, MESSAGE);
      return new Answer(
          404,
          Map.of("Content-Type", "application/x-amz-json-1.0"),
          json.getBytes(StandardCharsets.UTF_8));
    }
    return Answer.error(
        new CloudFrontError("InvalidAction", 400, MESSAGE), request.id(), NAMESPACE);
  }

  private static boolean isQuery(Request request) {
    return request.uri().getPath().equals("/")
        && QUERY_VERSION.equals(request.parameter("Version"));
  }

  /** A map of two texts (RFC 8949, section 3). */
  private static byte[] cbor() {
    var out = new ByteArrayOutputStream();
    out.write(0xa2);
    for (var text : new String[] {"__type", CODE, "message", MESSAGE}) {
      out.write(0x78);
      out.write(text.length());
      out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }
}
