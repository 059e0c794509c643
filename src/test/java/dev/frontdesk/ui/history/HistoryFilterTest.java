package dev.frontdesk.ui.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.history.HistoryFilter.Span;
import dev.frontdesk.ui.history.HistoryFilter.Standing;
import dev.frontdesk.ui.kit.EntryKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFilterTest {
  private static final Instant NOW = FakeSession.START;

  private final Entries entries = new Entries();
  private final HistoryEntry atlas =
      entries.publication("atlas", "Contract ended", NOW.minusSeconds(60));
  private final HistoryEntry running =
      entries.publication("cedar", "import", NOW.minusSeconds(4_000), State.SUBMITTED);
  private final HistoryEntry unknown = Entries.foreign("IUNKNOWN", NOW.minusSeconds(90_000));
  private final List<HistoryEntry> all = List.of(atlas, running, unknown);

  @Test
  void nothingIsLeftOutUnasked() {
    assertEquals(all, found(HistoryFilter.NONE));
    assertEquals(all, found(HistoryFilter.NONE.searching("  ")));
  }

  @Test
  void byTime() {
    assertEquals(List.of(atlas), found(HistoryFilter.NONE.since(Span.HOUR)));
    assertEquals(List.of(atlas, running), found(HistoryFilter.NONE.since(Span.DAY)));
    assertEquals(all, found(HistoryFilter.NONE.since(Span.WEEK)));
  }

  @Test
  void byStateKindPersonAndProject() {
    assertEquals(List.of(running), found(HistoryFilter.NONE.in(Optional.of(new Standing.Open()))));
    assertEquals(
        List.of(unknown),
        found(HistoryFilter.NONE.in(Optional.of(new Standing.In(State.COMPLETED)))));
    assertEquals(List.of(unknown), found(HistoryFilter.NONE.of(Optional.of(EntryKind.FOREIGN))));
    assertEquals(List.of(atlas, running), found(HistoryFilter.NONE.by(Optional.of("amara"))));
    assertEquals(List.of(running), found(HistoryFilter.NONE.about(Optional.of("cedar"))));
    assertEquals(
        List.of(),
        found(
            HistoryFilter.NONE
                .about(Optional.of("cedar"))
                .in(Optional.of(new Standing.In(State.FRESH)))));
  }

  @Test
  void wordsAreLookedForInEverything() {
    HistoryEntry detailed =
        Entries.detailed(Entries.foreign("IKNOWN", NOW), "/static/*", "#release-7");
    assertEquals(List.of(atlas), found(HistoryFilter.NONE.searching("CONTRACT atlas amara")));
    assertEquals(List.of(unknown), found(HistoryFilter.NONE.searching("iunknown foreign")));
    for (String words : List.of("iknown", "release-7", "#release", "cli-1795356131", "static")) {
      assertEquals(
          List.of(detailed),
          List.of(detailed, unknown).stream()
              .filter(HistoryFilter.NONE.searching(words).test(NOW))
              .toList(),
          words);
    }
  }

  /** What would have purged this path: the path itself, or a wildcard over it. */
  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b, true",
    "/a/b, /a/*, true",
    "/a/b, /*, true",
    "/a/b, /a/b*, true",
    "/a/b, /a/b/c, true",
    "/a/b, /a/bc, false",
    "/a/b, /a/bc*, false",
    "/a/b, /a/b?page=2, true",
    "/a/b*, /a/bc, true",
    "/a/b, /a, false",
    "/a/b, /a/c, false",
    "/a/b, /a/c*, false",
    "/a/b, /x/a/b, false",
    "/a/b, /A/b, false",
    "/a/*, /a/b, true",
    "/a/*, /a/b/*, true",
    "/a/*, /b/*, false",
    "/a/b?page=2, /a/b?*, true",
    "/a/b?page=2, /a/b, false"
  })
  void aWordThatBeginsWithASlashIsAPath(String path, String item, boolean found) {
    HistoryEntry entry = Entries.detailed(Entries.foreign("I1", NOW), "/other", item);
    assertEquals(found, HistoryFilter.NONE.searching("foreign " + path).test(NOW).test(entry));
  }

  /** The company's routes by member are purged with tags. */
  @Test
  void whatATagPurgedIsFoundByItsPath() {
    assertEquals(List.of(atlas), found(HistoryFilter.NONE.searching("/members/m2001/projects")));
    assertEquals(List.of(atlas), found(HistoryFilter.NONE.searching("#member-m2001")));
  }

  private List<HistoryEntry> found(HistoryFilter filter) {
    return all.stream().filter(filter.test(NOW)).toList();
  }
}
