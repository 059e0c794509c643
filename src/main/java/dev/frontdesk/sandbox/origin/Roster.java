package dev.frontdesk.sandbox.origin;

import java.util.List;

/** A project and its members at one version, ordered by id. */
record Roster(String projectId, String name, long version, List<Member> members) {
  Roster {
    members = List.copyOf(members);
  }
}
