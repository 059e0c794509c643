/** Every word that a person reads, in resource bundles: one key, one sentence. */
@NullMarked
package dev.frontdesk.texts;

import org.jspecify.annotations.NullMarked;
