package dev.frontdesk;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Somebody who does not use Frontdesk keeps CloudFront's quota full, as long as this is open: a
 * publication waits in line meanwhile.
 */
final class FullQuota implements AutoCloseable {
  /** CloudFront has room for 3,000 (CloudFront quotas); a publication takes two and more. */
  private static final int PATHS = 2_999;

  /** How soon after a refusal it is tried again. */
  private static final int PAUSE_MILLIS = 50;

  private final ControlPlane plane;
  private final Set<String> references;
  private final Thread thread;
  private volatile boolean over;

  /**
   * @param references takes those of the purges that are made
   * @param prefix of each of them
   */
  FullQuota(ControlPlane plane, Set<String> references, String prefix) {
    this.plane = plane;
    this.references = references;
    thread = Thread.ofVirtual().start(() -> fill(prefix));
  }

  private void fill(String prefix) {
    for (int i = 1; !over; i++) {
      String reference = prefix + "-" + i;
      List<String> paths =
          IntStream.range(0, PATHS).mapToObj(n -> "/elsewhere/" + reference + "/" + n).toList();
      references.add(reference);
      while (!over && !plane.purge(reference, paths)) {
        try {
          Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
