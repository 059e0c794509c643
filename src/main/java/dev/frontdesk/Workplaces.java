package dev.frontdesk;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.Publisher.Subscription;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.session.HistoryEntry;
import dev.frontdesk.ui.session.Publishing;
import dev.frontdesk.ui.session.Workplace;
import java.util.function.Consumer;

/** A session as the pages see it. */
final class Workplaces {
  private Workplaces() {}

  static Workplace of(Session session, Runnable closing) {
    return new Workplace(
        session.connection(),
        session.rosters(),
        publishing(session.publisher()),
        limit ->
            session.journal().newest(null, limit).stream()
                .<HistoryEntry>map(HistoryEntry.Recorded::new)
                .toList(),
        session.who(),
        closing);
  }

  private static Publishing publishing(Publisher publisher) {
    return new Publishing() {
      @Override
      public Preview preview(String projectId, RosterChange change) {
        return publisher.preview(projectId, change);
      }

      @Override
      public JournalEntry publish(Roster seen, RosterChange change, String reason) {
        return publisher.publish(seen, change, reason);
      }

      @Override
      public JournalEntry retry(JournalEntry old) {
        return publisher.retry(old);
      }

      @Override
      public Subscription listen(Consumer<JournalEntry> listener) {
        return publisher.listen(listener);
      }
    };
  }
}
