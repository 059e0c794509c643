package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Item-per-member: an item for each member beside the project's. */
final class MemberItems implements RosterLayout {
  /** A roster that moves this often while it is read is read no better by once more. */
  private static final int READINGS = 3;

  private final MembersTable settings;
  private final Projects projects;
  private final KeyForm form;

  MemberItems(Projects projects, MembersTable settings) {
    this.projects = projects;
    this.settings = settings;
    this.form = new KeyForm(Objects.requireNonNull(settings.keys().member()));
  }

  /**
   * Members are read by a query, which no transaction can hold together with the version: so the
   * version is read before and after, and all again if it has moved. What the last reading gives
   * carries the version from before its members: a save on top of a mixture conflicts.
   */
  @Override
  public @Nullable Roster roster(String projectId) {
    Map<String, AttributeValue> project = projects.item(projectId);
    for (int reading = 1; project != null; reading++) {
      List<Member> members =
          projects.table().query(membersOf(projectId)).stream()
              .flatMap(item -> member(item, projectId))
              .toList();
      Map<String, AttributeValue> after = projects.item(projectId);
      if (after == null) {
        return null;
      }
      if (reading == READINGS || projects.version(after) == projects.version(project)) {
        return new Roster(
            projectId, projects.name(project, projectId), projects.version(project), members);
      }
      project = after;
    }
    return null;
  }

  @Override
  public int count(String projectId) {
    return projects.table().count(membersOf(projectId));
  }

