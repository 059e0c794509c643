package dev.frontdesk.aws;

import dev.frontdesk.members.RosterChange;

/** How a change that is too large for one transaction is cut. */
final class PartsOfChange {
  /** Beside a part's members a transaction has the entry, and an owner who is to stay. */
  private static final int MEMBERS = Transaction.MOST_WRITES - 2;

  private PartsOfChange() {}

  static int count(RosterChange change) {
    return Math.ceilDiv(change.size(), MEMBERS);
  }

  /**
   * @param number from 0
   */
  static RosterChange of(RosterChange change, int number) {
    return change.slice(number * MEMBERS, (number + 1) * MEMBERS);
  }
}
