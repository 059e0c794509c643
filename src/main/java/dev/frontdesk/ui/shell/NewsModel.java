package dev.frontdesk.ui.shell;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is worth telling of this desk's own work while another page is open: how much of it has not
 * ended, and what has ended out of sight.
 */
final class NewsModel {
  /** How long a notice of a good end stays. */
  static final Duration STAY = Duration.ofSeconds(8);

  /** So many notices are shown at a time; the history has them all. */
  static final int MOST = 3;

  /**
   * The end of an entry, which nobody has seen.
   *
   * @param until when it goes by itself, unless it is a bad end
   */
  record Notice(JournalEntry entry, Instant until) {
    /** Whether somebody has to do something about it: it stays until they have seen it. */
    boolean isBad() {
      return switch (entry.state()) {
        case FAILED, STALE, UNKNOWN -> true;
        default -> false;
      };
    }
  }

  private final Publisher publisher;
  private final Now now;
  private final Predicate<JournalEntry> isInSight;
  private final Set<String> open = new HashSet<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<List<Notice>> notices =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription subscription;
  private boolean held;

  /**
   * @param isInSight whether the page that is open shows how an entry stands
   */
  NewsModel(Publisher publisher, Work work, Now now, Predicate<JournalEntry> isInSight) {
    this.publisher = publisher;
    this.now = now;
    this.isInSight = isInSight;
    this.subscription = publisher.listen(entry -> work.onUi(() -> heard(entry)));
  }

  // Properties

  /** How many entries this desk goes on with. */
  ReadOnlyIntegerProperty open() {
    return count.getReadOnlyProperty();
  }

  /** The oldest first. */
  ReadOnlyObjectProperty<List<Notice>> notices() {
    return notices.getReadOnlyProperty();
  }

  // Commands

  /** A moment has passed, or another page is open: what is seen or old is told no more. */
  void tick() {
    Instant time = now.clock().instant();
    retain(notice ->
        !isInSight.test(notice.entry())
            && (held || notice.isBad() || time.isBefore(notice.until())));
  }

  /** Somebody is reading, and needs their time. */
  void hold(boolean reading) {
    held = reading;
  }

  void dismiss(String id) {
    retain(notice -> !notice.entry().id().equals(id));
  }

  void close() {
    subscription.close();
    notices.set(List.of());
    count.set(0);
  }

  private void heard(JournalEntry entry) {
    Hands hands = publisher.hands(entry);
    boolean mine = hands == Hands.HERE || hands == Hands.TAKEN_OVER;
    if (mine && entry.isOpen()) {
      open.add(entry.id());
    } else if (open.remove(entry.id()) && mine && !isInSight.test(entry)) {
      tell(entry);
    }
    count.set(open.size());
  }

  private void tell(JournalEntry entry) {
    List<Notice> all = new ArrayList<>(notices.get());
    all.add(new Notice(entry, now.clock().instant().plus(STAY)));
    if (all.size() > MOST) {
      // A good end gives way first.
      all.remove(all.stream().filter(notice -> !notice.isBad()).findFirst().orElse(all.getFirst()));
    }
    notices.set(List.copyOf(all));
  }

  private void retain(Predicate<Notice> stays) {
    List<Notice> left = notices.get().stream().filter(stays).toList();
    if (left.size() < notices.get().size()) {
      notices.set(left);
    }
  }
}
