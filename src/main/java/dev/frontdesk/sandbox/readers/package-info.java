/** Simulated readers of the members API: those of now, over HTTP, and those of the day before. */
@NullMarked
package dev.frontdesk.sandbox.readers;

import org.jspecify.annotations.NullMarked;
