package dev.frontdesk.probing;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads over HTTP, as any reader: a plain GET that asks for no encoding and follows no redirect. It
 * does not say {@code no-cache}: CloudFront ignores that of a viewer, so it would prove nothing.
 */
public final class HttpProber implements Prober, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** From the request to the last byte. */
  private static final Duration WHOLE = Duration.ofSeconds(10);

  /** In bytes; a longer answer is none that could be compared. */
  private static final long LONGEST_BODY = 16L * 1024 * 1024;

  private final @Nullable URI edge;
  private final @Nullable URI origin;
  private final Duration whole;
  private final Supplier<HttpClient> clients;
  private final LongSupplier nanos;

  /** Made by the first probe: it reads all certificates that the machine trusts. */
  private @Nullable HttpClient client;

  private boolean closed;

  /**
   * @param edge without a slash at its end; null where it has no address
   * @param origin likewise; may have a path, which comes before the one that is asked for
   */
  public HttpProber(@Nullable URI edge, @Nullable URI origin) {
    this(edge, origin, WHOLE, HttpProber::newClient, System::nanoTime);
  }

  /**
   * The same with a patience of one's own, and another clock.
   *
   * @param whole from the request to the last byte
   * @param clients makes the client, once
   * @param nanos the time in nanoseconds, from anywhere
   */
  HttpProber(
      @Nullable URI edge,
      @Nullable URI origin,
      Duration whole,
      Supplier<HttpClient> clients,
      LongSupplier nanos) {
    this.whole = whole;
    this.edge = edge;
    this.origin = origin;
    this.clients = clients;
    this.nanos = nanos;
  }

  static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .proxy(ProxySelector.getDefault())
        .build();
  }

  private synchronized HttpClient client() throws IOException {
    if (closed) {
      throw new IOException("the connection is closed");
    }
    HttpClient made = client;
    if (made == null) {
      made = clients.get();
      client = made;
    }
    return made;
  }

  @Override
  public boolean canProbe() {
    return edge != null && origin != null;
  }

  @Override
  public Reading edge(String path, Map<String, String> extra) {
    return read(edge, path, extra);
  }

  @Override
  public Reading origin(String path, Map<String, String> extra) {
    return read(origin, path, extra);
  }

  private Reading read(@Nullable URI base, String path, Map<String, String> extra) {
    if (base == null) {
      return silence(Silence.NO_ADDRESS, 0);
    }
    HttpRequest request;
    HttpClient http;
    try {
      var builder =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(whole)
              .header("Accept", "application/json, */*;q=0.5")
              .header("Accept-Encoding", "identity")
              .header("User-Agent", "Frontdesk");
      extra.forEach(builder::setHeader);
      request = builder.build();
      http = client();
    } catch (IllegalArgumentException e) {
      return silence(Silence.NO_REQUEST, 0);
    } catch (IOException e) {
      return silence(why(e), 0);
    }
    return read(request, http);
  }

  /** What it took is the side's own: that the client had to be made first is not in it. */
  private Reading read(HttpRequest request, HttpClient http) {
    long start = nanos.getAsLong();
    // The request's own timeout ends with the headers; this one holds for the body as well.
    var answer = http.sendAsync(request, _ -> new BoundedBody(LONGEST_BODY));
    try {
      var said = answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
      return reading(said, millisSince(start));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        return silence(why(failure), millisSince(start));
      }
      throw new IllegalStateException("a probe broke", e.getCause());
    } catch (TimeoutException e) {
      return silence(Silence.TIMEOUT, millisSince(start));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return silence(Silence.NO_ANSWER, millisSince(start));
    } finally {
      answer.cancel(true);
    }
  }

  private static Reading reading(HttpResponse<byte[]> answer, long took) {
    Document document = Document.of(answer.body());
    return new Reading(
        new Evidence.Side(
            answer.statusCode(),
            header(answer, "X-Cache"),
            seconds(header(answer, "Age")),
            header(answer, "X-Amz-Cf-Pop"),
            header(answer, "ETag"),
            header(answer, "Cache-Control"),
            document.version(),
            document.members(),
            took),
        document.body(),
        new Headers(answer.headers().map()));
  }

  private static Reading silence(Silence why, long took) {
    return new Reading(
        new Evidence.Side(0, null, null, null, null, null, null, null, took), new Body.None(why));
  }

  private static Silence why(IOException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof HttpTimeoutException) {
        return Silence.TIMEOUT;
      }
      if (each instanceof BoundedBody.TooLong) {
        return Silence.TOO_LONG;
      }
    }
    return Silence.NO_ANSWER;
  }

  private long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - start);
  }

  private static @Nullable String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse(null);
  }

  private static @Nullable Long seconds(@Nullable String age) {
    try {
      return age == null ? null : Long.valueOf(age.strip());
    } catch (NumberFormatException e) {
      return null; // not said in a way that could be understood
    }
  }

  /** Probes under way end as if nobody had answered. */
  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      client.shutdownNow();
    }
  }
}
