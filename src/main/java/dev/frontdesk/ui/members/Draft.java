package dev.frontdesk.ui.members;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.members.RosterChange.Rebased;
import dev.frontdesk.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A change being prepared on one roster: each edit gives the next draft.
 *
 * @param base the roster as the admin sees it
 */
record Draft(RosterIndex base, RosterChange change) {
  static Draft of(RosterIndex base) {
    return new Draft(base, RosterChange.NONE);
  }

  boolean isEmpty() {
    return change.isEmpty();
  }

  /** Why this address cannot be added; empty where it can. */
  Optional<Problem.Invalid> refusal(String email) {
    if (!EmailAddress.isWellFormed(email)) {
      return Optional.of(new Problem.Invalid("email-malformed", email));
    }
    String key = EmailAddress.key(email);
    boolean there =
        base.memberByEmail(email).filter(member -> !isRemoved(member.id())).isPresent()
            || change.added().stream()
                .anyMatch(added -> EmailAddress.key(added.email()).equals(key));
    return there
        ? Optional.of(new Problem.Invalid("email-taken", email, base.roster().projectName()))
        : Optional.empty();
  }

  /** One more; whoever is to be removed under this address stays instead. */
  Draft add(Member member) {
    Optional<Member> leaving =
        base.member(member.id()).or(() -> base.memberByEmail(member.email()));
    if (leaving.isPresent()) {
      return withRole(Set.of(leaving.get().id()), member.role());
    }
    return with(plus(change.added(), member), change.removed(), change.edited());
  }

  /** These go; an addition among them has never been. */
  Draft remove(Set<String> ids) {
    Draft without = undo(ids);
    List<Member> removed = new ArrayList<>(without.change.removed());
    ids.forEach(id -> base.member(id).ifPresent(removed::add));
    return with(without.change.added(), removed, without.change.edited());
  }

  /** Another role; the one in the roster takes the edit back. */
  Draft withRole(Set<String> ids, Role role) {
    List<Member> added =
        change.added().stream()
            .map(member -> ids.contains(member.id()) ? member.withRole(role) : member)
            .toList();
    Set<String> there = new HashSet<>(ids);
    there.removeIf(id -> base.member(id).isEmpty());
    Draft undone = undo(there);
    List<Edited> edited = new ArrayList<>(undone.change.edited());
    for (String id : there) {
      Member saved = base.member(id).orElseThrow();
      if (!saved.role().equals(role)) {
        edited.add(new Edited(saved, saved.withRole(role)));
      }
    }
    return with(added, undone.change.removed(), edited);
  }

  /** As if nothing had been done to these members. */
  Draft undo(Set<String> ids) {
    return new Draft(base, change.without(ids));
  }

  private boolean isRemoved(String id) {
    return change.removed().stream().anyMatch(member -> member.id().equals(id));
  }

  private Draft with(List<Member> added, List<Member> removed, List<Edited> edited) {
    return new Draft(base, new RosterChange(added, removed, edited));
  }

  private static <T> List<T> plus(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  /**
   * This draft's change with one on top that takes another back.
   *
   * @param published the change that is to be taken back
   */
  Rebased takingBack(RosterChange published) {
    Roster saved = base.roster();
    Roster pending = change.applyTo(saved);
    Rebased back = published.inverse().onTopOf(pending);
    var both = RosterChange.between(saved.members(), back.change().applyTo(pending).members());
    return new Rebased(both, back.dropped());
  }
}
