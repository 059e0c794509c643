/** The Probe page: edge and origin side by side. */
@NullMarked
package dev.frontdesk.ui.probe;

import org.jspecify.annotations.NullMarked;
