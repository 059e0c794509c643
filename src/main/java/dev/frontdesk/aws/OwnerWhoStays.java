package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a change relies on: where it takes an owner away, one whom it does not touch. */
final class OwnerWhoStays {
  private OwnerWhoStays() {}

  /** Empty where no owner goes, or where none stays but those that the change itself writes. */
  static Optional<Member> of(Roster seen, RosterChange change, Roles roles) {
    if (!goes(change, roles)) {
      return Optional.empty();
    }
    var touched = change.touched().map(Member::id).collect(Collectors.toSet());
    return seen.members().stream()
        .filter(member -> member.role().equals(roles.owner()) && !touched.contains(member.id()))
        .findFirst();
  }

  /** Whether the change takes an owner away. */
  static boolean goes(RosterChange change, Roles roles) {
    var owner = roles.owner();
    return Stream.concat(
            change.removed().stream(),
            change.edited().stream()
                .filter(edit -> !edit.after().role().equals(owner))
                .map(RosterChange.Edited::before))
        .anyMatch(member -> member.role().equals(owner));
  }
}
