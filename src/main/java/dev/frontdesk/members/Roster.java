package dev.frontdesk.members;

import java.util.List;
import java.util.Optional;

/**
 * All members of one project at one version.
 *
 * @param version counts the changes; 0 where the table has none yet
 * @param members in the table's order
 */
public record Roster(String projectId, String projectName, long version, List<Member> members) {
  public Roster {
    members = List.copyOf(members);
  }

  public Optional<Member> member(String id) {
    return members.stream().filter(member -> member.id().equals(id)).findFirst();
  }

  /** The member with this address, whatever its case. */
  public Optional<Member> memberByEmail(String email) {
    String key = EmailAddress.key(email);
    return members.stream()
        .filter(member -> EmailAddress.key(member.email()).equals(key))
        .findFirst();
  }
}
