package dev.frontdesk.updates;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A place on the web. Nothing is sent along but the request: no version, no name.
 *
 * @param uri https, or http on this machine; the settings take no other
 */
record HttpPlace(URI uri) implements Place {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** In bytes; the document has two fields. */
  private static final int LONGEST = 16 * 1024;

  @Override
  public String read() throws IOException, InterruptedException {
    var builder =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            // From https to http it does not go.
            .followRedirects(HttpClient.Redirect.NORMAL);
    try (HttpClient client = builder.build()) {
      var request = HttpRequest.newBuilder(uri).timeout(WHOLE).build();
      HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (answer.statusCode() != 200 || bytes.length > LONGEST) {
          throw new IOException(
              uri + " answers " + answer.statusCode() + " with " + bytes.length + " bytes or more");
        }
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
  }
}
