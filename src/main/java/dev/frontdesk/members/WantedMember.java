package dev.frontdesk.members;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as a list from elsewhere names them.
 *
 * @param id null where the list tells none
 */
public record WantedMember(@Nullable String id, String email, String name, Role role) {}
