package dev.frontdesk.sandbox.readers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Readers who ask the edge over HTTP, as many a second as wanted, at random times. They begin with
 * the list of projects and learn the rest from what they read, so that they follow whatever the
 * sandbox holds.
 */
public final class Readers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Who would ask while so many wait does not: a slow edge is not to be made slower. */
  private static final int MOST_WAITING = 16;

  /** Lets time pass between two requests. */
  @FunctionalInterface
  public interface Pause {
    void await(Duration time) throws InterruptedException;
  }

  private final URI edge;
  private final double aSecond;
  private final Pause pause;
  private final RandomGenerator random;
  private final AtomicReference<Company> company = new AtomicReference<>(new Company(Map.of()));
  private final Semaphore places = new Semaphore(MOST_WAITING);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;

  /** Made after the first pause: it takes long, and whoever starts a sandbox waits for that. */
  private volatile @Nullable HttpClient client;

  private Readers(URI edge, double aSecond, long seed, Pause pause) {
    this.edge = edge;
    this.aSecond = aSecond;
    this.pause = pause;
    this.random = new SplittableRandom(seed);
    this.thread = Thread.ofVirtual().name("readers").unstarted(this::read);
  }

  /**
   * Starts to read, after a first pause.
   *
   * @param aSecond how many requests on average, above 0
   * @param seed of what is asked and when
   */
  public static Readers start(URI edge, double aSecond, long seed, Pause pause) {
    var readers = new Readers(edge, aSecond, seed, pause);
    readers.thread.start();
    return readers;
  }

  private void read() {
    try {
      pause.await(gap());
      var http =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(ANSWER)
              .executor(executor)
              .build();
      client = http;
      while (!Thread.currentThread().isInterrupted()) {
        if (places.tryAcquire()) {
          var path = company.get().path(random);
          executor.execute(() -> ask(http, path));
        }
        pause.await(gap());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Those who do not know of each other come at exponential distances. */
  private Duration gap() {
    return Duration.ofNanos((long) (random.nextExponential() / aSecond * 1e9));
  }

  private void ask(HttpClient http, String path) {
    var request = HttpRequest.newBuilder(edge.resolve(path)).timeout(ANSWER).build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        learn(path, answer.body());
      }
    } catch (IOException e) {
      // A reader who gets no answer goes away; others come.
      LOG.debug("A simulated reader got no answer to {}", path, e);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
  }

  private void learn(String path, byte[] body) {
    var known = company.get();
    if (path.equals("/projects")) {
      var ids = ids(read(body).path("projects"));
      company.updateAndGet(before -> before.of(ids));
    } else {
      for (var project : known.members().entrySet()) {
        if (project.getValue().isEmpty() && path.equals(Company.roster(project.getKey()))) {
          var ids = ids(read(body).path("members"));
          company.updateAndGet(before -> before.with(project.getKey(), ids));
        }
      }
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException e) {
      // What the edge serves may be anything: then there is nothing to learn from it.
      LOG.debug("A simulated reader got no JSON", e);
      return JSON.createObjectNode();
    }
  }

  private static List<String> ids(JsonNode list) {
    return list.valueStream().map(item -> item.path("id").asString()).toList();
  }

  /** Stops to read; answers that are under way are not waited for. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      // Then nobody hands anything to the executor any more.
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var made = client;
    if (made != null) {
      made.shutdownNow();
    }
    executor.shutdownNow();
  }
}
