/** What a cache in front of the API may keep, and for how long: behaviours, TTLs, strategies. */
@NullMarked
package dev.frontdesk.caching;

import org.jspecify.annotations.NullMarked;
