package dev.frontdesk.invalidation;

import java.time.Instant;

/**
 * An invalidation as CloudFront lists it: without its paths and its reference, which take a call
 * for each (CloudFront API Reference, "InvalidationSummary").
 *
 * @param created when CloudFront took it
 * @param completed whether every edge location has carried it out
 */
public record InvalidationSummary(String id, Instant created, boolean completed) {}
