package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One item's change, decided and not yet applied.
 *
 * @param before the item as it is; null if there is none
 * @param after the item as it shall be; null if there shall be none
 */
record Change(Table table, Value.@Nullable M before, Value.@Nullable M after) {}
