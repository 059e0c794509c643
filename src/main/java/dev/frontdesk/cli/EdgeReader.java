package dev.frontdesk.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the members API as its readers and writers do: plain HTTP, nothing of Frontdesk's own. */
final class EdgeReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * An answer with a roster.
   *
   * @param xCache where CloudFront says it came from; null from the origin
   * @param age seconds in the cache; null where not said
   */
  record Answer(int status, @Nullable String xCache, @Nullable String age, JsonNode roster) {
    long version() {
      return roster.path("version").asLong(-1);
    }

    int members() {
      return roster.path("members").size();
    }

    boolean lists(String email) {
      return roster
          .path("members")
          .valueStream()
          .anyMatch(m -> m.path("email").asString("").equals(email));
    }
  }

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Answer get(URI address) throws IOException, InterruptedException {
    return answer(client.send(request(address).GET().build(), BodyHandlers.ofString()));
  }

  int put(URI address, JsonNode roster) throws IOException, InterruptedException {
    var body = BodyPublishers.ofString(JSON.writeValueAsString(roster));
    HttpRequest put = request(address).header("Content-Type", "application/json").PUT(body).build();
    return client.send(put, BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("X-Cache").orElse(null),
        response.headers().firstValue("Age").orElse(null),
        JSON.readTree(response.body()));
  }

  @Override
  public void close() {
    client.close();
  }
}
