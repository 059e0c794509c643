package dev.frontdesk.ui.members;

import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Work;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changes on their way to the tables, at most one a project: sent, and not yet known to be there.
 */
final class Outbox {
  /** Hears what becomes of them. */
  interface Listener {
    /**
     * All of it is in the tables.
     *
     * @param after the roster as it is then, if nobody else has changed it meanwhile
     */
    void saved(JournalEntry.RosterStep step, RosterIndex after);

    /** Nothing of it is, or not all: the draft is still to be published. */
    void notSaved(String projectId, Problem told);

    /** It is not known yet, and something is new about it. */
    void moved(String projectId);
  }

  private record Sent(JournalEntry entry, RosterIndex after) {}

  private final Session session;
  private final Work work;
  private final Locale locale;
  private final Listener listener;
  private final Set<String> sending = new HashSet<>();
  private final Map<String, Sent> waiting = new HashMap<>();

  Outbox(Session session, Work work, Locale locale, Listener listener) {
    this.session = session;
    this.work = work;
    this.locale = locale;
    this.listener = listener;
  }

  /** Whether a change of the project is on its way. */
  boolean has(String projectId) {
    return sending.contains(projectId) || waiting.containsKey(projectId);
  }

  /** What is known of the change that is on its way, as it was when it was sent. */
  Optional<JournalEntry> entry(String projectId) {
    return Optional.ofNullable(waiting.get(projectId)).map(Sent::entry);
  }

  /**
   * Sends a draft.
   *
   * @param shown what is shown to be sent for it; computed now where nothing is shown yet
   * @param publications hears of its entry first
   */
  void send(Draft draft, Optional<Preview> shown, String reason, Publications publications) {
    Roster seen = draft.base().roster();
    String id = seen.projectId();
    sending.add(id);
    work.run(
        () -> {
          Preview preview = shown.orElseGet(() -> session.publisher().preview(id, draft.change()));
          return new Sent(
              session.publisher().publish(seen, draft.change(), preview, reason),
              new RosterIndex(draft.change().applyTo(seen), locale));
        },
        sent -> {
          sending.remove(id);
          waiting.put(id, sent);
          publications.heard(sent.entry());
          heard(publications.newest(sent.entry()));
        },
        told -> {
          sending.remove(id);
          listener.notSaved(id, told);
        });
  }

  /** An entry has moved: it may be known now to be saved, or not to be. */
  void heard(JournalEntry entry) {
    JournalEntry.RosterStep step = Objects.requireNonNull(entry.roster());
    String id = step.projectId();
    Sent sent = waiting.get(id);
    if (sent == null || !sent.entry().id().equals(entry.id())) {
      return;
    }
    if (EntryFacts.isSaved(entry)) {
      waiting.remove(id);
      listener.saved(step, sent.after());
    } else if (!entry.isOpen()) {
      waiting.remove(id);
      var trouble = entry.progress().trouble();
      listener.notSaved(id, trouble == null ? new Problem.Unsaved() : trouble.problem());
    } else {
      listener.moved(id);
    }
  }
}
