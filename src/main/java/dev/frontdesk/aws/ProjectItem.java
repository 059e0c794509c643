package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Item-per-project: one item with a list of maps. Whatever else is in the item, or in a member's
 * map, stays as it is.
 */
final class ProjectItem implements RosterLayout {
  private static final String MEMBERS = "members";

  /** Where the connection names no attribute for it. */
  private static final String ID = "id";

  private final MembersTable settings;
  private final Projects projects;
  private final String id;
  private final MemberFields fields;

  ProjectItem(Projects projects, MembersTable settings) {
    this.projects = projects;
    this.settings = settings;
    this.id = Objects.requireNonNullElse(settings.attributes().memberId(), ID);
    this.fields = new MemberFields(settings.attributes(), id);
  }

  @Override
  public @Nullable Roster roster(String projectId) {
    Map<String, AttributeValue> item = projects.item(projectId);
    return item == null ? null : roster(item, projectId);
  }

  private Roster roster(Map<String, AttributeValue> item, String projectId) {
    List<Member> members = new ArrayList<>();
    for (AttributeValue each : list(item, projectId)) {
      if (each.hasM()) {
        members.add(fields.member(id(each.m(), projectId), each.m()));
      }
    }
    return new Roster(projectId, projects.name(item, projectId), projects.version(item), members);
  }

  /** Empty where it is missing; what is something else is nobody's to be overwritten. */
  private static List<AttributeValue> list(Map<String, AttributeValue> item, String projectId) {
    AttributeValue value = item.get(MEMBERS);
    if (value != null && !value.hasL() && value.type() != AttributeValue.Type.NUL) {
      throw OneText.notOne("table-no-list", projectId, MEMBERS, value);
    }
    return Items.list(item, MEMBERS);
  }

  private String id(Map<String, AttributeValue> member, String projectId) {
    String memberId = OneText.of(member, id, projectId);
    if (memberId.isEmpty()) {
      throw new ProblemException(new Problem.Invalid("table-no-id", projectId, id));
    }
    return memberId;
  }

  @Override
  public int count(String projectId) {
    Map<String, AttributeValue> item = projects.item(projectId);
    return item == null
        ? 0
        : (int) list(item, projectId).stream().filter(AttributeValue::hasM).count();
  }

  /** One write, conditional on the version and on the very list that the new one is made of. */
  @Override
  public List<TransactWriteItem> writes(Roster seen, RosterChange change) {
    Map<String, AttributeValue> item = projects.item(seen.projectId());
    if (item == null) {
      throw new ProblemException(new Problem.Missing("project", seen.projectId(), null));
    }
    requireAsSeen(roster(item, seen.projectId()), seen, change);
    AttributeValue members = next(list(item, seen.projectId()), seen.projectId(), change);
    requireRoom(item, members);

    var expression = new Expression();
    List<String> conditions = new ArrayList<>(projects.asSeen(seen.version(), expression));
    AttributeValue before = item.get(MEMBERS);
    conditions.add(before == null ? expression.absent(MEMBERS) : expression.equal(MEMBERS, before));
    String update =
        "SET "
            + expression.equal(settings.attributes().version(), Items.number(seen.version() + 1))
            + ", "
            + expression.equal(MEMBERS, members);
    return List.of(
        expression.update(
            settings.table(),
            projects.key(seen.projectId()),
            update,
            String.join(" AND ", conditions)));
  }

  /** One item holds the roster: its change is one write, and has no parts. */
  @Override
  public List<TransactWriteItem> part(String projectId, RosterChange part, @Nullable Member owner) {
    throw new UnsupportedOperationException("a roster in one item is written whole");
  }

  @Override
  public TransactWriteItem nextVersion(String projectId, long version) {
    throw new UnsupportedOperationException("a roster in one item is written whole");
  }

  private static void requireAsSeen(Roster now, Roster seen, RosterChange change) {
    boolean same = now.version() == seen.version() && change.movedOn(now).isEmpty();
    if (!same) {
      throw new ProblemException(new Problem.Conflict(seen.projectName()));
    }
  }

  private AttributeValue next(List<AttributeValue> members, String projectId, RosterChange change) {
    Set<String> gone = new HashSet<>();
    change.removed().forEach(member -> gone.add(member.id()));
    Map<String, RosterChange.Edited> edits = new HashMap<>();
    change.edited().forEach(edit -> edits.put(edit.after().id(), edit));
    List<Map<String, AttributeValue.Type>> kinds = new ArrayList<>();
    List<AttributeValue> next = new ArrayList<>();
    for (AttributeValue member : members) {
      if (!member.hasM()) {
        next.add(member);
        continue;
      }
      kinds.add(fields.kinds(member.m()));
      String memberId = id(member.m(), projectId);
      RosterChange.Edited edit = edits.get(memberId);
      if (edit != null) {
        next.add(edited(member.m(), edit, kinds.getLast()));
      } else if (!gone.contains(memberId)) {
        next.add(member);
      }
    }
    Map<String, AttributeValue.Type> usual = MemberFields.usual(kinds);
    change.added().forEach(member -> next.add(AttributeValue.fromM(fields.added(member, usual))));
    return AttributeValue.fromL(next);
  }

  private AttributeValue edited(
      Map<String, AttributeValue> before,
      RosterChange.Edited edit,
      Map<String, AttributeValue.Type> kinds) {
    Map<String, AttributeValue> after = new HashMap<>(before);
    fields
        .edited(edit, kinds)
        .forEach((name, value) ->
            value.ifPresentOrElse(there -> after.put(name, there), () -> after.remove(name)));
    return AttributeValue.fromM(after);
  }

  private void requireRoom(Map<String, AttributeValue> item, AttributeValue members) {
    Map<String, AttributeValue> next = new HashMap<>(item);
    next.put(MEMBERS, members);
    int size = Items.size(next);
    if (size > Items.LARGEST) {
      throw new ProblemException(
          new Problem.Invalid(
              "roster-too-large",
              Integer.toString((size + 1023) / 1024),
              Integer.toString(Items.LARGEST / 1024)));
    }
  }
}
