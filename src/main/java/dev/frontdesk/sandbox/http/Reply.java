package dev.frontdesk.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/**
 * An HTTP response before it is sent.
 *
 * @param body never empty: a reply without one is sent otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // carried from where it is made to the socket, no further
public record Reply(int status, Map<String, String> headers, byte[] body) {
  public void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
