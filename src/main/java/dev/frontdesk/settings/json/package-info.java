/** The connections file. */
@NullMarked
package dev.frontdesk.settings.json;

import org.jspecify.annotations.NullMarked;
