package dev.frontdesk.members;

/** What a member may do in a project, by the name that the table holds. */
public record Role(String name) {
  public Role {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a role has a name");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
