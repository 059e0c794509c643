package dev.frontdesk.members;

/**
 * A person in a project.
 *
 * @param id stable over projects and changes
 * @param email well formed; unique in a project, whatever its case
 * @param name as the person writes it, in any script; may be empty
 */
public record Member(String id, String email, String name, Role role) {
  public Member withRole(Role other) {
    return new Member(id, email, name, other);
  }
}
