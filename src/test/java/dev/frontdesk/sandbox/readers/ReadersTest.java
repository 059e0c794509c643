package dev.frontdesk.sandbox.readers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Readers whose time passes when the test lets it: one step is one pause. */
class ReadersTest {
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "/projects", "{\"projects\":[{\"id\":\"atlas\"},{\"id\":\"b c\"},{\"id\":\"cedar\"}]}",
          "/projects/atlas/members", "{\"members\":[{\"id\":\"m1\"},{\"id\":\"m2\"}]}",
          "/projects/b%20c/members", "{\"members\":[{\"id\":\"m3\"}]}",
          "/projects/cedar/members", "no JSON");

  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final BlockingQueue<Duration> wanted = new ArrayBlockingQueue<>(1);
  private final BlockingQueue<Boolean> passed = new ArrayBlockingQueue<>(1);
  private final LoopbackServer edge = LoopbackServer.start(0, this::answer);

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getRawPath();
      byte[] body = DOCUMENTS.getOrDefault(path, "{}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      asked.add(path);
    }
  }

  private void pause(Duration time) throws InterruptedException {
    wanted.put(time);
    passed.take();
  }

  /** Lets the readers' clock run on to their next request, and gives its length and path. */
  private Map.Entry<Duration, String> step() throws InterruptedException {
    var time = wanted.poll(20, TimeUnit.SECONDS);
    passed.put(true);
    return Map.entry(time, asked.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void askAtTheRateThatIsWantedForWhatIsThere() throws Exception {
    int requests = 2_000;
    double seconds = 0;
    var paths = new TreeMap<String, Integer>();
    try (edge;
        var _ = Readers.start(edge.address(), 20, 5, this::pause)) {
      for (int i = 0; i < requests; i++) {
        var step = step();
        seconds += step.getKey().toNanos() / 1e9;
        paths.merge(step.getValue(), 1, Integer::sum);
      }
    }
    // The standard deviation of the mean is 2.2 %; the seed is fixed.
    assertEquals(20, requests / seconds, 20 * 0.07);
    assertTrue(paths.get("/projects/atlas/members") > paths.get("/projects/b%20c/members"));
    assertTrue(paths.get("/projects/b%20c/members") > paths.get("/projects/cedar/members"));
    assertTrue(paths.get("/projects/atlas/members") > requests / 3, paths.toString());
    assertTrue(paths.containsKey("/projects/atlas"), paths.toString());
    assertTrue(paths.containsKey("/members/m1/projects"), paths.toString());
    assertTrue(paths.containsKey("/members/m3/projects"), paths.toString());
  }

  @Test
  void askNothingWithoutTimeThatPassesAndNothingAfterTheEnd() throws Exception {
    try (edge) {
      var readers = Readers.start(edge.address(), 20, 5, this::pause);
      assertEquals("/projects", step().getValue());
      assertTrue(wanted.poll(20, TimeUnit.SECONDS) != null, "the next pause has begun");
      readers.close();
      assertTrue(wanted.isEmpty(), "nobody waits any more");
      assertTrue(asked.isEmpty());
    }
  }
}
