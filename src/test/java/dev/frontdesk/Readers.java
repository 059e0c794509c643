package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.settings.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those for whom all of it is done: they read at the edge. */
final class Readers implements AutoCloseable {
  private static final int AT_ONCE = 64;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Connection.Site site;

  Readers(Connection connection) {
    site = connection.site();
  }

  static String members(String projectId) {
    return "/projects/" + projectId + "/members";
  }

  /** What the edge serves. */
  JsonNode atEdge(String path) {
    return get(Objects.requireNonNull(site.edgeUrl()), path);
  }

  /** Fails with each path at which the edge does not serve what the origin gives. */
  void compare(Collection<String> paths) {
    Queue<String> old = new ConcurrentLinkedQueue<>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      CompletableFuture.allOf(
              paths.stream()
                  .map(path -> CompletableFuture.runAsync(() -> compare(path, old), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
    assertEquals("", String.join("\n", old), "the edge serves what is old");
  }

  private void compare(String path, Queue<String> old) {
    JsonNode origin = get(Objects.requireNonNull(site.originUrl()), path);
    JsonNode edge = atEdge(path);
    if (!edge.equals(origin)) {
      old.add("%s: edge %s, origin %s".formatted(path, told(edge), told(origin)));
    }
  }

  private static String told(JsonNode document) {
    String text = document.toString();
    return text.length() < 200 ? text : text.substring(0, 200) + "…";
  }

  private JsonNode get(URI server, String path) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).build();
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
