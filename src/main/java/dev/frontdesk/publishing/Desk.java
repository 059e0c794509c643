package dev.frontdesk.publishing;

import java.util.function.Supplier;

/**
 * This running Frontdesk.
 *
 * @param id unlike that of any other that runs, or ran
 * @param who the AWS identity with the desk's user in parentheses; may block when first asked
 */
public record Desk(String id, Supplier<String> who) {}
