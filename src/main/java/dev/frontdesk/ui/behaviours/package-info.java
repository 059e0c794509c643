/** The Behaviours page: how long the edge may keep what, and why. */
@NullMarked
package dev.frontdesk.ui.behaviours;

import org.jspecify.annotations.NullMarked;
