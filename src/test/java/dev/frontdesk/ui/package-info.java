/** What the tests of the console share. */
@NullMarked
package dev.frontdesk.ui;

import org.jspecify.annotations.NullMarked;
