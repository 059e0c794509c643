package dev.frontdesk.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkTest {
  private final List<String> done = new ArrayList<>();
  private final Work work = Work.inline();

  @Test
  void whatRunsBehindRunsAtOnceWhereNothingIsHeldUpForIt() {
    work.runBehind(() -> "one", done::add, _ -> {});
    work.behind(() -> done.add("two"));
    assertEquals(List.of("one", "two"), done);
  }

  @Test
  void whatRunsBehindIsHeldUntilItIsReleasedAndKeepsItsOrder() {
    work.hold();
    work.runBehind(() -> "one", done::add, _ -> {});
    work.behind(() -> work.behind(() -> done.add("two, and begun by what was held")));
    work.run(() -> "before all", done::add, _ -> {});
    assertEquals(List.of("before all"), done);
    work.release();
    assertEquals(List.of("before all", "one", "two, and begun by what was held"), done);
    work.behind(() -> done.add("three"));
    assertEquals("three", done.getLast());
  }

  @Test
  void nothingIsBegunBehindFromAnotherThread() {
    var elsewhere = new Work(Runnable::run, Runnable::run, () -> false);
    assertThrows(IllegalStateException.class, () -> elsewhere.behind(() -> done.add("never")));
    assertEquals(List.of(), done);
  }
}
