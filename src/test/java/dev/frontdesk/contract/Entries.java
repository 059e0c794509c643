package dev.frontdesk.contract;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.StaleRoute;
import dev.frontdesk.publishing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Members, entries and the like for tests. */
final class Entries {
  private Entries() {}

  static Member member(String id, String role) {
    return new Member(id, id + "@example.com", "Name of " + id, new Role(role));
  }

  static RosterChange adding(Member... members) {
    return new RosterChange(List.of(members), List.of(), List.of());
  }

  static RosterChange removing(Member... members) {
    return new RosterChange(List.of(), List.of(members), List.of());
  }

  static RosterChange editing(Member before, Member after) {
    return new RosterChange(List.of(), List.of(), List.of(new RosterChange.Edited(before, after)));
  }

  static JournalEntry entry(Roster seen, RosterChange change, Instant at, Random random) {
    String id = EntryId.next(at, random);
    String path = "/projects/" + PathTemplate.encoded(seen.projectId()) + "/members";
    var stale = new StaleRoute(path, Strategy.INVALIDATE, List.of(new CachePath(path)), false);
    return new JournalEntry(
        new JournalEntry.About(
            id, JournalEntry.Kind.PUBLICATION, at, "arn:aws:iam::1:user/amara (a@b)", "为什么", null),
        JournalEntry.RosterStep.of(seen, change),
        Progress.saved(
            List.of(stale),
            List.of(new Batch("ref-" + id, List.of(path), null, 1, false, null)),
            at),
        new Lease("desk-" + random.nextInt(1000), 1));
  }

  static Evidence evidence(String path, Instant at) {
    var edge =
        new Evidence.Side(
            200, "Hit from cloudfront", 7L, "FRA50-P1", "\"e\"", "max-age=0", 3L, 4, 12);
    var origin = new Evidence.Side(200, null, null, null, null, null, null, null, 30);
    return new Evidence(at, path, Verdict.STALE, "differs", edge, origin);
  }
}
