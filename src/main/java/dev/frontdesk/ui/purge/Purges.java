package dev.frontdesk.ui.purge;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What this desk has read and heard of purges, by anybody: live, newest first. */
final class Purges {
  /** Entries of the journal that are read at once to find the recent purges. */
  private static final int PAGE = 200;

  /** Behind so many pages a purge is not recent: publications may be nearly all there is. */
  private static final int MOST_PAGES = 10;

  /** More than these are in the history. */
  private static final int RECENT = 12;

  /** Reasons that are offered to be used again. */
  private static final int REASONS = 2;

  private final Session session;
  private final Work work;
  private final Consumer<JournalEntry> moved;
  private final TreeMap<String, JournalEntry> byId = new TreeMap<>(Comparator.reverseOrder());
  private final ReadOnlyObjectWrapper<List<JournalEntry>> recent =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription subscription;

  /**
   * @param moved told of each purge's news, once they are known here
   */
  Purges(Session session, Work work, Consumer<JournalEntry> moved) {
    this.session = session;
    this.work = work;
    this.moved = moved;
    this.subscription = session.publisher().listen(entry -> work.onUi(() -> heard(entry)));
  }

  /** The newest ones, newest first. */
  ReadOnlyObjectProperty<List<JournalEntry>> recent() {
    return recent.getReadOnlyProperty();
  }

  /** Reasons given of late, the last one first, each once. */
  List<String> reasons() {
    return byId.values().stream()
        .map(entry -> entry.about().reason().strip())
        .filter(reason -> !reason.isEmpty())
        .distinct()
        .limit(REASONS)
        .toList();
  }

  /** Reads what the journal knows. */
  void load() {
    work.run(
        this::read,
        entries -> {
          entries.forEach(this::keep);
          tell();
        },
        // What the journal's trouble is, the plan's circumstances tell: they are read from it too.
        _ -> {});
  }

  /** Reads on until there are as many purges as are shown, or the journal is at its end. */
  private List<JournalEntry> read() {
    List<JournalEntry> found = new ArrayList<>();
    List<JournalEntry> page = session.journal().newest(null, PAGE);
    for (int pages = 1; ; pages++) {
      page.stream().filter(Purges::isPurge).forEach(found::add);
      boolean isEnough = found.stream().filter(Purges::isOrMayBe).count() >= RECENT;
      if (isEnough || pages == MOST_PAGES || page.size() < PAGE) {
        return found;
      }
      page = session.journal().before(page.getLast().id(), PAGE);
    }
  }

  private static boolean isPurge(JournalEntry entry) {
    return entry.about().kind() == JournalEntry.Kind.PURGE;
  }

  /** The newest revision of an entry. */
  JournalEntry newest(JournalEntry entry) {
    return byId.getOrDefault(entry.id(), entry);
  }

  void heard(JournalEntry entry) {
    if (keep(entry)) {
      tell();
    }
  }

  void close() {
    subscription.close();
  }

  private boolean keep(JournalEntry entry) {
    JournalEntry before = byId.get(entry.id());
    boolean isNews =
        isPurge(entry)
            && (before == null || EntryFacts.isAsNew(entry, before))
            && !entry.equals(before);
    if (isNews) {
      byId.put(entry.id(), entry);
      moved.accept(entry);
    }
    return isNews;
  }

  /** Not what is known never to have come into the journal. */
  private static boolean isOrMayBe(JournalEntry entry) {
    return entry.isOpen() || EntryFacts.isSaved(entry);
  }

  private void tell() {
    recent.set(byId.values().stream().filter(Purges::isOrMayBe).limit(RECENT).toList());
  }
}
