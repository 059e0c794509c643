/** DynamoDB's expressions: condition, filter, key condition, update and projection. */
@NullMarked
package dev.frontdesk.sandbox.store.expression;

import org.jspecify.annotations.NullMarked;
