package dev.frontdesk.members;

import java.util.OptionalInt;

/**
 * A project as a list shows it.
 *
 * @param members how many there are; empty where the listing does not tell
 */
public record Project(String id, String name, OptionalInt members) {}
