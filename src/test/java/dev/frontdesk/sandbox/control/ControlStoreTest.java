package dev.frontdesk.sandbox.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the control plane knows after it was stopped and started again. */
class ControlStoreTest {
  @TempDir Path folder;

  @Test
  void invalidationsAndTheDistributionOutliveARestart() {
    var file = folder.resolve("control.mv");
    String id;
    String completed;
    String open;
    try (var plane = new ControlPlaneFixture(file, ControlPlaneFixture.PROPAGATION)) {
      id = plane.id;
      completed = plane.invalidate("one", "/a").invalidation().id();
      plane.pass(ControlPlaneFixture.PROPAGATION);
      open = plane.invalidate("two", "/b", "#tag").invalidation().id();
      assertEquals("Completed", plane.status(completed));
      assertEquals("InProgress", plane.status(open));
    }
    try (var plane = new ControlPlaneFixture(file, Duration.ofHours(1))) {
      assertEquals(id, plane.id);
      assertEquals("Completed", plane.status(completed));
      assertEquals(open, plane.invalidate("two", "/b", "#tag").invalidation().id());
      // Told in the life before; the edge of this one starts empty.
      plane.pass(ControlPlaneFixture.PROPAGATION.multipliedBy(2));
      assertEquals("Completed", plane.status(open));
      assertEquals(List.of(List.of("/b", "#tag")), plane.purged);
      assertEquals(
          List.of(open, completed),
          plane
              .client
              .listInvalidations(r -> r.distributionId(id))
              .invalidationList()
              .items()
              .stream()
              .map(i -> i.id())
              .toList());
    }
  }
}
