/**
 * Files: rosters that people keep in spreadsheets, read with every mistake told; what is kept on
 * disk.
 */
@NullMarked
package dev.frontdesk.files;

import org.jspecify.annotations.NullMarked;
