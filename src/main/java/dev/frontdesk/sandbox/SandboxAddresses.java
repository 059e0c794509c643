package dev.frontdesk.sandbox;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;

/**
 * Where a running sandbox is: the first line that {@code frontdesk sandbox} prints.
 *
 * @param config the path of a connections file that reaches it
 */
@JsonPropertyOrder({
  "edgeUrl",
  "originUrl",
  "endpoints",
  "distributionId",
  "membersTable",
  "journalTable",
  "config"
})
public record SandboxAddresses(
    URI edgeUrl,
    URI originUrl,
    Endpoints endpoints,
    String distributionId,
    String membersTable,
    String journalTable,
    String config) {

  /** The addresses of AWS's services. */
  public record Endpoints(URI cloudfront, URI cloudwatch, URI dynamodb, URI sts) {}
}
