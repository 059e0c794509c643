/** The page on which what a customer sees stale is purged, and what that costs is known first. */
@NullMarked
package dev.frontdesk.ui.purge;

import org.jspecify.annotations.NullMarked;
