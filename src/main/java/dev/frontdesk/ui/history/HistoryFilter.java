package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is looked for; an entry has to meet all of it.
 *
 * @param search words, each of which has to be somewhere in the entry, whatever its case. One that
 *     begins with a slash is a path: found is what purged it, by itself, by a wildcard or with a
 *     tag, and what purged something below it
 * @param state empty for any
 * @param kind empty for any
 * @param person by the name in the table; empty for anyone
 * @param projectId empty for any project, and for what belongs to none
 */
record HistoryFilter(
    String search,
    Span since,
    Optional<Standing> state,
    Optional<EntryKind> kind,
    Optional<String> person,
    Optional<String> projectId) {
  /** Nothing is left out. */
  static final HistoryFilter NONE =
      new HistoryFilter(
          "", Span.ALL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String WILDCARD = "*";

  /** How far back. */
  enum Span {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    ALL(null);

    private final Optional<Duration> length;

    Span(@org.jspecify.annotations.Nullable Duration length) {
      this.length = Optional.ofNullable(length);
    }

    /** The moment before which nothing is shown; empty for no bound. */
    Optional<Instant> start(Instant now) {
      return length.map(now::minus);
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it stands: one of the states, or any in which something is still to come. */
  sealed interface Standing {
    record Open() implements Standing {}

    record In(State state) implements Standing {}

    private boolean holds(HistoryEntry entry) {
      return switch (this) {
        case Open() -> HistoryFacts.isOpen(entry);
        case In(State state) -> HistoryFacts.state(entry) == state;
      };
    }
  }

  HistoryFilter searching(String words) {
    return new HistoryFilter(words, since, state, kind, person, projectId);
  }

  HistoryFilter since(Span span) {
    return new HistoryFilter(search, span, state, kind, person, projectId);
  }

  HistoryFilter in(Optional<Standing> standing) {
    return new HistoryFilter(search, since, standing, kind, person, projectId);
  }

  HistoryFilter of(Optional<EntryKind> only) {
    return new HistoryFilter(search, since, state, only, person, projectId);
  }

  HistoryFilter by(Optional<String> somebody) {
    return new HistoryFilter(search, since, state, kind, somebody, projectId);
  }

  HistoryFilter about(Optional<String> project) {
    return new HistoryFilter(search, since, state, kind, person, project);
  }

  /** Whether it lets everything through. */
  boolean isNone() {
    return search.isBlank() && equals(NONE.searching(search));
  }

  /** Whether it is the time alone that leaves something out. */
  boolean isTimeAlone() {
    return since != Span.ALL && since(Span.ALL).isNone();
  }

  /**
   * The same as a test of entries.
   *
   * @param now from which its time counts back
   */
  Predicate<HistoryEntry> test(Instant now) {
    Optional<Instant> start = since.start(now);
    List<Predicate<HistoryEntry>> words =
        search.isBlank()
            ? List.of()
            : Arrays.stream(search.strip().split("\\s+"))
                .filter(word -> word.startsWith("/"))
                .map(HistoryFilter::purges)
                .toList();
    List<String> texts =
        Arrays.stream(search.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty() && !word.startsWith("/"))
            .toList();
    // The cheap questions first: the text of an entry is put together for the last one alone.
    return entry ->
        start.filter(entry.at()::isBefore).isEmpty()
            && state.filter(wanted -> !wanted.holds(entry)).isEmpty()
            && kind.filter(wanted -> wanted != EntryKind.of(entry)).isEmpty()
            && (person.isEmpty() || HistoryFacts.person(entry).equals(person))
            && (projectId.isEmpty()
                || HistoryFacts.roster(entry).map(step -> step.projectId()).equals(projectId))
            && words.stream().allMatch(word -> word.test(entry))
            && hasAll(texts, entry);
  }

  private static boolean hasAll(List<String> words, HistoryEntry entry) {
    if (words.isEmpty()) {
      return true;
    }
    String text = HistoryFacts.text(entry);
    return words.stream().allMatch(text::contains);
  }

  /** Paths are case-sensitive, at CloudFront and so here. */
  private static Predicate<HistoryEntry> purges(String path) {
    boolean open = path.endsWith(WILDCARD);
    String stem = open ? path.substring(0, path.length() - 1) : path;
    return entry ->
        HistoryFacts.items(entry).orElse(List.of()).stream()
                .anyMatch(item -> meets(item, stem, open))
            || HistoryFacts.ours(entry).filter(ours -> makesFresh(ours, stem, open)).isPresent();
  }

  private static boolean meets(String item, String stem, boolean open) {
    return (open ? item.startsWith(stem) : isAtOrBelow(item, stem))
        || (item.endsWith(WILDCARD) && stem.startsWith(item.substring(0, item.length() - 1)));
  }

  /** A longer name that merely begins so is another path. */
  private static boolean isAtOrBelow(String item, String stem) {
    if (!item.startsWith(stem)) {
      return false;
    }
    return item.length() == stem.length()
        || stem.endsWith("/")
        || "/?".indexOf(item.charAt(stem.length())) >= 0;
  }

  /** A route for which a tag was sent is known by its path all the same. */
  private static boolean makesFresh(JournalEntry entry, String stem, boolean open) {
    return entry.progress().routes().stream()
        .map(RouteProgress::path)
        .anyMatch(path -> meets(path, stem, open));
  }
}
