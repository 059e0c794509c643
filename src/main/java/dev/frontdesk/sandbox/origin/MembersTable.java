package dev.frontdesk.sandbox.origin;

import dev.frontdesk.sandbox.store.DynamoDb;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members table: one item a project and one a member of it, under the project's partition key.
 *
 * <table>
 *   <caption>Items</caption>
 *   <tr><td>project</td><td>{@code pk=PROJECT#<id>, sk=PROJECT}, id, name, version (a number),
 *       kind=PROJECT</td></tr>
 *   <tr><td>member</td><td>{@code pk=PROJECT#<id>, sk=MEMBER#<memberId>}, id, email, name, role
 *   </td></tr>
 * </table>
 *
 * <p>Members have no {@code kind}: so the index by kind holds the projects alone.
 */
public final class MembersTable {
  public static final String PK = "pk";
  public static final String SK = "sk";
  public static final String KIND = "kind";
  public static final String ID = "id";
  public static final String NAME = "name";
  public static final String VERSION = "version";
  public static final String EMAIL = "email";
  public static final String ROLE = "role";

  /** Lists the projects: kind, then pk. Sparse. */
  public static final String BY_KIND = "by-kind";

  /** Lists a member's projects: sk, then pk. */
  public static final String BY_MEMBER = "by-member";

  /** Finds a person by e-mail: email, then pk. Sparse. */
  public static final String BY_EMAIL = "by-email";

  /** The sort key and the kind of a project's item. */
  public static final String PROJECT = "PROJECT";

  /** The roles that are known, the owner's first. */
  public static final List<String> ROLES = List.of("owner", "admin", "editor", "viewer");

  private static final String PROJECT_PREFIX = "PROJECT#";
  private static final String MEMBER_PREFIX = "MEMBER#";

  private MembersTable() {}

  /** Creates the table with its indexes; a table that is there already is DynamoDB's own error. */
  public static void create(DynamoDb db, String table) {
    var request = JsonNodeFactory.instance.objectNode();
    request.put("TableName", table).put("BillingMode", "PAY_PER_REQUEST");
    var attributes = request.putArray("AttributeDefinitions");
    for (String name : List.of(PK, SK, KIND, EMAIL)) {
      attributes.addObject().put("AttributeName", name).put("AttributeType", "S");
    }
    schema(request, PK, SK);
    var indexes = request.putArray("GlobalSecondaryIndexes");
    index(indexes.addObject(), BY_KIND, KIND);
    index(indexes.addObject(), BY_MEMBER, SK);
    index(indexes.addObject(), BY_EMAIL, EMAIL);
    db.call("CreateTable", request);
  }

  private static void index(ObjectNode index, String name, String hash) {
    index.put("IndexName", name);
    schema(index, hash, PK);
    index.putObject("Projection").put("ProjectionType", "ALL");
  }

  private static void schema(ObjectNode owner, String hash, String range) {
    var schema = owner.putArray("KeySchema");
    schema.addObject().put("AttributeName", hash).put("KeyType", "HASH");
    schema.addObject().put("AttributeName", range).put("KeyType", "RANGE");
  }

  /** The item of a project, in DynamoDB's JSON. */
  public static ObjectNode projectItem(String id, String name, long version) {
    var item = projectKey(id);
    item.set(ID, string(id));
    item.set(NAME, string(name));
    item.set(VERSION, number(version));
    item.set(KIND, string(PROJECT));
    return item;
  }

  /** The item of a member, in DynamoDB's JSON. */
  public static ObjectNode memberItem(
      String projectId, String id, String email, String name, String role) {
    var item = memberKey(projectId, id);
    item.set(ID, string(id));
    item.set(EMAIL, string(email));
    item.set(NAME, string(name));
    item.set(ROLE, string(role));
    return item;
  }

  public static ObjectNode projectKey(String id) {
    return key(PROJECT_PREFIX + id, PROJECT);
  }

  public static ObjectNode memberKey(String projectId, String memberId) {
    return key(PROJECT_PREFIX + projectId, memberSk(memberId));
  }

  static String projectPk(String id) {
    return PROJECT_PREFIX + id;
  }

  static String memberSk(String id) {
    return MEMBER_PREFIX + id;
  }

  static String projectIdOf(JsonNode item) {
    return text(item, PK).substring(PROJECT_PREFIX.length());
  }

  static boolean isMember(JsonNode item) {
    return text(item, SK).startsWith(MEMBER_PREFIX);
  }

  static boolean isProject(JsonNode item) {
    return text(item, SK).equals(PROJECT);
  }

  static String memberIdOf(JsonNode item) {
    return text(item, SK).substring(MEMBER_PREFIX.length());
  }

  /** The string attribute, or the empty string where the item has none. */
  static String text(JsonNode item, String attribute) {
    return item.path(attribute).path("S").asString("");
  }

  /** The project's version; one that is not there counts as 0. */
  static long version(JsonNode item) {
    return Long.parseLong(item.path(VERSION).path("N").asString("0"));
  }

  static ObjectNode string(String value) {
    return JsonNodeFactory.instance.objectNode().put("S", value);
  }

  static ObjectNode number(long value) {
    return JsonNodeFactory.instance.objectNode().put("N", Long.toString(value));
  }

  private static ObjectNode key(String pk, String sk) {
    var key = JsonNodeFactory.instance.objectNode();
    key.set(PK, string(pk));
    key.set(SK, string(sk));
    return key;
  }
}
