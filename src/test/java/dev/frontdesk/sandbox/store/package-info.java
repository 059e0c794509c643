@NullMarked
package dev.frontdesk.sandbox.store;

import org.jspecify.annotations.NullMarked;
