package dev.frontdesk.sandbox;

import java.net.URI;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a running sandbox is: the first line that {@code frontdesk sandbox} prints.
 *
 * @param config the path of a connections file that reaches it
 */
public record SandboxAddresses(
    URI edgeUrl,
    URI originUrl,
    Endpoints endpoints,
    String distributionId,
    String membersTable,
    String journalTable,
    String config) {

  /** The addresses of AWS's services. */
  public record Endpoints(URI cloudfront, URI cloudwatch, URI dynamodb, URI sts) {
    void writeTo(ObjectNode node) {
      node.put("cloudfront", cloudfront.toString())
          .put("cloudwatch", cloudwatch.toString())
          .put("dynamodb", dynamodb.toString())
          .put("sts", sts.toString());
    }
  }

  /**
   * All of them in one line. By hand: what Jackson finds out about a record takes longer than much
   * of the start.
   */
  public String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("edgeUrl", edgeUrl.toString()).put("originUrl", originUrl.toString());
    endpoints.writeTo(node.putObject("endpoints"));
    return node.put("distributionId", distributionId)
        .put("membersTable", membersTable)
        .put("journalTable", journalTable)
        .put("config", config)
        .toString();
  }
}
