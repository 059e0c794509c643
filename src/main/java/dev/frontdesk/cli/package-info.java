/** Frontdesk without a window: the same work from a terminal or a script. */
@NullMarked
package dev.frontdesk.cli;

import org.jspecify.annotations.NullMarked;
