package dev.frontdesk.cli;

import dev.frontdesk.publishing.JournalEntry;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What is heard of entries, kept until it is told: of each the newest alone, for an entry has its
 * whole story in it.
 */
final class News implements Consumer<JournalEntry> {
  private final Map<String, JournalEntry> untold = new LinkedHashMap<>();
  private final Lock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private boolean over;

  @Override
  public void accept(JournalEntry entry) {
    lock.lock();
    try {
      untold.put(entry.id(), entry);
      more.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody will send any more: what is there is given out, and nobody waits for another. */
  void over() {
    lock.lock();
    try {
      over = true;
      more.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next, taken; empty where none comes.
   *
   * @param nanos how long to wait for it; at once where not positive
   */
  Optional<JournalEntry> next(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (untold.isEmpty() && !over && left > 0) {
        left = more.awaitNanos(left);
      }
      Iterator<JournalEntry> entries = untold.values().iterator();
      if (!entries.hasNext()) {
        return Optional.empty();
      }
      JournalEntry entry = entries.next();
      entries.remove();
      return Optional.of(entry);
    } finally {
      lock.unlock();
    }
  }
}
