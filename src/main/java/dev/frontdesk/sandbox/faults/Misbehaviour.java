package dev.frontdesk.sandbox.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets faults hit the requests to services, and counts them. What hits the n-th request depends on
 * the seed alone: each request draws the same number of times, whatever comes of it.
 */
public final class Misbehaviour {
  private static final Logger LOG = LoggerFactory.getLogger(Misbehaviour.class);

  private final FaultPlan plan;
  private final SplittableRandom random;
  private final Map<Fault, Long> hits = new EnumMap<>(Fault.class);

  /**
   * @param plan where it brings no seed, one is chosen and told in the log, for who wants it again
   */
  public Misbehaviour(FaultPlan plan) {
    this.plan = plan;
    this.random = new SplittableRandom(seed(plan));
    for (var fault : Fault.values()) {
      if (plan.has(fault)) {
        hits.put(fault, 0L);
      }
    }
  }

  private static long seed(FaultPlan plan) {
    var given = plan.seed();
    if (given != null) {
      return given;
    }
    long chosen = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    if (!plan.isNone()) {
      LOG.info("The sandbox draws its faults with seed={}", chosen);
    }
    return chosen;
  }

  /** What lies before a service and may keep requests or answers; the service where none may. */
  public HttpHandler before(HttpHandler service, Dialect dialect) {
    return plan.isNone() ? service : exchange -> handle(exchange, service, dialect);
  }

  /** How often each fault of the plan has hit so far, by its word. */
  public Map<String, Long> hits() {
    synchronized (random) {
      var counts = new LinkedHashMap<String, Long>();
      hits.forEach((fault, count) -> counts.put(fault.word(), count));
      return counts;
    }
  }

  /**
   * What is to become of a request.
   *
   * @param fault null for none
   * @param pause in milliseconds
   * @param carriedOut whether a write that ends with an error has been carried out before
   * @param other which of two ways to say it
   */
  private record Fate(@Nullable Fault fault, long pause, boolean carriedOut, boolean other) {}

  private Fate draw() {
    synchronized (random) {
      double at = random.nextDouble();
      double within = random.nextDouble();
      var fate = new Fate(fault(at), pause(within), random.nextBoolean(), random.nextBoolean());
      if (fate.fault != null) {
        hits.merge(fate.fault, 1L, Long::sum);
      }
      if (plan.pause() != null) {
        hits.merge(Fault.DELAY, 1L, Long::sum);
      }
      return fate;
    }
  }

  /** Each fault has a stretch of the numbers below 1, as long as its odds. */
  private @Nullable Fault fault(double at) {
    double end = 0;
    for (var fault : Fault.values()) {
      end += plan.odds().getOrDefault(fault, 0.0);
      if (at < end) {
        return fault;
      }
    }
    return null;
  }

  private long pause(double within) {
    var pause = plan.pause();
    return pause == null ? 0 : pause.least() + (long) (within * (pause.most() - pause.least() + 1));
  }

  private void handle(HttpExchange exchange, HttpHandler service, Dialect dialect)
      throws IOException {
    var fate = draw();
    await(fate.pause);
    switch (fate.fault) {
      case THROTTLE -> {
        passOver(exchange);
        try (exchange) {
          dialect.throttled(exchange, fate.other).send(exchange);
        }
      }
      case ERROR -> {
        // DynamoDB Developer Guide, "Error handling": a write that was answered with a 500 may have
        // succeeded or failed.
        if (fate.carriedOut && dialect.writes(exchange)) {
          service.handle(new UnheardExchange(exchange));
        } else {
          passOver(exchange);
        }
        try (exchange) {
          dialect.failed(exchange, fate.other).send(exchange);
        }
      }
      case DROP_REPLY -> {
        service.handle(new UnheardExchange(exchange));
        throw broken(Fault.DROP_REPLY);
      }
      case RESET -> throw broken(Fault.RESET);
      case DELAY -> throw new IllegalStateException("a delay has no odds");
      case null -> service.handle(exchange);
    }
  }

  private static void await(long millis) throws IOException {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("the server is closed");
      }
    }
  }

  /** Reads what was sent: of an unread rest the client would learn by a reset, not by an answer. */
  private static void passOver(HttpExchange exchange) throws IOException {
    try (var body = exchange.getRequestBody()) {
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  /**
   * What a handler throws to have its connection closed. The JDK's server closes it in order, by
   * FIN, unless something sent was not read yet; a client sees the end before any answer.
   */
  private static IOException broken(Fault fault) {
    return new IOException("connection closed on purpose: " + fault.word());
  }
}
