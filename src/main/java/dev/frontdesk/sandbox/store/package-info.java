/** DynamoDB's own operations over an embedded, crash-safe store. */
@NullMarked
package dev.frontdesk.sandbox.store;

import org.jspecify.annotations.NullMarked;
