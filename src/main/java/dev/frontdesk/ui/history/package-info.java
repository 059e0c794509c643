/** The page that tells what was published, purged, or invalidated by others. */
@NullMarked
package dev.frontdesk.ui.history;

import org.jspecify.annotations.NullMarked;
