package dev.frontdesk.ui;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a made-up company has published and purged, and what others invalidated meanwhile. */
final class Past {
  /** CloudFront's id of an invalidation that nobody in the company's journal made. */
  static final String FOREIGN = "I2FOREIGNCI04";

  private static final String ACCOUNT = "arn:aws:sts::000000000000:assumed-role/Frontdesk-Admin/";

  private final FakeSession session;

  private Past(FakeSession session) {
    this.session = session;
  }

  /** Two days of work: all kinds, several people, good ends and bad ones. */
  static FakeSession company() {
    FakeSession session = FakeSession.company();
    var past = new Past(session);
    past.foreign("I2FOREIGNCI01", Duration.ofHours(29), "/index.html");
    past.foreign("I2FOREIGNCI02", Duration.ofHours(25), "/static/*");
    past.purge("k.novák@desk-11", "Profile no longer allowed", 23.3, State.FAILED, 3);
    past.published("beijing", "siyuan@desk-02", "团队调整", 23, State.FRESH);
    past.purge("k.novák@desk-11", "Case 8812", 21.2, State.COMPLETED, 0);
    past.published("helios", "ingrid@desk-03", "Role of J. Núñez", 19.6, State.STALE);
    past.published("platform", "amara@desk-07", "Yearly review", 15.2, State.FRESH);
    past.foreign("I2FOREIGNCI03", Duration.ofHours(7), "/static/*", "/index.html");
    past.purge("m.ito@desk-05", "Import, second half", 4.4, State.COMPLETED, 1);
    past.published("edition", "chloe@desk-09", "Arrivée de Chloé", 2.4, State.FRESH);
    past.foreign(FOREIGN, Duration.ofMinutes(100), "/static/*");
    past.published("osaka", "misaki@desk-12", "新しいメンバー", 1.3, State.FRESH);
    past.purge("k.novák@desk-11", "Former member visible", 0.4, State.COMPLETED, 2);
    past.published("atlas", "amara@desk-07", Pictures.REASON, 0.1, State.FRESH);
    past.published("cedar", "m.ito@desk-05", "Quarterly import", 0, State.SUBMITTED);
    return session;
  }

  private void foreign(String id, Duration ago, String... items) {
    session
        .invalidator()
        .put(
            new Invalidation(
                id, FakeSession.START.minus(ago), true, "cli-1795356131-74" + id, List.of(items)));
  }

  private void published(String project, String who, String reason, double hours, State state) {
    Roster seen = session.roster(project);
    RosterChange change =
        RosterChange.between(seen.members(), seen.members().subList(1, seen.members().size()));
    JournalEntry entry = session.entry(seen, change, reason, before(hours));
    session.tables().put(Pictures.upTo(by(entry, who), state));
  }

  private static JournalEntry by(JournalEntry entry, String who) {
    JournalEntry.About about = entry.about();
    return new JournalEntry(
        new JournalEntry.About(
            about.id(),
            about.kind(),
            about.at(),
            ACCOUNT + "session (" + who + ")",
            about.reason(),
            about.retries()),
        entry.roster(),
        entry.progress(),
        entry.lease());
  }

  /**
   * @param paths how many; 0 for a wildcard
   */
  private void purge(String who, String reason, double hours, State state, int paths) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < paths; i++) {
      items.add("/projects/" + List.of("cedar", "atlas", "fjord").get(i) + "/members");
    }
    if (items.isEmpty()) {
      items.add("/projects/fjord/*");
    }
    JournalEntry saved = by(session.purge(items, reason, before(hours)), who);
    JournalEntry moved = Pictures.upTo(saved, state);
    session
        .tables()
        .put(new JournalEntry(moved.about(), null, moved.progress().end(), moved.lease()));
  }

  private static Instant before(double hours) {
    return FakeSession.START.minusSeconds((long) (hours * 3_600));
  }
}
