package dev.frontdesk.sandbox.edge;

/**
 * What tells one object in the cache from another.
 *
 * @param target the path, with those query strings that belong to the key; invalidations are
 *     matched against it
 * @param variant the headers and cookies of the key: all variants of a target go together
 */
record ObjectKey(String target, String variant) {}
