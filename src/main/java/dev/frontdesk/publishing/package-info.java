/** A change on its way to its readers: saved, submitted, completed, fresh. */
@NullMarked
package dev.frontdesk.publishing;

import org.jspecify.annotations.NullMarked;
