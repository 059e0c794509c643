package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import java.util.List;
import java.util.function.Consumer;

/**
 * The edge as the control plane has it in hand.
 *
 * @param invalidate told the items of each invalidation when it takes effect, once, before the API
 *     calls it completed
 * @param measureAdditional told whether additional metrics are on, at the start and when that
 *     changes
 * @param metrics what it has measured
 */
public record ControlledEdge(
    Consumer<List<String>> invalidate, Consumer<Boolean> measureAdditional, CloudWatch metrics) {}
