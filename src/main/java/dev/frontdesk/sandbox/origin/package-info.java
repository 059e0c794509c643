/** The members API that stands behind the edge: documents from a DynamoDB table. */
@NullMarked
package dev.frontdesk.sandbox.origin;

import org.jspecify.annotations.NullMarked;
