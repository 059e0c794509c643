package dev.frontdesk.sandbox.control;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.faults.Dialect;
import dev.frontdesk.sandbox.http.Reply;
import java.util.UUID;

/** The control plane's troubles, each told in the protocol of the service that was asked. */
public final class ControlDialect implements Dialect {
  /** What other services than CloudFront are asked by POST, they only tell. */
  @Override
  public boolean writes(HttpExchange exchange) {
    return !exchange.getRequestMethod().equals("GET") && ofCloudFront(exchange);
  }

  /** Not in the service model; as met in the field (aws-sdk-js issue 3983). */
  @Override
  public Reply throttled(HttpExchange exchange, boolean other) {
    return told(exchange, new CloudFrontError("Throttling", 400, "Rate exceeded"));
  }

  /** As met in the field (amazon-cloudfront-developer-guide issue 101, aws-cdk issue 15891). */
  @Override
  public Reply failed(HttpExchange exchange, boolean other) {
    var message =
        ofCloudFront(exchange)
            ? "CloudFront encountered an internal error. Please try again."
            : "Service is unable to handle request.";
    return told(exchange, new CloudFrontError("ServiceUnavailable", 503, message));
  }

  private static boolean ofCloudFront(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().startsWith("/" + CloudFrontApi.VERSION + "/");
  }

  private static Reply told(HttpExchange exchange, CloudFrontError error) {
    var id = UUID.randomUUID().toString();
    var answer =
        ofCloudFront(exchange)
            ? Answer.cloudFrontError(error, id)
            // The query protocols of STS and CloudWatch differ in the namespace alone, which no
            // client looks at.
            : CloudWatchApi.told(
                exchange.getRequestHeaders()::getFirst,
                exchange.getRequestURI().getPath(),
                error,
                id);
    return answer.reply(id);
  }
}
