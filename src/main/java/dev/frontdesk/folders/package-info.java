/** Where a user's programs keep their files, as each system has it. */
@NullMarked
package dev.frontdesk.folders;

import org.jspecify.annotations.NullMarked;
