package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How rosters lie in a table: how one is read, and which writes make the next of it. */
sealed interface RosterLayout permits MemberItems, ProjectItem {
  /** The roster, read consistently; null where there is no such project. */
  @Nullable Roster roster(String projectId);

  /** How many members the project has. */
  int count(String projectId);

  /**
   * The writes that make of the roster that was seen the one after the change, each conditional on
   * what was seen. They are for one transaction, and touch no item twice.
   *
   * @throws dev.frontdesk.problem.ProblemException with {@code Conflict} where it is clear already
   *     that somebody moved first
   */
  List<TransactWriteItem> writes(Roster seen, RosterChange change);

  /**
   * The writes of a part of a change, without the roster's version.
   *
   * @param owner must stay one; null where the part takes none away
   */
  List<TransactWriteItem> part(String projectId, RosterChange part, @Nullable Member owner);

  /** The write that moves the roster's version by one from this one. */
  TransactWriteItem nextVersion(String projectId, long version);
}
