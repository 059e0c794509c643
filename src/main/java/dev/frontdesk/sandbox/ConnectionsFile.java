package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.origin.MembersTable;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The connections file that reaches a sandbox like any other environment. */
final class ConnectionsFile {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final List<String> ROUTES =
      List.of("/projects/{projectId}/members", "/members/{memberId}/projects");

  private ConnectionsFile() {}

  static void write(Path file, SandboxAddresses addresses) {
    var document = JSON.createObjectNode();
    var connection = document.putArray("connections").addObject();
    connection
        .put("name", "sandbox")
        .put("environment", "development")
        // Accepted for loopback addresses alone; so there is no secret in the file.
        .put("accessKeyId", "sandbox")
        .put("region", "us-east-1")
        .put("distributionId", addresses.distributionId())
        .put("edgeUrl", addresses.edgeUrl().toString())
        .put("originUrl", addresses.originUrl().toString());
    addresses.endpoints().writeTo(connection.putObject("endpoints"));
    members(connection.putObject("members"), addresses.membersTable());
    connection.putObject("journal").put("table", addresses.journalTable());
    var routes = connection.putArray("routes");
    for (var path : ROUTES) {
      routes.addObject().put("path", path).put("strategy", "invalidate");
    }
    AtomicFiles.write(file, JSON.writeValueAsString(document) + "\n");
  }

  private static void members(ObjectNode members, String table) {
    members.put("table", table).put("layout", "item-per-member");
    members.putObject("project").put("pk", "PROJECT#{projectId}").put("sk", "PROJECT");
    members.putObject("member").put("pk", "PROJECT#{projectId}").put("sk", "MEMBER#{memberId}");
    members
        .putObject("attributes")
        .put("projectName", MembersTable.NAME)
        .put("memberId", MembersTable.ID)
        .put("memberName", MembersTable.NAME)
        .put("email", MembersTable.EMAIL)
        .put("role", MembersTable.ROLE)
        .put("version", MembersTable.VERSION);
    MembersTable.ROLES.forEach(members.putArray("roles")::add);
    members
        .putObject("projectsIndex")
        .put("index", MembersTable.BY_KIND)
        .put("attribute", MembersTable.KIND)
        .put("value", MembersTable.PROJECT);
    members
        .putObject("membersIndex")
        .put("index", MembersTable.BY_EMAIL)
        .put("attribute", MembersTable.EMAIL);
  }
}
