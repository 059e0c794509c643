package dev.frontdesk.sandbox.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/**
 * The file, and who may touch it when. Readers share a lock, a writer has it alone; what a writer
 * did is committed before it is answered, and writers that wait meanwhile share the next commit.
 *
 * <p>The embedded store writes a commit as one chunk, and takes the last whole chunk when it opens:
 * what a commit holds is there after a crash as a whole or not at all. Its own background commits
 * are off, since they could catch a writer between two items.
 */
final class Storage implements AutoCloseable {
  /** What a writer decided: the changes, all or none of which happen, and the answer. */
  record Outcome<R>(List<Change> changes, @Nullable Runnable also, R answer) {
    Outcome(List<Change> changes, R answer) {
      this(changes, null, answer);
    }
  }

  /** A commit writes the changed page of each map: small ones, since commits are small. */
  private static final int PAGE_BYTES = 4096;

  private final MVStore store;
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final ReentrantLock committing = new ReentrantLock();
  private long applied;
  private long committed;

  /**
   * @param file made if need be; null keeps everything in memory
   */
  Storage(@Nullable Path file) {
    MVStore.Builder builder =
        new MVStore.Builder()
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .pageSplitSize(PAGE_BYTES);
    if (file != null) {
      builder.fileName(file.toString());
    }
    store = builder.open();
    store.setVersionsToKeep(0);
    // Space is used again at once, else every write leaves some 10 KB. The store keeps old chunks
    // against a power failure that lost the order of writes; the end of a process loses none.
    store.setRetentionTime(0);
  }

  /** Opens a map; as a writer, if it may not be there yet. */
  <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
    return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
  }

  void removeMap(String name) {
    store.removeMap(name);
  }

  <R> R read(Supplier<R> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Lets the work decide what to change, and does it: the one place where items change.
   *
   * @param work reads and decides, and changes nothing itself; what it throws ends the write
   */
  <R> R write(Supplier<Outcome<R>> work) {
    long mine;
    R answer;
    lock.writeLock().lock();
    try {
      Outcome<R> outcome = work.get();
      answer = outcome.answer();
      if (outcome.changes().isEmpty() && outcome.also() == null) {
        return answer;
      }
      apply(outcome);
      mine = ++applied;
    } finally {
      lock.writeLock().unlock();
    }
    commit(mine);
    return answer;
  }

  private void apply(Outcome<?> outcome) {
    boolean whole = false;
    try {
      for (Change change : outcome.changes()) {
        if (!Objects.equals(change.before(), change.after())) {
          change.table().apply(change.before(), change.after());
        }
      }
      if (outcome.also() != null) {
        outcome.also().run();
      }
      whole = true;
    } finally {
      if (!whole) {
        // Half a transaction must never be committed; the file keeps what was answered.
        store.closeImmediately();
      }
    }
  }

  private void commit(long mine) {
    committing.lock();
    try {
      if (committed >= mine) {
        return;
      }
      lock.writeLock().lock();
      try {
        store.commit();
        committed = applied;
      } finally {
        lock.writeLock().unlock();
      }
    } finally {
      committing.unlock();
    }
  }

  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      store.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
