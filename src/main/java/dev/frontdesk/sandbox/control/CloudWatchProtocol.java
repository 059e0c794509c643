package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatchError;
import tools.jackson.databind.node.ObjectNode;

/** One of the ways in which CloudWatch's clients speak to it. */
interface CloudWatchProtocol {
  /** What its operations are told by. */
  String TARGET = "GraniteServiceVersion20100801";

  /** The operation that is asked for. */
  String operation(Request request);

  /**
   * @throws CloudWatchError if it cannot be read
   */
  ObjectNode read(Request request);

  /**
   * @param result as {@link dev.frontdesk.sandbox.cloudwatch.CloudWatch} makes it
   */
  Answer answer(String operation, ObjectNode result, String requestId);

  Answer error(CloudWatchError error, String requestId);
}
