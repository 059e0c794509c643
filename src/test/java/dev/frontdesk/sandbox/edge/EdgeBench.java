package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * An edge over an origin that the test plays: it answers what the test has laid down, the last one
 * for ever, and remembers what it was asked.
 */
final class EdgeBench implements Origin {
  final HandClock clock = new HandClock();
  final List<EdgeRequest> asked = new ArrayList<>();
  final List<Runnable> background = new ArrayList<>();
  final CacheStore store = new CacheStore(1 << 20);
  final Traffic traffic = new Traffic();
  final Edge edge;

  /** One answer of the origin, or its failure. */
  @FunctionalInterface
  interface Reply {
    EdgeResponse to(EdgeRequest request) throws IOException;
  }

  private final Deque<Reply> replies = new ArrayDeque<>();

  EdgeBench(Behaviour... behaviours) {
    var config =
        new EdgeConfig(
            "E1BENCH",
            List.of(behaviours),
            URI.create("http://127.0.0.1:1"),
            "FRA56-P4",
            "Cache-Tag",
            EdgeConfig.DEFAULT_ERROR_TTL);
    edge = new Edge(config, this, clock, background::add, store, traffic);
  }

  static EdgeBench of(TtlPolicy ttl) {
    return of(ttl, CacheKey.PATH);
  }

  static EdgeBench of(TtlPolicy ttl, CacheKey key) {
    return new EdgeBench(new Behaviour("*", "p", "policy", ttl, key));
  }

  @Override
  public EdgeResponse send(EdgeRequest request) throws IOException {
    asked.add(request);
    var reply = replies.size() > 1 ? replies.remove() : replies.peek();
    if (reply == null) {
      throw new AssertionError("the test has laid down no answer to " + request);
    }
    return reply.to(request);
  }

  EdgeBench reply(int status, String body, String... fields) {
    return reply(request -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return new EdgeResponse(status, Fields.of(fields), new Body(bytes));
    });
  }

  EdgeBench reply(Reply reply) {
    replies.add(reply);
    return this;
  }

  /** Forgets what was laid down before. */
  EdgeBench now(int status, String body, String... fields) {
    replies.clear();
    return reply(status, body, fields);
  }

  Seen get(String target, String... fields) {
    return send("GET", target, fields);
  }

  Seen send(String method, String target, String... fields) {
    int mark = target.indexOf('?');
    var request =
        new EdgeRequest(
            method,
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? null : target.substring(mark + 1),
            Fields.of(fields),
            Body.EMPTY);
    return new Seen(edge.handle(request));
  }

  void invalidate(String... items) {
    edge.invalidate(Arrays.asList(items));
  }

  /** What a viewer sees. */
  record Seen(EdgeResponse response) {
    String field(String name) {
      return String.valueOf(response.fields().first(name));
    }

    String body() {
      return new String(response.body().bytes(), StandardCharsets.UTF_8);
    }

    /** Status, how it came about, Age and body in one line: {@code 200 Hit 5 old}. */
    String line() {
      String outcome = field("x-cache").replace(" from cloudfront", "");
      return response.status() + " " + outcome + " " + field("age") + " " + body();
    }
  }
}
