/** Frontdesk: members edited, and the edge made to serve the change. */
@NullMarked
package dev.frontdesk;

import org.jspecify.annotations.NullMarked;
