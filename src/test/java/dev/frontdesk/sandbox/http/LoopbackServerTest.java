package dev.frontdesk.sandbox.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {
  private static final HttpHandler HELLO =
      exchange -> {
        byte[] body = exchange.getRequestURI().getRawPath().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
      };

  @Test
  void servesEveryPathAndFreesThePortOnClose() throws Exception {
    int port;
    try (var server = LoopbackServer.start(0, HELLO);
        var client = HttpClient.newHttpClient()) {
      port = server.address().getPort();
      var request = HttpRequest.newBuilder(server.address().resolve("/a%2Fb")).build();
      assertEquals("/a%2Fb", client.send(request, BodyHandlers.ofString()).body());
      var taken = assertThrows(UncheckedIOException.class, () -> LoopbackServer.start(port, HELLO));
      assertTrue(String.valueOf(taken.getMessage()).contains("127.0.0.1:" + port));
    }
    try (var again = LoopbackServer.start(port, HELLO)) {
      assertEquals(port, again.address().getPort());
    }
  }
}
