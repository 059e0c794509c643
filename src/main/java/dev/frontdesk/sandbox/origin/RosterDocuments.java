package dev.frontdesk.sandbox.origin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The API's documents: written, and read with every rule of a roster checked. */
final class RosterDocuments {
  /** A local part, an at sign, and a domain of at least two labels: as far as form can tell. */
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>(),;:\"\\[\\]\\\\]{1,64}@"
              + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+[\\p{L}\\p{N}-]{2,}");

  private static final int LONGEST = 254;
  private static final JsonMapper JSON = JsonMapper.shared();

  private RosterDocuments() {}

  /** What a PUT asks for; ids that it leaves out are null. */
  record Wish(OptionalLong version, List<Wished> members) {
    record Wished(@Nullable String id, String email, String name, String role) {}
  }

  static byte[] bytes(ObjectNode document) {
    return JSON.writeValueAsBytes(document);
  }

  static ObjectNode error(String message) {
    return object().put("error", message);
  }

  static ObjectNode projects(List<RosterReads.Project> projects) {
    var document = object();
    var list = document.putArray("projects");
    for (var project : projects) {
      list.addObject().put("id", project.id()).put("name", project.name());
    }
    return document;
  }

  static ObjectNode project(RosterReads.Project project) {
    return object()
        .put("id", project.id())
        .put("name", project.name())
        .put("version", project.version());
  }

  static ObjectNode roster(Roster roster) {
    var document = object().put("projectId", roster.projectId()).put("version", roster.version());
    var list = document.putArray("members");
    for (Member member : roster.members()) {
      list.addObject()
          .put("id", member.id())
          .put("email", member.email())
          .put("name", member.name())
          .put("role", member.role());
    }
    return document;
  }

  static ObjectNode memberships(String memberId, List<RosterReads.Membership> memberships) {
    var document = object().put("memberId", memberId);
    var list = document.putArray("projects");
    for (var membership : memberships) {
      list.addObject()
          .put("id", membership.id())
          .put("name", membership.name())
          .put("role", membership.role());
    }
    return document;
  }

  /**
   * Reads a roster's document.
   *
   * @throws ApiException 400, with what is wrong with it
   */
  static Wish wish(byte[] body, String projectId) {
    JsonNode document = parsed(body);
    if (!document.isObject()) {
      throw ApiException.badRequest("the body is not a JSON object");
    }
    var named = document.path("projectId");
    if (!named.isMissingNode() && !named.asString("").equals(projectId)) {
      throw ApiException.badRequest("projectId is not the path's: " + named);
    }
    var list = document.path("members");
    if (!list.isArray()) {
      throw ApiException.badRequest("members is to be an array");
    }
    var members = new ArrayList<Wish.Wished>();
    for (JsonNode member : list) {
      members.add(wished(member, "members[" + members.size() + "]"));
    }
    check(members);
    return new Wish(version(document.path("version")), members);
  }

  /** The members wished for: who brings no id keeps the one of that e-mail, or gets a new one. */
  static List<Member> members(Wish wish, Roster seen) {
    Map<String, String> known =
        seen.members().stream()
            .collect(
                Collectors.toMap(
                    member -> fold(member.email()), Member::id, (first, second) -> first));
    var taken = new HashSet<String>();
    wish.members().forEach(member -> taken.add(String.valueOf(member.id())));
    var members = new ArrayList<Member>();
    for (var member : wish.members()) {
      String id = member.id();
      if (id == null) {
        String old = known.get(fold(member.email()));
        id = old == null || taken.contains(old) ? UUID.randomUUID().toString() : old;
      }
      members.add(new Member(id, member.email(), member.name(), member.role()));
    }
    return members;
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException malformed) {
      var refused =
          ApiException.badRequest("the body is not JSON: " + malformed.getOriginalMessage());
      refused.initCause(malformed);
      throw refused;
    }
  }

  private static OptionalLong version(JsonNode version) {
    if (version.isMissingNode() || version.isNull()) {
      return OptionalLong.empty();
    }
    if (!version.isIntegralNumber() || !version.canConvertToLong() || version.asLong() < 0) {
      throw ApiException.badRequest("version is to be a whole number from 0 on");
    }
    return OptionalLong.of(version.asLong());
  }

  private static Wish.Wished wished(JsonNode member, String where) {
    if (!member.isObject()) {
      throw ApiException.badRequest(where + " is to be an object");
    }
    String id = text(member, "id", where);
    String email = text(member, "email", where);
    String name = text(member, "name", where);
    String role = text(member, "role", where);
    if (id != null && (id.isBlank() || id.chars().anyMatch(Character::isISOControl))) {
      throw ApiException.badRequest(where + ".id is blank or has control characters");
    }
    if (email == null || !EMAIL.matcher(email).matches()) {
      throw ApiException.badRequest(where + ".email is not well formed: " + email);
    }
    if (role == null || !MembersTable.ROLES.contains(role)) {
      throw ApiException.badRequest(
          where + ".role is to be one of " + String.join(", ", MembersTable.ROLES));
    }
    return new Wish.Wished(id, email, name == null ? "" : name, role);
  }

  private static @Nullable String text(JsonNode member, String field, String where) {
    var value = member.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString() || value.stringValue().length() > LONGEST) {
      throw ApiException.badRequest(
          where + "." + field + " is to be a string of at most " + LONGEST + " characters");
    }
    return value.stringValue();
  }

  private static void check(List<Wish.Wished> members) {
    var emails = new HashSet<String>();
    var ids = new HashSet<String>();
    for (var member : members) {
      if (!emails.add(fold(member.email()))) {
        throw ApiException.badRequest("the e-mail appears twice: " + member.email());
      }
      if (member.id() != null && !ids.add(member.id())) {
        throw ApiException.badRequest("the id appears twice: " + member.id());
      }
    }
    String owner = MembersTable.ROLES.getFirst();
    if (members.stream().noneMatch(member -> member.role().equals(owner))) {
      throw ApiException.badRequest("a roster has at least one " + owner);
    }
  }

  private static String fold(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
