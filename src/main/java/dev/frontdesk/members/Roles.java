package dev.frontdesk.members;

import java.util.List;

/**
 * The roles that a connection knows, most powerful first.
 *
 * @param all distinct, at least one; the first is the owner's
 */
public record Roles(List<Role> all) {
  public Roles {
    all = List.copyOf(all);
    if (all.isEmpty() || all.stream().map(Role::name).distinct().count() < all.size()) {
      throw new IllegalArgumentException("roles are at least one and distinct, not " + all);
    }
  }

  public static Roles of(String... names) {
    return new Roles(List.of(names).stream().map(Role::new).toList());
  }

  /** The role of which every roster keeps at least one member. */
  public Role owner() {
    return all.getFirst();
  }

  public boolean knows(Role role) {
    return all.contains(role);
  }
}
