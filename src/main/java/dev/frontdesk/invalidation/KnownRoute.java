package dev.frontdesk.invalidation;

import org.jspecify.annotations.Nullable;

/**
 * A path of the API as a template, with the tag that the origin puts on its answers; null for none.
 */
public record KnownRoute(PathTemplate path, @Nullable PathTemplate tag) {}
