/** What the pages work with once a connection is open; the program's wiring fills it. */
@NullMarked
package dev.frontdesk.ui.session;

import org.jspecify.annotations.NullMarked;
