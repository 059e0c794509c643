package dev.frontdesk.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** An HTTP response before it is sent. */
@SuppressWarnings("ArrayRecordComponent") // carried from where it is made to the socket, no further
public record Reply(int status, Map<String, String> headers, byte[] body) {
  public void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    // 0 would mean a body of unknown length, -1 means none.
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
