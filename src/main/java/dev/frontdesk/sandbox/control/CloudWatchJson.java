package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatchError;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** AWS's JSON 1.0, which newer AWS CLIs and the JavaScript SDK speak to CloudWatch. */
final class CloudWatchJson implements CloudWatchProtocol {
  /**
   * Tells clients that knew the query protocol the code that it had (Smithy, awsQueryCompatible).
   */
  static final String QUERY_ERROR = "x-amzn-query-error";

  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/x-amz-json-1.0");

  @Override
  public String operation(Request request) {
    var target = String.valueOf(request.headers().first("X-Amz-Target"));
    return target.substring(target.indexOf('.') + 1);
  }

  @Override
  public ObjectNode read(Request request) {
    try {
      if (request.content().length == 0) {
        return JsonNodeFactory.instance.objectNode();
      }
      if (MAPPER.readTree(request.content()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // Told below, like JSON that is no object.
    }
    throw unreadable("JSON");
  }

  static CloudWatchError unreadable(String format) {
    return new CloudWatchError(
        "SerializationException",
        "SerializationException",
        400,
        "The request's body is no object in %s.".formatted(format));
  }

  @Override
  public Answer answer(String operation, ObjectNode result, String requestId) {
    return new Answer(
        200,
        HEADERS,
        Trees.bytes(
            MAPPER,
            result,
            (generator, time) -> generator.writeNumber(time.toEpochMilli() / 1000.0)));
  }

  @Override
  public Answer error(CloudWatchError error, String requestId) {
    return new Answer(error.status(), HEADERS, MAPPER.writeValueAsBytes(tree(error)))
        .with(QUERY_ERROR, queryError(error));
  }

  static ObjectNode tree(CloudWatchError error) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("__type", error.shape())
        .put("message", error.getMessage());
  }

  static String queryError(CloudWatchError error) {
    return error.code() + (error.status() < 500 ? ";Sender" : ";Receiver");
  }
}
