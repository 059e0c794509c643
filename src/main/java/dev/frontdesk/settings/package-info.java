/** Where Frontdesk works: connections. */
@NullMarked
package dev.frontdesk.settings;

import org.jspecify.annotations.NullMarked;
