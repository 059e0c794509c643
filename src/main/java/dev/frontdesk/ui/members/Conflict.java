package dev.frontdesk.ui.members;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.members.RosterChange.Rebased;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Somebody else has moved the roster meanwhile: what they did, and what becomes of the admin's own
 * change on top of it.
 *
 * @param now the roster as they left it
 * @param mine the admin's draft, on the roster before
 * @param again the admin's change on top of theirs
 * @param outcomes one for each member that the admin's change touches, in its order
 */
record Conflict(
    RosterIndex now, Draft mine, RosterChange theirs, Rebased again, List<Outcome> outcomes) {
  /** What becomes of the admin's change to one member. */
  enum Fate {
    /** Just as the admin made it. */
    STAYS,
    /** The same intent, from where they left the member. */
    BECOMES,
    /** They did the same. */
    ALREADY_SO,
    /** They removed whom it is about. */
    GONE
  }

  /**
   * @param member as the admin would have them
   */
  record Outcome(Member member, Fate fate) {}

  /** Compares; takes long for large changes. */
  static Conflict of(Draft mine, RosterIndex now) {
    RosterChange change = mine.change();
    Rebased again = change.onTopOf(now.roster());
    Map<String, Edited> edits = new HashMap<>();
    again
        .change()
        .edited()
        .forEach(edit -> {
          edits.put(edit.after().id(), edit);
          edits.put(EmailAddress.key(edit.after().email()), edit);
        });
    Map<String, Member> adds = byId(again.change().added());
    Map<String, Member> removals = byId(again.change().removed());
    List<Outcome> outcomes = new ArrayList<>();
    for (Member member : change.added()) {
      Fate left = edits.containsKey(member.id()) ? Fate.BECOMES : Fate.ALREADY_SO;
      Fate met = edits.containsKey(EmailAddress.key(member.email())) ? Fate.BECOMES : left;
      outcomes.add(new Outcome(member, adds.containsKey(member.id()) ? Fate.STAYS : met));
    }
    for (Member member : change.removed()) {
      Member goes = removals.get(member.id());
      Fate same = member.equals(goes) ? Fate.STAYS : Fate.BECOMES;
      outcomes.add(new Outcome(member, goes == null ? Fate.ALREADY_SO : same));
    }
    for (Edited edit : change.edited()) {
      Edited next = edits.get(edit.after().id());
      Fate lost = now.member(edit.after().id()).isPresent() ? Fate.ALREADY_SO : Fate.GONE;
      Fate same = edit.equals(next) ? Fate.STAYS : Fate.BECOMES;
      outcomes.add(new Outcome(edit.after(), next == null ? lost : same));
    }
    return new Conflict(
        now,
        mine,
        RosterChange.between(mine.base().roster().members(), now.roster().members()),
        again,
        List.copyOf(outcomes));
  }

  private static Map<String, Member> byId(List<Member> members) {
    Map<String, Member> byId = new HashMap<>();
    members.forEach(member -> byId.put(member.id(), member));
    return byId;
  }

  /** Those of a fate. */
  Stream<Member> those(Fate fate) {
    return outcomes.stream().filter(each -> each.fate() == fate).map(Outcome::member);
  }
}
