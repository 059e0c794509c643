package dev.frontdesk.members;

import java.util.List;
import java.util.Optional;

/**
 * Where projects and rosters are read. They are written together with the journal: see {@code
 * publishing.Journal#save}. All calls block, and throw {@link
 * dev.frontdesk.problem.ProblemException}.
 */
public interface RosterStore {
  /** All projects, by name; without numbers of members where the listing does not tell them. */
  List<Project> projects();

  /** How many members a project has now. */
  int countMembers(String projectId);

  /**
   * The roster as it is now, read consistently and whole.
   *
   * @throws dev.frontdesk.problem.ProblemException with {@code Missing} for an unknown project
   */
  Roster roster(String projectId);

  /**
   * The id of a person already known to some project by this address, so that an addition reuses
   * it; empty where nobody is known or the table has no index by address.
   */
  Optional<String> knownId(String email);
}
