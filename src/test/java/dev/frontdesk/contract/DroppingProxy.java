package dev.frontdesk.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Hands on what a client says; and resets its connection instead of a reply, so often as told. */
final class DroppingProxy implements AutoCloseable {
  private static final Pattern TARGET = Pattern.compile("DynamoDB_20120810\\.(\\w+)");

  private final List<String> operations = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;
  private final InetSocketAddress target;
  private final AtomicInteger drops = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  DroppingProxy(URI target) {
    this.target = new InetSocketAddress(target.getHost(), target.getPort());
    try {
      listener = new ServerSocket(0, 100, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The next replies so many do not arrive. */
  void drop(int replies) {
    drops.set(replies);
    dropped.set(0);
  }

  int dropped() {
    return dropped.get();
  }

  /** The operations of DynamoDB that were called so far, in their order. */
  List<String> operations() {
    return List.copyOf(operations);
  }

  /** Its clients send the head of a request in one piece. */
  private void note(String request) {
    TARGET.matcher(request).results().forEach(found -> operations.add(found.group(1)));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket();
        sockets.add(client);
        sockets.add(server);
        server.connect(target);
        Thread.ofVirtual().start(() -> pump(client, server, false));
        Thread.ofVirtual().start(() -> pump(server, client, true));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Until either side ends, which ends the other. */
  private void pump(Socket from, Socket to, boolean isReply) {
    byte[] some = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        if (!isReply) {
          note(new String(some, 0, n, StandardCharsets.ISO_8859_1));
        }
        if (isReply && drops.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          dropped.incrementAndGet();
          to.setSoLinger(true, 0); // closing sends a reset
          return;
        }
        out.write(some, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // The other side is closed as well; its reader sees that.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
