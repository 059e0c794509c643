package dev.frontdesk.ui.purge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.PurgeReader;
import dev.frontdesk.invalidation.QuotaUse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PastedTextTest {
  private static final PurgeReader READER =
      new PurgeReader(FakeDistributions.sandboxLike(), Set.of());

  @Test
  void linesAreAddedAtTheEnd() {
    assertEquals("/a\n/b", new PastedText("").plus(List.of("/a", "/b")).text());
    assertEquals("/x\n/a", new PastedText("/x\n\n  ").plus(List.of("/a")).text());
  }

  /** The same wrong thing twice in a line: the second is put right, and the first stays. */
  @Test
  void theOneThatIsMeantIsPutRight() {
    String text = "/x\n/a~b /c /a~b\n/a~b";
    PurgePlan plan = plan(text);
    List<PastedItem> wrong =
        plan.lines().stream()
            .map(PurgePlan.Line::pasted)
            .filter(item -> item.text().equals("/a~b"))
            .toList();
    assertEquals(3, wrong.size());
    assertEquals(
        "/x\n/a~b /c /a~b\n/a*", new PastedText(text).with(plan, wrong.get(2), "/a*").text());
  }

  @Test
  void whatIsNotThereAnyMoreIsLeftAlone() {
    PurgePlan plan = plan("/x\n/a~b");
    PastedItem wrong = plan.lines().get(1).pasted();
    assertEquals("/x\n/y", new PastedText("/x\n/y").with(plan, wrong, "/a*").text());
    assertEquals("/x", new PastedText("/x").with(plan, wrong, "/a*").text());
  }

  private static PurgePlan plan(String text) {
    return PurgePlan.of(
        READER.read(text),
        new PurgeCircumstances(
            FakeDistributions.sandboxLike(), QuotaUse.NONE, 0, List.of(), Instant.EPOCH));
  }
}
