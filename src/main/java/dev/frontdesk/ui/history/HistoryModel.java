package dev.frontdesk.ui.history;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The History page without its nodes: entries newest first, live, searched, by days. */
final class HistoryModel {
  private static final int LIMIT = 500;

  /** How often other desks' entries are looked for while the page is shown. */
  private static final Duration REFRESH = Duration.ofSeconds(5);

  private final Session session;
  private final Work work;
  private final Now now;
  private final Moments moments;
  private final Loader<List<JournalEntry>> read;
  private final Loader<List<HistoryRow>> rows;
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, JournalEntry> heard = new LinkedHashMap<>();
  private final Subscription subscription;
  private Instant asked = Instant.MIN;

  /** The id of an entry that is to be chosen once it is read; empty for none. */
  private String wanted = "";

  HistoryModel(Session session, Work work, Now now, Moments moments) {
    this.session = session;
    this.work = work;
    this.now = now;
    this.moments = moments;
    this.read = new Loader<>(work, now.clock());
    this.rows = new Loader<>(work, now.clock());
    read.state().subscribe(this::came);
    search.subscribe(this::show);
    this.subscription = session.publisher().listen(entry -> work.onUi(() -> moved(entry)));
  }

  // Properties

  /** What the journal last told. */
  ReadOnlyObjectProperty<Load<List<JournalEntry>>> entries() {
    return read.state();
  }

  /** What the search leaves, with a line before each day. */
  ReadOnlyObjectProperty<Load<List<HistoryRow>>> rows() {
    return rows.state();
  }

  StringProperty search() {
    return search;
  }

  /** The entry whose details are shown. */
  ReadOnlyObjectProperty<Optional<JournalEntry>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** What a command came upon, until it is dealt with. */
  ReadOnlyObjectProperty<Optional<Problem>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Who goes on with an entry. */
  Hands hands(JournalEntry entry) {
    return session.publisher().hands(entry);
  }

  // Commands

  void load() {
    asked = now.clock().instant();
    read.load(() -> session.journal().newest(null, LIMIT));
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    Instant time = now.clock().instant();
    if (!read.get().isLoading() && !time.isBefore(asked.plus(REFRESH))) {
      load();
    }
  }

  void choose(Optional<JournalEntry> entry) {
    wanted = "";
    chosen.set(entry);
  }

  /** Chooses an entry by its id; one that is not read yet as soon as it comes. */
  void choose(String id) {
    wanted = id;
    chooseWanted();
  }

  private void chooseWanted() {
    all().stream()
        .filter(entry -> entry.id().equals(wanted))
        .findFirst()
        .ifPresent(this::chooseOne);
  }

  private void chooseOne(JournalEntry entry) {
    choose(Optional.of(entry));
  }

  /** Tries an ended entry again: a new one, which is chosen. */
  void retry(JournalEntry old) {
    problem.set(Optional.empty());
    work.run(
        () -> session.publisher().retry(old),
        entry -> {
          moved(entry);
          choose(entry.id());
        },
        told -> problem.set(Optional.of(told)));
  }

  /** Tries at once what an entry waits to try. */
  void tryNow(JournalEntry entry) {
    session.publisher().tryNow(entry.id());
  }

  void dismissProblem() {
    problem.set(Optional.empty());
  }

  void close() {
    subscription.close();
  }

  // What comes in

  private void came(Load<List<JournalEntry>> load) {
    if (load instanceof Load.Loaded<List<JournalEntry>>) {
      show();
    }
  }

  private void moved(JournalEntry entry) {
    heard.merge(entry.id(), entry, HistoryModel::newer);
    show();
  }

  private static JournalEntry newer(JournalEntry a, JournalEntry b) {
    return EntryFacts.isAsNew(b, a) ? b : a;
  }

  private void show() {
    List<JournalEntry> all = all();
    chosen
        .get()
        .ifPresent(old ->
            all.stream()
                .filter(entry -> entry.id().equals(old.id()))
                .findFirst()
                .filter(entry -> !entry.equals(old))
                .ifPresent(this::chooseOne));
    chooseWanted();
    if (read.get() instanceof Load.Idle<List<JournalEntry>>) {
      return;
    }
    String words = search.get();
    rows.load(() -> byDays(found(all, words)));
  }

  /** What was read, with what this desk has heard since in its place. */
  private List<JournalEntry> all() {
    Map<String, JournalEntry> entries = new LinkedHashMap<>();
    read.get().newest().orElse(List.of()).forEach(entry -> entries.put(entry.id(), entry));
    heard.forEach((id, entry) -> entries.merge(id, entry, HistoryModel::newer));
    return entries.values().stream()
        .sorted(
            Comparator.comparing((JournalEntry entry) -> entry.about().at())
                .thenComparing(JournalEntry::id)
                .reversed())
        .toList();
  }

  private static List<JournalEntry> found(List<JournalEntry> all, String search) {
    String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
    return all.stream()
        .filter(entry -> {
          String text = searched(entry).toLowerCase(Locale.ROOT);
          for (String word : words) {
            if (!text.contains(word)) {
              return false;
            }
          }
          return true;
        })
        .toList();
  }

  /** Everything that an entry is known by. */
  private static String searched(JournalEntry entry) {
    var text = new StringJoiner("\n");
    text.add(entry.id()).add(entry.state().word()).add(entry.about().kind().word());
    text.add(entry.about().who()).add(entry.about().reason());
    var step = entry.roster();
    if (step != null) {
      text.add(step.projectName()).add(step.projectId());
      step.change().touched().forEach(member -> text.add(member.name()).add(member.email()));
    }
    for (RouteProgress route : entry.progress().routes()) {
      text.add(route.path());
    }
    for (Batch batch : entry.progress().batches()) {
      batch.items().forEach(text::add);
      text.add(Objects.requireNonNullElse(batch.invalidationId(), ""));
    }
    return text.toString();
  }

  private List<HistoryRow> byDays(List<JournalEntry> entries) {
    Map<LocalDate, List<JournalEntry>> days = new LinkedHashMap<>();
    for (JournalEntry entry : entries) {
      days.computeIfAbsent(moments.dayOf(entry.about().at()), _ -> new ArrayList<>()).add(entry);
    }
    List<HistoryRow> lines = new ArrayList<>();
    days.forEach((day, its) -> {
      lines.add(new HistoryRow.Day(day));
      byVersions(its).forEach(entry -> lines.add(new HistoryRow.Entry(entry)));
    });
    return List.copyOf(lines);
  }

  /**
   * The times are those of the desks' clocks, which may be an hour apart: publications of one
   * project change places among themselves until they stand as their versions follow each other.
   */
  private static List<JournalEntry> byVersions(List<JournalEntry> day) {
    Map<String, List<JournalEntry>> projects = new HashMap<>();
    for (JournalEntry entry : day) {
      JournalEntry.RosterStep step = entry.roster();
      if (step != null) {
        projects.computeIfAbsent(step.projectId(), _ -> new ArrayList<>()).add(entry);
      }
    }
    Map<String, JournalEntry> byId = new HashMap<>();
    day.forEach(entry -> byId.put(entry.id(), entry));
    Map<String, Iterator<JournalEntry>> sorted = new HashMap<>();
    projects.forEach((id, its) -> {
      its.sort(EntryFacts.order(byId).reversed());
      sorted.put(id, its.iterator());
    });
    return day.stream()
        .map(entry -> {
          JournalEntry.RosterStep step = entry.roster();
          return step == null ? entry : Objects.requireNonNull(sorted.get(step.projectId())).next();
        })
        .toList();
  }
}
