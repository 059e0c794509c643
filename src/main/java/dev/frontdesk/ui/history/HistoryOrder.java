package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.HistoryFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The order of the history: newest first, day by day. */
final class HistoryOrder {
  private HistoryOrder() {}

  /**
   * Entries by their days, the newest first.
   *
   * @param day on which a moment was, where the reader is
   */
  static Map<LocalDate, List<HistoryEntry>> byDays(
      Collection<HistoryEntry> entries, Function<Instant, LocalDate> day) {
    Map<LocalDate, List<HistoryEntry>> days = new LinkedHashMap<>();
    entries.stream()
        .sorted(HistoryEntry.NEWEST_FIRST)
        .forEach(entry ->
            days.computeIfAbsent(day.apply(entry.at()), _ -> new ArrayList<>()).add(entry));
    days.replaceAll((_, its) -> byVersions(its));
    return days;
  }

  /**
   * The times are those of the desks' clocks, which may be an hour apart: publications of one
   * project change places among themselves until they stand as their versions follow each other.
   */
  private static List<HistoryEntry> byVersions(List<HistoryEntry> day) {
    Map<String, List<JournalEntry>> projects = new HashMap<>();
    Map<String, JournalEntry> byId = new HashMap<>();
    for (HistoryEntry entry : day) {
      HistoryFacts.ours(entry)
          .filter(ours -> ours.roster() != null)
          .ifPresent(ours -> {
            projects.computeIfAbsent(projectOf(ours), _ -> new ArrayList<>()).add(ours);
            byId.put(ours.id(), ours);
          });
    }
    Map<String, Iterator<JournalEntry>> sorted = new HashMap<>();
    projects.forEach((id, its) -> {
      its.sort(EntryFacts.order(byId).reversed());
      sorted.put(id, its.iterator());
    });
    return day.stream()
        .map(entry ->
            byId.containsKey(entry.id())
                ? new Ours(next(sorted, projectOf(byId.get(entry.id()))))
                : entry)
        .toList();
  }

  private static JournalEntry next(Map<String, Iterator<JournalEntry>> sorted, String project) {
    return Objects.requireNonNull(sorted.get(project)).next();
  }

  private static String projectOf(@org.jspecify.annotations.Nullable JournalEntry publication) {
    return Objects.requireNonNull(Objects.requireNonNull(publication).roster()).projectId();
  }
}
