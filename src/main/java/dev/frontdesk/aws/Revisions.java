package dev.frontdesk.aws;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of open entries that this desk last wrote or read. A write is conditional on the
 * lease before it; so, where the lease is that of a revision here, the table holds just this.
 */
final class Revisions {
  private static final int MOST = 256;

  private final LinkedHashMap<String, JournalEntry> last = new LinkedHashMap<>();

  synchronized void learn(JournalEntry entry) {
    last.remove(entry.id());
    if (entry.isOpen()) {
      last.put(entry.id(), entry);
      if (last.size() > MOST) {
        last.pollFirstEntry();
      }
    }
  }

  synchronized void forget(String id) {
    last.remove(id);
  }

  /** What the table holds while the entry has this lease; null where that is not known. */
  synchronized @Nullable JournalEntry of(String id, Lease lease) {
    JournalEntry entry = last.get(id);
    return entry != null && entry.lease().equals(lease) ? entry : null;
  }
}
