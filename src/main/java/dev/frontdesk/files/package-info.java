/** Rosters as files: what people keep in spreadsheets, read with every mistake told. */
@NullMarked
package dev.frontdesk.files;

import org.jspecify.annotations.NullMarked;
