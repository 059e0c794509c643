package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.settings.Session;
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
  private final Now now;
  private final Moments moments;
  private final Loader<List<JournalEntry>> read;
  private final Loader<List<HistoryRow>> rows;
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<JournalEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, JournalEntry> heard = new LinkedHashMap<>();
  private final Subscription subscription;
  private Instant asked = Instant.MIN;

  /** The id of an entry that is to be chosen once it is read; empty for none. */
  private String wanted = "";

  HistoryModel(Session session, Work work, Now now, Moments moments) {
    this.session = session;
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
    return a.lease().counter() > b.lease().counter() ? a : b;
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
    List<HistoryRow> lines = new ArrayList<>();
    LocalDate day = LocalDate.MAX;
    for (JournalEntry entry : entries) {
      LocalDate its = moments.dayOf(entry.about().at());
      if (!its.equals(day)) {
        day = its;
        lines.add(new HistoryRow.Day(day));
      }
      lines.add(new HistoryRow.Entry(entry));
    }
    return List.copyOf(lines);
  }
}
