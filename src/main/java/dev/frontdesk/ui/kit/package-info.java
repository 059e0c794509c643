/**
 * What every page of the console is made of: loads and their work, icons, theme, small controls.
 */
@NullMarked
package dev.frontdesk.ui.kit;

import org.jspecify.annotations.NullMarked;
