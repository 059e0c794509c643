package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.History.Part;
import dev.frontdesk.ui.kit.LiveHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A history whose parts come when the test sends them. */
final class Sent implements LiveHistory.Source {
  /** Empty for the end. */
  private final BlockingQueue<Optional<Part>> parts = new LinkedBlockingQueue<>();

  private final List<Instant> bounds = new ArrayList<>();
  private volatile @Nullable RuntimeException broken;

  void send(Part part) {
    parts.add(Optional.of(part));
  }

  /** Everything has come, details too. */
  void end() {
    parts.add(Optional.empty());
  }

  /** The reading breaks after what was sent. */
  void breakWith(RuntimeException thrown) {
    broken = thrown;
    end();
  }

  /** Since when was read, each time; the first is for everything. */
  synchronized List<Instant> bounds() {
    return List.copyOf(bounds);
  }

  @Override
  public void read(@Nullable Instant since, Consumer<Part> told) throws InterruptedException {
    synchronized (this) {
      bounds.add(since == null ? Instant.MIN : since);
    }
    for (var part = parts.take(); part.isPresent(); part = parts.take()) {
      told.accept(part.get());
    }
    RuntimeException thrown = broken;
    if (thrown != null) {
      broken = null;
      throw thrown;
    }
  }
}
