package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Moments;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.session.HistoryEntry;
import dev.frontdesk.ui.session.HistoryEntry.Foreign;
import dev.frontdesk.ui.session.HistoryEntry.Recorded;
import dev.frontdesk.ui.session.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The History page without its nodes: entries newest first, live, searched, by days. */
final class HistoryModel {
  private static final int LIMIT = 500;

  /** How often other desks' entries are looked for while the page is shown. */
  private static final Duration REFRESH = Duration.ofSeconds(5);

  private final Workplace workplace;
  private final Now now;
  private final Moments moments;
  private final Loader<List<HistoryEntry>> read;
  private final Loader<List<HistoryRow>> rows;
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<HistoryEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Map<String, JournalEntry> heard = new LinkedHashMap<>();
  private final Subscription subscription;
  private Instant asked = Instant.MIN;

  HistoryModel(Workplace workplace, Work work, Now now, Moments moments) {
    this.workplace = workplace;
    this.now = now;
    this.moments = moments;
    this.read = new Loader<>(work, now.clock());
    this.rows = new Loader<>(work, now.clock());
    read.state().subscribe(this::came);
    search.subscribe(this::show);
    this.subscription = workplace.publishing().listen(entry -> work.onUi(() -> moved(entry)));
  }

  // Properties

  /** What the journal and CloudFront were last asked for. */
  ReadOnlyObjectProperty<Load<List<HistoryEntry>>> entries() {
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
  ReadOnlyObjectProperty<Optional<HistoryEntry>> chosen() {
    return chosen.getReadOnlyProperty();
  }

  // Commands

  void load() {
    asked = now.clock().instant();
    read.load(() -> workplace.history().newest(LIMIT));
  }

  /** A moment has passed while the page is shown. */
  void tick() {
    Instant time = now.clock().instant();
    if (!read.get().isLoading() && !time.isBefore(asked.plus(REFRESH))) {
      load();
    }
  }

  void choose(Optional<HistoryEntry> entry) {
    chosen.set(entry);
  }

  /** Chooses an entry by its id, where it is known. */
  void choose(String id) {
    all().stream().filter(entry -> entry.id().equals(id)).findFirst().ifPresent(this::chooseOne);
  }

  private void chooseOne(HistoryEntry entry) {
    choose(Optional.of(entry));
  }

  void close() {
    subscription.close();
  }

  // What comes in

  private void came(Load<List<HistoryEntry>> load) {
    if (load instanceof Load.Loaded<List<HistoryEntry>>) {
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
    List<HistoryEntry> all = all();
    chosen
        .get()
        .ifPresent(old ->
            all.stream()
                .filter(entry -> entry.id().equals(old.id()))
                .findFirst()
                .filter(entry -> !entry.equals(old))
                .ifPresent(this::chooseOne));
    if (read.get() instanceof Load.Idle<List<HistoryEntry>>) {
      return;
    }
    String wanted = search.get();
    rows.load(() -> byDays(found(all, wanted)));
  }

  /** What was read, with what this desk has heard since in its place. */
  private List<HistoryEntry> all() {
    Map<String, HistoryEntry> entries = new LinkedHashMap<>();
    read.get().newest().orElse(List.of()).forEach(entry -> entries.put(entry.id(), entry));
    heard.forEach((id, entry) ->
        entries.merge(
            id,
            new Recorded(entry),
            (old, fresh) ->
                old instanceof Recorded(JournalEntry stored)
                    ? new Recorded(newer(stored, entry))
                    : fresh));
    return entries.values().stream()
        .sorted(Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::id).reversed())
        .toList();
  }

  private static List<HistoryEntry> found(List<HistoryEntry> all, String search) {
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
  private static String searched(HistoryEntry entry) {
    var text = new StringBuilder(entry.state().word()).append('\n').append(entry.id());
    switch (entry) {
      case Recorded(JournalEntry recorded) -> {
        text.append('\n').append(recorded.about().who());
        text.append('\n').append(recorded.about().reason());
        text.append('\n').append(recorded.about().kind().word());
        var step = recorded.roster();
        if (step != null) {
          text.append('\n').append(step.projectName()).append('\n').append(step.projectId());
          step.change()
              .touched()
              .forEach(member -> text.append('\n').append(member.name()).append(member.email()));
        }
        for (RouteProgress route : recorded.progress().routes()) {
          text.append('\n').append(route.path());
        }
        for (Batch batch : recorded.progress().batches()) {
          text.append('\n').append(String.join("\n", batch.items()));
          text.append('\n').append(batch.invalidationId());
        }
      }
      case Foreign(var invalidation) ->
          text.append("\nforeign\n").append(String.join("\n", invalidation.items()));
    }
    return text.toString();
  }

  private List<HistoryRow> byDays(List<HistoryEntry> entries) {
    List<HistoryRow> lines = new ArrayList<>();
    LocalDate day = LocalDate.MAX;
    for (HistoryEntry entry : entries) {
      LocalDate its = moments.dayOf(entry.at());
      if (!its.equals(day)) {
        day = its;
        lines.add(new HistoryRow.Day(day));
      }
      lines.add(new HistoryRow.Entry(entry));
    }
    return List.copyOf(lines);
  }
}
