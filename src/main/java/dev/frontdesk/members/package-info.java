/** Who belongs to a project: rosters and their changes. */
@NullMarked
package dev.frontdesk.members;

import org.jspecify.annotations.NullMarked;
