/** The page on which rosters are edited and published. */
@NullMarked
package dev.frontdesk.ui.members;

import org.jspecify.annotations.NullMarked;
