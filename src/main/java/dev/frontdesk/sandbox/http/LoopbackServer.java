package dev.frontdesk.sandbox.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * An HTTP server that listens on 127.0.0.1 only and handles each exchange on a virtual thread.
 *
 * <p>A handler that throws an {@code IOException} or {@code RuntimeException} has its connection
 * dropped and logged by the JDK's server: handlers answer their own errors.
 */
public final class LoopbackServer implements AutoCloseable {
  /** As the JDK's server writes it, which needs the names that this one looks up. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss zzz", Locale.US)
          .withZone(ZoneId.of("GMT"));

  static {
    // Read once, when the server's classes are loaded. Without it Nagle's algorithm and delayed
    // acknowledgements add 40 ms to every kept-alive exchange.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // The default of 200 kept connections makes busy clients reconnect.
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
    // Seconds. The JDK's clients keep idle connections for 30 s, the server's default too: a
    // request could meet a connection that is just being closed. So the client is always the first
    // to let go.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    // The JDK's server dates its replies; for the first of them it looks the names of time zones
    // up, for which nobody is to wait.
    Thread.startVirtualThread(() -> {
      var _ = DATE.format(Instant.now());
    });
  }

  /**
   * Where a server listens.
   *
   * @param port 0 for any free one
   * @param filter what lies between the network and the server's handler
   */
  public record Door(int port, UnaryOperator<HttpHandler> filter) {
    /** With nothing in between. */
    public static Door at(int port) {
      return new Door(port, UnaryOperator.identity());
    }
  }

  private final HttpServer server;
  private final ExecutorService executor;

  private LoopbackServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts to serve every path with {@code handler}.
   *
   * @param port 0 for any free one
   * @throws UncheckedIOException if the port cannot be had; the message names it
   */
  public static LoopbackServer start(int port, HttpHandler handler) {
    return start(Door.at(port), handler);
  }

  /** The same behind a filter. */
  public static LoopbackServer start(Door door, HttpHandler handler) {
    int port = door.port();
    HttpServer server;
    try {
      var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, port), 1024);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port, e);
    }
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(executor);
    server.createContext("/", door.filter().apply(handler));
    server.start();
    return new LoopbackServer(server, executor);
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at its end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Frees the port at once; exchanges under way are broken off. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
