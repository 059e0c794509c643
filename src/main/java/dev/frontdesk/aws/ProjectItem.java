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

  ProjectItem(Projects projects, MembersTable settings) {
    this.projects = projects;
    this.settings = settings;
    String named = settings.attributes().memberId();
    this.id = named == null ? ID : named;
  }

  @Override
  public @Nullable Roster roster(String projectId) {
    Map<String, AttributeValue> item = projects.item(projectId);
    return item == null ? null : roster(item, projectId);
  }

  private Roster roster(Map<String, AttributeValue> item, String projectId) {
    return new Roster(
        projectId,
        projects.name(item, projectId),
        projects.version(item),
        Items.maps(item, MEMBERS).stream().map(this::member).toList());
  }

  private Member member(Map<String, AttributeValue> fields) {
    String memberId = Items.text(fields, id);
    return new Member(
        memberId,
        Items.text(fields, settings.attributes().email()),
        Items.text(fields, settings.attributes().memberName()),
        MemberItems.role(fields, memberId, settings));
  }

  @Override
  public int count(String projectId) {
    Map<String, AttributeValue> item = projects.item(projectId);
    return item == null ? 0 : Items.list(item, MEMBERS).size();
  }

  /** One write, conditional on the version and on the very list that the new one is made of. */
  @Override
  public List<TransactWriteItem> writes(Roster seen, RosterChange change) {
    Map<String, AttributeValue> item = projects.item(seen.projectId());
    if (item == null) {
      throw new ProblemException(new Problem.Missing("project", seen.projectId(), null));
    }
    requireAsSeen(roster(item, seen.projectId()), seen, change);
    AttributeValue members = next(Items.list(item, MEMBERS), change);
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
        TransactWriteItem.builder()
            .update(write ->
                write
                    .tableName(settings.table())
                    .key(projects.key(seen.projectId()))
                    .updateExpression(update)
                    .conditionExpression(String.join(" AND ", conditions))
                    .expressionAttributeNames(expression.names())
                    .expressionAttributeValues(expression.values()))
            .build());
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

  private AttributeValue next(List<AttributeValue> members, RosterChange change) {
    Set<String> gone = new HashSet<>();
    change.removed().forEach(member -> gone.add(member.id()));
    Map<String, Member> edited = new HashMap<>();
    change.edited().forEach(edit -> edited.put(edit.after().id(), edit.after()));
    List<AttributeValue> next = new ArrayList<>();
    for (AttributeValue member : members) {
      String memberId = member.hasM() ? Items.text(member.m(), id) : "";
      Member after = edited.get(memberId);
      if (after != null) {
        next.add(with(member.m(), after));
      } else if (!gone.contains(memberId)) {
        next.add(member);
      }
    }
    change.added().forEach(member -> next.add(with(Map.of(), member)));
    return AttributeValue.fromL(next);
  }

  private AttributeValue with(Map<String, AttributeValue> fields, Member member) {
    Map<String, AttributeValue> changed = new HashMap<>(fields);
    changed.put(id, Items.text(member.id()));
    changed.put(settings.attributes().email(), Items.text(member.email()));
    changed.put(settings.attributes().memberName(), Items.text(member.name()));
    changed.put(settings.attributes().role(), Items.text(member.role().name()));
    return AttributeValue.fromM(changed);
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
