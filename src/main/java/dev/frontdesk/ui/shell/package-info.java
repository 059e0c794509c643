/** The console's window: connections, navigation, pages. */
@NullMarked
package dev.frontdesk.ui.shell;

import org.jspecify.annotations.NullMarked;
