package dev.frontdesk.sandbox.edge;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks for one path over kept-alive plain sockets, a few requests ahead of the answers: a client
 * that costs less than the server it measures.
 */
final class EdgeLoad {
  private static final int AHEAD = 8;

  private EdgeLoad() {}

  /**
   * @param each requests on each connection, after as many to warm up
   */
  static double hitsPerSecond(URI edge, String path, int connections, int each) throws Exception {
    run(edge, path, connections, each);
    long start = System.nanoTime();
    run(edge, path, connections, each);
    return connections * (double) each / ((System.nanoTime() - start) / 1e9);
  }

  private static void run(URI edge, String path, int connections, int each) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<Future<?>>();
      for (int i = 0; i < connections; i++) {
        runs.add(
            executor.submit(() -> {
              connection(edge, path, each);
              return null;
            }));
      }
      for (var run : runs) {
        run.get();
      }
    }
  }

  private static void connection(URI edge, String path, int each) throws IOException {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: " + edge.getAuthority() + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket(edge.getHost(), edge.getPort())) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      int sent = 0;
      for (int read = 0; read < each; read++) {
        while (sent < each && sent < read + AHEAD) {
          socket.getOutputStream().write(request);
          sent++;
        }
        skipAnswer(in);
      }
    }
  }

  private static void skipAnswer(InputStream in) throws IOException {
    int length = -1;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the edge closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
