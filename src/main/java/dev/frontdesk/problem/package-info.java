/** What can go wrong, told so that a person can act on it. */
@NullMarked
package dev.frontdesk.problem;

import org.jspecify.annotations.NullMarked;
