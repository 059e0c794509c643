package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatchError;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Smithy's RPCv2 CBOR, which the Java SDK speaks (Smithy 2.0, "Smithy RPC v2 CBOR protocol"). */
final class CloudWatchCbor implements CloudWatchProtocol {
  static final String PATH = "/service/" + TARGET + "/operation/";

  private static final CBORMapper MAPPER = new CBORMapper();
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/cbor", "smithy-protocol", "rpc-v2-cbor");

  /** RFC 8949, section 3.4.2: seconds since 1970. */
  private static final int EPOCH_SECONDS = 1;

  @Override
  public String operation(Request request) {
    return request.uri().getPath().substring(PATH.length());
  }

  /** Tags are passed over: what is a time is known by its name. */
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
      // Told below: what does not begin as CBOR is no better than what ends as none.
    }
    throw CloudWatchJson.unreadable("CBOR");
  }

  @Override
  public Answer answer(String operation, ObjectNode result, String requestId) {
    return new Answer(200, HEADERS, Trees.bytes(MAPPER, result, CloudWatchCbor::write));
  }

  /** The Java SDK's doubles come as such, its counts too; both are read by what they are. */
  private static void write(JsonGenerator generator, Instant time) {
    ((CBORGenerator) generator).writeTag(EPOCH_SECONDS);
    generator.writeNumber(time.toEpochMilli() / 1000.0);
  }

  @Override
  public Answer error(CloudWatchError error, String requestId) {
    return new Answer(
            error.status(),
            HEADERS,
            Trees.bytes(MAPPER, CloudWatchJson.tree(error), CloudWatchCbor::write))
        .with(CloudWatchJson.QUERY_ERROR, CloudWatchJson.queryError(error));
  }
}
