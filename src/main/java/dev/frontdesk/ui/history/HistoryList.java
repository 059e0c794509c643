package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.ui.kit.HistoryFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The history as it is shown, finished: made in the background, and never changed after.
 *
 * @param rows with a line before each day
 * @param entries the same without those lines
 * @param places of the entries among the rows, by id
 */
record HistoryList(
    List<HistoryLine> rows,
    List<HistoryEntry> entries,
    Map<String, Integer> places,
    Counts counts,
    Choices choices) {

  /** Before anything is known. */
  static final HistoryList EMPTY =
      new HistoryList(
          List.of(), List.of(), Map.of(), new Counts(0, 0, 0), new Choices(List.of(), List.of()));

  /**
   * @param all entries there are, shown or not
   * @param open how many of those shown have not ended
   * @param withoutDetails foreign ones, shown or not, of which no paths are known
   */
  record Counts(int all, int open, int withoutDetails) {}

  /** Who and what there is to choose from in the whole history, in alphabetical order. */
  record Choices(List<String> people, List<ProjectName> projects) {
    Choices {
      people = List.copyOf(people);
      projects = List.copyOf(projects);
    }
  }

  /** A project by the name that it had last. */
  record ProjectName(String id, String name) {}

  HistoryList {
    rows = List.copyOf(rows);
    entries = List.copyOf(entries);
    places = Map.copyOf(places);
  }

  /**
   * What a filter leaves of all entries.
   *
   * @param now from which the filter's time counts back
   * @param day on which a moment was, where the reader is
   */
  static HistoryList of(
      Collection<HistoryEntry> all,
      HistoryFilter filter,
      Instant now,
      Function<Instant, LocalDate> day) {
    List<HistoryEntry> found = all.stream().filter(filter.test(now)).toList();
    List<HistoryLine> rows = new ArrayList<>();
    List<HistoryEntry> entries = new ArrayList<>();
    Map<String, Integer> places = new HashMap<>();
    HistoryOrder.byDays(found, day)
        .forEach((date, its) -> {
          rows.add(new HistoryLine.Day(date));
          for (HistoryEntry entry : its) {
            places.put(entry.id(), rows.size());
            rows.add(new HistoryLine.Entry(entry));
            entries.add(entry);
          }
        });
    var counts =
        new Counts(
            all.size(),
            (int) found.stream().filter(HistoryFacts::isOpen).count(),
            (int) all.stream().filter(HistoryList::isWithoutDetails).count());
    return new HistoryList(rows, entries, places, counts, choices(all));
  }

  private static boolean isWithoutDetails(HistoryEntry entry) {
    return entry instanceof Foreign foreign && foreign.details() == null;
  }

  private static Choices choices(Collection<HistoryEntry> all) {
    var people = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
    Map<String, HistoryEntry> newest = new LinkedHashMap<>();
    for (HistoryEntry entry : all) {
      HistoryFacts.person(entry).ifPresent(people::add);
      HistoryFacts.roster(entry)
          .ifPresent(step ->
              newest.merge(
                  step.projectId(),
                  entry,
                  (one, other) -> one.at().isBefore(other.at()) ? other : one));
    }
    List<ProjectName> projects =
        newest.values().stream()
            .flatMap(entry -> HistoryFacts.roster(entry).stream())
            .map((RosterStep step) -> new ProjectName(step.projectId(), step.projectName()))
            .sorted(
                Comparator.comparing(ProjectName::name, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(ProjectName::id))
            .toList();
    return new Choices(List.copyOf(people), projects);
  }
}
