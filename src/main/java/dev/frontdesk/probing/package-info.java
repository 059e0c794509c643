/** Asks edge and origin as a reader would. */
@NullMarked
package dev.frontdesk.probing;

import org.jspecify.annotations.NullMarked;
