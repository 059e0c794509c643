package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;

/**
 * A line of the roster's table.
 *
 * @param member as it will be, or as it was where it goes
 * @param before the role in the roster as saved
 */
record MemberRow(Member member, Mark mark, Role before) {
  /** What the pending change does to a member. */
  enum Mark {
    NONE,
    ADDED,
    CHANGED,
    REMOVED
  }

  String id() {
    return member.id();
  }
}
