/** Whether there is a newer Frontdesk, where the organisation named a place that tells. */
@NullMarked
package dev.frontdesk.updates;

import org.jspecify.annotations.NullMarked;
