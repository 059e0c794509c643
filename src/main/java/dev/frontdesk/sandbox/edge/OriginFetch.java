package dev.frontdesk.sandbox.edge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Asks the origin over HTTP. */
final class OriginFetch implements Origin, AutoCloseable {
  /** The origin response timeout that CloudFront starts from. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** What the JDK's client sets itself and takes from nobody. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final String address;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

  /** Made by the first request: with what it loads of TLS it takes long, and the start waits. */
  private @Nullable HttpClient client;

  private boolean closed;

  OriginFetch(URI address) {
    this.address = address.toString().replaceAll("/+$", "");
  }

  private synchronized HttpClient client() throws IOException {
    if (closed) {
      throw new IOException("the edge is closed");
    }
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT)
              .executor(executor)
              .build();
      client = made;
    }
    return made;
  }

  @Override
  public EdgeResponse send(EdgeRequest request) throws IOException {
    try {
      return answer(client().send(built(request), BodyHandlers.ofByteArray()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      var closing = new InterruptedIOException("the edge is closing");
      closing.initCause(stopped);
      throw closing;
    }
  }

  /**
   * @throws IOException if the JDK's client will not send such a target, method or field
   */
  private HttpRequest built(EdgeRequest request) throws IOException {
    String query = request.query() == null ? "" : "?" + request.query();
    byte[] sent = request.body().bytes();
    var body = sent.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(sent);
    try {
      var builder =
          HttpRequest.newBuilder(URI.create(address + request.path() + query))
              .timeout(ANSWER)
              .method(request.method(), body);
      for (var field : request.fields().list()) {
        if (!OWN.contains(field.name().toLowerCase(Locale.ROOT))) {
          builder.header(field.name(), field.value());
        }
      }
      return builder.build();
    } catch (IllegalArgumentException unsendable) {
      throw new IOException(unsendable);
    }
  }

  private static EdgeResponse answer(HttpResponse<byte[]> response) {
    var fields = Fields.of(response.headers().map());
    return new EdgeResponse(response.statusCode(), fields, new Body(response.body()));
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.shutdownNow();
    }
    executor.shutdownNow();
  }
}
