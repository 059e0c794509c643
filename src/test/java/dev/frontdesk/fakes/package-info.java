/** Ports in memory, held to the same contract suites as the real adapters. */
@NullMarked
package dev.frontdesk.fakes;

import org.jspecify.annotations.NullMarked;
