package dev.frontdesk.sandbox.origin;

import dev.frontdesk.sandbox.store.DynamoDb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the members table, consistently wherever DynamoDB can: an index cannot, so what one says is
 * read again from the table.
 */
record RosterReads(DynamoDb db, String table) {
  /** Of a roster that moves between its pages. */
  private static final int ATTEMPTS = 5;

  /** BatchGetItem takes 100 keys, and a membership needs two. */
  private static final int MEMBERSHIPS_A_CALL = 50;

  record Project(String id, String name, long version) {}

  record Membership(String id, String name, String role) {}

  /** By id. */
  List<Project> projects() {
    return query(MembersTable.BY_KIND, MembersTable.KIND, MembersTable.PROJECT).stream()
        .map(RosterReads::project)
        .sorted(Comparator.comparing(Project::id))
        .toList();
  }

  /** The project, or null where there is none. */
  @Nullable Project project(String id) {
    var request = request();
    request.set("Key", MembersTable.projectKey(id));
    request.put("ConsistentRead", true);
    var item = db.call("GetItem", request).path("Item");
    return item.isObject() ? project(item) : null;
  }

  /**
   * The roster as it is at one version, or null where there is no such project.
   *
   * @throws ApiException 503 if the version moves whenever it is read
   */
  @Nullable Roster roster(String id) {
    Project before = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var pages = new int[1];
      var roster = roster(id, query(null, MembersTable.PK, MembersTable.projectPk(id), pages));
      if (roster == null || pages[0] == 1) {
        return roster;
      }
      // Pages are read at different times: only a version that is the same before the first and
      // after the last makes one roster of them.
      var after = project(id);
      if (after != null && after.equals(before)) {
        return roster;
      }
      before = after;
    }
    throw new ApiException(503, "the roster changes faster than it can be read");
  }

  /** A member's projects by id; empty where nobody has that id. */
  List<Membership> memberships(String memberId) {
    var ids =
        query(MembersTable.BY_MEMBER, MembersTable.SK, MembersTable.memberSk(memberId)).stream()
            .map(MembersTable::projectIdOf)
            .sorted()
            .toList();
    var memberships = new ArrayList<Membership>();
    for (int from = 0; from < ids.size(); from += MEMBERSHIPS_A_CALL) {
      var some = ids.subList(from, Math.min(ids.size(), from + MEMBERSHIPS_A_CALL));
      memberships.addAll(memberships(memberId, some));
    }
    return memberships;
  }

  private List<Membership> memberships(String memberId, List<String> projectIds) {
    Map<String, JsonNode> projects = new HashMap<>();
    Map<String, JsonNode> members = new HashMap<>();
    var keys = JsonNodeFactory.instance.arrayNode();
    for (String id : projectIds) {
      keys.add(MembersTable.projectKey(id)).add(MembersTable.memberKey(id, memberId));
    }
    for (JsonNode item : batchGet(keys)) {
      (MembersTable.isProject(item) ? projects : members).put(MembersTable.projectIdOf(item), item);
    }
    var memberships = new ArrayList<Membership>();
    for (String id : projectIds) {
      var project = projects.get(id);
      var member = members.get(id);
      if (project != null && member != null) {
        memberships.add(
            new Membership(
                id,
                MembersTable.text(project, MembersTable.NAME),
                MembersTable.text(member, MembersTable.ROLE)));
      }
    }
    return memberships;
  }

  private List<JsonNode> batchGet(JsonNode keys) {
    var items = new ArrayList<JsonNode>();
    while (!keys.isEmpty()) {
      var request = JsonNodeFactory.instance.objectNode();
      var wanted = request.putObject("RequestItems").putObject(table);
      wanted.put("ConsistentRead", true).set("Keys", keys);
      var answer = db.call("BatchGetItem", request);
      answer.path("Responses").path(table).forEach(items::add);
      keys = answer.path("UnprocessedKeys").path(table).path("Keys");
    }
    return items;
  }

  private List<JsonNode> query(String index, String attribute, String value) {
    return query(index, attribute, value, new int[1]);
  }

  /**
   * @param index null for the table itself, which is read consistently
   * @param pages tells how many pages it took
   */
  private List<JsonNode> query(
      @Nullable String index, String attribute, String value, int[] pages) {
    var request = request();
    if (index == null) {
      request.put("ConsistentRead", true);
    } else {
      request.put("IndexName", index);
    }
    request.put("KeyConditionExpression", "#k = :v");
    request.putObject("ExpressionAttributeNames").put("#k", attribute);
    request.putObject("ExpressionAttributeValues").set(":v", MembersTable.string(value));
    var items = new ArrayList<JsonNode>();
    while (true) {
      var answer = db.call("Query", request);
      answer.path("Items").forEach(items::add);
      pages[0]++;
      var last = answer.path("LastEvaluatedKey");
      if (!last.isObject()) {
        return items;
      }
      request.set("ExclusiveStartKey", last);
    }
  }

  private ObjectNode request() {
    return JsonNodeFactory.instance.objectNode().put("TableName", table);
  }

  private static Project project(JsonNode item) {
    return new Project(
        MembersTable.projectIdOf(item),
        MembersTable.text(item, MembersTable.NAME),
        MembersTable.version(item));
  }

  private static @Nullable Roster roster(String id, List<JsonNode> items) {
    var project = items.stream().filter(MembersTable::isProject).findFirst();
    if (project.isEmpty()) {
      return null;
    }
    var members =
        items.stream()
            .filter(MembersTable::isMember)
            .map(RosterReads::member)
            .sorted(Comparator.comparing(Member::id))
            .toList();
    return new Roster(
        id,
        MembersTable.text(project.get(), MembersTable.NAME),
        MembersTable.version(project.get()),
        members);
  }

  private static Member member(JsonNode item) {
    return new Member(
        MembersTable.memberIdOf(item),
        MembersTable.text(item, MembersTable.EMAIL),
        MembersTable.text(item, MembersTable.NAME),
        MembersTable.text(item, MembersTable.ROLE));
  }
}
