package dev.frontdesk.sandbox.edge;

/**
 * What an edge has answered since it started. Every request is in exactly one of the three others.
 *
 * @param hits answers from the cache, validated ones among them
 * @param misses answers for which the origin was asked, those to PUT and the like among them
 * @param errors answers with a status from 400 on, cached or not
 */
public record EdgeCounters(long requests, long hits, long misses, long errors) {}
