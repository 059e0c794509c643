package dev.frontdesk.sandbox.control;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** An HTTP response before it is sent. */
final class Answer {
  private static final String CLOUDFRONT = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  static Answer cloudFront(int status, Xml root) {
    return xml(status, root, CLOUDFRONT);
  }

  static Answer xml(int status, Xml root, String namespace) {
    return new Answer(status, Map.of("Content-Type", "text/xml"), root.document(namespace));
  }

  /** The same in CloudFront's and STS's protocols but for the namespace. */
  static Answer error(CloudFrontError error, String requestId, String namespace) {
    return xml(
        error.status(),
        Xml.node(
            "ErrorResponse",
            Xml.node(
                "Error",
                Xml.leaf("Type", error.status() < 500 ? "Sender" : "Receiver"),
                Xml.leaf("Code", error.code()),
                Xml.leaf("Message", String.valueOf(error.getMessage()))),
            Xml.leaf("RequestId", requestId)),
        namespace);
  }

  static Answer cloudFrontError(CloudFrontError error, String requestId) {
    return error(error, requestId, CLOUDFRONT);
  }

  Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  Reply reply(String requestId) {
    return new Reply(status, with("x-amzn-RequestId", requestId).headers, body);
  }

  void send(HttpExchange exchange, String requestId) throws IOException {
    reply(requestId).send(exchange);
  }
}
