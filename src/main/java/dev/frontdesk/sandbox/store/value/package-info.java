/** DynamoDB's attribute values: the model, their order, their JSON and their bytes. */
@NullMarked
package dev.frontdesk.sandbox.store.value;

import org.jspecify.annotations.NullMarked;
