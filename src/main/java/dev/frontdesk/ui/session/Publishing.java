package dev.frontdesk.ui.session;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.Publisher.Subscription;
import java.util.function.Consumer;

/** What the console asks of the publisher. Calls throw {@code ProblemException}. */
public interface Publishing {
  /** What the change would make stale. */
  Preview preview(String projectId, RosterChange change);

  /** Saves the change and goes on with it; {@code Conflict} where the roster has moved since. */
  JournalEntry publish(Roster seen, RosterChange change, String reason);

  /** Tries a failed or stale entry again: a new entry that links the old. */
  JournalEntry retry(JournalEntry old);

  /** Hears of each entry that this desk drives, whenever it moves; on any thread. */
  Subscription listen(Consumer<JournalEntry> listener);
}