  private Consumer<QueryRequest.Builder> membersOf(String projectId) {
    Map<String, String> ids = Map.of(Route.PROJECT_ID, projectId);
    var expression = new Expression();
    String condition =
        expression.equal(form.pk().attribute(), Items.text(form.pk().value().fill(ids)));
    var sort = form.sk();
    String prefix = sort == null ? "" : KeyForm.prefix(sort.value(), ids);
    if (sort != null && !prefix.isEmpty()) {
      condition +=
          " AND begins_with("
              + expression.name(sort.attribute())
              + ", "
              + expression.value(Items.text(prefix))
              + ")";
    }
    String keyCondition = condition;
    return query ->
        query
            .consistentRead(true)
            .keyConditionExpression(keyCondition)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values());
  }

  private Stream<Member> member(Map<String, AttributeValue> item, String projectId) {
    // The project's own item may lie in the same partition.
    if (item.keySet().containsAll(projects.form().attributes().toList())
        && projects.key(projectId).entrySet().stream()
            .allMatch(key -> key.getValue().equals(item.get(key.getKey())))) {
      return Stream.empty();
    }
    return form.ids(item).map(ids -> ids.get(Route.MEMBER_ID)).stream()
        .map(id ->
            new Member(
                id,
                Items.text(item, settings.attributes().email()),
                Items.text(item, settings.attributes().memberName()),
                role(item, id, settings)));
  }

  static Role role(Map<String, AttributeValue> item, String id, MembersTable settings) {
    String role = Items.text(item, settings.attributes().role());
    if (role.isBlank()) {
      throw new ProblemException(
          new Problem.Invalid("table-no-role", id, settings.attributes().role()));
    }
    return new Role(role);
  }

  @Override
  public List<TransactWriteItem> writes(Roster seen, RosterChange change) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(nextVersion(seen.projectId(), seen.version()));
    Member owner = OwnerWhoStays.of(seen, change, settings.roles()).orElse(null);
    writes.addAll(part(seen.projectId(), change, owner));
    return writes;
  }

  @Override
  public List<TransactWriteItem> part(String projectId, RosterChange part, @Nullable Member owner) {
    List<TransactWriteItem> writes = new ArrayList<>();
    part.added().forEach(member -> writes.add(addition(projectId, member)));
    part.removed().forEach(member -> writes.add(removal(projectId, member)));
    part.edited().forEach(edit -> writes.add(edit(projectId, edit)));
    if (owner != null) {
      writes.add(check(projectId, owner));
    }
    return writes;
  }

  @Override
  public TransactWriteItem nextVersion(String projectId, long version) {
    var expression = new Expression();
    String condition = String.join(" AND ", projects.asSeen(version, expression));
    String update =
        "SET " + expression.equal(settings.attributes().version(), Items.number(version + 1));
    return TransactWriteItem.builder()
        .update(write ->
            write
                .tableName(settings.table())
                .key(projects.key(projectId))
                .updateExpression(update)
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .build();
  }

  private TransactWriteItem addition(String projectId, Member member) {
    Map<String, AttributeValue> item = new HashMap<>(key(projectId, member.id()));
    String memberId = settings.attributes().memberId();
    if (memberId != null) {
      item.put(memberId, Items.text(member.id()));
    }
    item.put(settings.attributes().email(), Items.text(member.email()));
    item.put(settings.attributes().memberName(), Items.text(member.name()));
    item.put(settings.attributes().role(), Items.text(member.role().name()));
    Index byEmail = settings.indexes().byEmail();
    if (byEmail != null) {
      // An index of its own attribute finds nobody whose item lacks it.
      item.putIfAbsent(byEmail.attribute(), Items.text(EmailIndex.value(byEmail, member.email())));
    }
    var expression = new Expression();
    String condition = expression.absent(form.pk().attribute());
    return TransactWriteItem.builder()
        .put(write ->
            write
                .tableName(settings.table())
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names()))
        .build();
  }

  private TransactWriteItem removal(String projectId, Member member) {
    var expression = new Expression();
    String condition = asSeen(member, expression);
    return TransactWriteItem.builder()
        .delete(write ->
            write
                .tableName(settings.table())
                .key(key(projectId, member.id()))
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .build();
  }

  private TransactWriteItem edit(String projectId, RosterChange.Edited edit) {
    var expression = new Expression();
    String condition = asSeen(edit.before(), expression);
    Member after = edit.after();
    List<String> sets = new ArrayList<>();
    sets.add(expression.equal(settings.attributes().email(), Items.text(after.email())));
    sets.add(expression.equal(settings.attributes().memberName(), Items.text(after.name())));
    sets.add(expression.equal(settings.attributes().role(), Items.text(after.role().name())));
    Index byEmail = settings.indexes().byEmail();
    if (byEmail != null && !byEmail.attribute().equals(settings.attributes().email())) {
      sets.add(
          expression.equal(
              byEmail.attribute(), Items.text(EmailIndex.value(byEmail, after.email()))));
    }
    return TransactWriteItem.builder()
        .update(write ->
            write
                .tableName(settings.table())
                .key(key(projectId, edit.after().id()))
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .build();
  }

  private TransactWriteItem check(String projectId, Member owner) {
    var expression = new Expression();
    String condition =
        expression.equal(settings.attributes().role(), Items.text(owner.role().name()));
    return TransactWriteItem.builder()
        .conditionCheck(write ->
            write
                .tableName(settings.table())
                .key(key(projectId, owner.id()))
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .build();
  }

  private String asSeen(Member member, Expression expression) {
    return String.join(
        " AND ",
        expression.exists(form.pk().attribute()),
        text(settings.attributes().email(), member.email(), expression),
        text(settings.attributes().memberName(), member.name(), expression),
        expression.equal(settings.attributes().role(), Items.text(member.role().name())));
  }

  /** A text that was seen empty may be missing in the item. */
  private static String text(String attribute, String seen, Expression expression) {
    return seen.isEmpty()
        ? expression.absentOrEqual(attribute, Items.text(""))
        : expression.equal(attribute, Items.text(seen));
  }

  private Map<String, AttributeValue> key(String projectId, String memberId) {
    return form.of(Map.of(Route.PROJECT_ID, projectId, Route.MEMBER_ID, memberId));
  }

  KeyForm form() {
    return form;
  }
}
