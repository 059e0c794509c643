package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Item-per-member: an item for each member beside the project's. */
final class MemberItems implements RosterLayout {
  /** A roster that moves this often while it is read is read no better by once more. */
  private static final int READINGS = 3;

  private static final String MEMBER_PLACE = "{" + Route.MEMBER_ID + "}";

  private final MembersTable settings;
  private final Projects projects;
  private final KeyForm form;
  private final MemberFields fields;
  private final Kinds kinds = new Kinds();

  MemberItems(Projects projects, MembersTable settings) {
    this.projects = projects;
    this.settings = settings;
    this.form = new KeyForm(Objects.requireNonNull(settings.keys().member()), projects.types());
    this.fields = new MemberFields(settings.attributes(), settings.attributes().memberId());
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
      List<Member> members = members(projectId);
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

  private List<Member> members(String projectId) {
    Function<Map<String, AttributeValue>, Optional<String>> ids = ids(projectId);
    List<Member> members = new ArrayList<>();
    Map<String, Map<String, AttributeValue.Type>> seen = new HashMap<>();
    for (Map<String, AttributeValue> item : projects.table().query(membersOf(projectId, false))) {
      ids.apply(item)
          .ifPresent(id -> {
            members.add(fields.member(id, item));
            seen.put(id, fields.kinds(item));
          });
    }
    kinds.learn(projectId, seen);
    return members;
  }

  /** Which member an item is; empty for the project's own, which may lie in the same partition. */
  private Function<Map<String, AttributeValue>, Optional<String>> ids(String projectId) {
    KeyForm ofProject = form.knowing(Map.of(Route.PROJECT_ID, projectId));
    Map<String, AttributeValue> project = projects.key(projectId);
    return item ->
        item.entrySet().containsAll(project.entrySet())
            ? Optional.empty()
            : ofProject.ids(item).map(ids -> ids.get(Route.MEMBER_ID));
  }

  /** By numbers alone where nothing but members can lie in what is counted, else by their keys. */
  @Override
  public int count(String projectId) {
    if (!projects.form().takes(Map.of(Route.PROJECT_ID, projectId))) {
      return 0;
    }
    boolean membersAlone =
        Objects.requireNonNull(form.sk()).value().text().endsWith(MEMBER_PLACE)
            && !form.finds(projects.key(projectId), Map.of(Route.PROJECT_ID, projectId));
    if (membersAlone) {
      return projects.table().count(membersOf(projectId, false));
    }
    var ids = ids(projectId);
    return (int)
        projects.table().query(membersOf(projectId, true)).stream()
            .filter(item -> ids.apply(item).isPresent())
            .count();
  }

  private Consumer<QueryRequest.Builder> membersOf(String projectId, boolean keysAlone) {
    var expression = new Expression();
    String condition =
        String.join(" AND ", form.conditions(Map.of(Route.PROJECT_ID, projectId), expression));
    String wanted =
        keysAlone ? String.join(", ", form.attributes().map(expression::name).toList()) : null;
    return query ->
        query
            .consistentRead(true)
            .keyConditionExpression(condition)
            .projectionExpression(wanted)
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values());
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
    Kinds.OfRoster known = kinds(projectId);
    List<TransactWriteItem> writes = new ArrayList<>();
    part.added().forEach(member -> writes.add(addition(projectId, member, known)));
    part.removed().forEach(member -> writes.add(removal(projectId, member, known)));
    part.edited().forEach(edit -> writes.add(edit(projectId, edit, known)));
    if (owner != null) {
      writes.add(check(projectId, owner, known));
    }
    return writes;
  }

  /** From the roster that the change was made on; or read now, where another run read it. */
  private Kinds.OfRoster kinds(String projectId) {
    Kinds.OfRoster known = kinds.of(projectId);
    if (known == null && projects.item(projectId) != null) {
      members(projectId);
      known = kinds.of(projectId);
    }
    return known == null ? Kinds.OfRoster.PLAIN : known;
  }

  @Override
  public TransactWriteItem nextVersion(String projectId, long version) {
    var expression = new Expression();
    String condition = String.join(" AND ", projects.asSeen(version, expression));
    String update =
        "SET " + expression.equal(settings.attributes().version(), Items.number(version + 1));
    return expression.update(settings.table(), projects.key(projectId), update, condition);
  }

  private TransactWriteItem addition(String projectId, Member member, Kinds.OfRoster known) {
    Map<String, AttributeValue> item = new HashMap<>(key(projectId, member.id()));
    fields.added(member, known.usual()).forEach(item::putIfAbsent);
    Index byEmail = settings.indexes().byEmail();
    if (byEmail != null) {
      // An index of its own attribute finds nobody whose item lacks it.
      item.putIfAbsent(byEmail.attribute(), Items.text(EmailIndex.value(byEmail, member.email())));
    }
    var expression = new Expression();
    String condition = expression.absent(form.pk().attribute());
    return expression.put(settings.table(), item, condition);
  }

  private TransactWriteItem removal(String projectId, Member member, Kinds.OfRoster known) {
    var expression = new Expression();
    String condition = asSeen(member, known, expression);
    return expression.delete(settings.table(), key(projectId, member.id()), condition);
  }

  /** Writes what differs, and nothing else of the item. */
  private TransactWriteItem edit(String projectId, RosterChange.Edited edit, Kinds.OfRoster known) {
    var expression = new Expression();
    String condition = asSeen(edit.before(), known, expression);
    Map<String, Optional<AttributeValue>> changed =
        fields.edited(edit, known.of(edit.before().id()));
    Index byEmail = settings.indexes().byEmail();
    if (byEmail != null && changed.containsKey(settings.attributes().email())) {
      changed.putIfAbsent(
          byEmail.attribute(),
          Optional.of(Items.text(EmailIndex.value(byEmail, edit.after().email()))));
    }
    if (changed.isEmpty()) {
      return check(projectId, edit.after(), expression, condition);
    }
    String update = expression.update(changed);
    return expression.update(
        settings.table(), key(projectId, edit.after().id()), update, condition);
  }

  private TransactWriteItem check(String projectId, Member owner, Kinds.OfRoster known) {
    var expression = new Expression();
    String condition = fields.hasRole(owner, known.of(owner.id()), expression);
    return check(projectId, owner, expression, condition);
  }

  private TransactWriteItem check(
      String projectId, Member member, Expression expression, String condition) {
    return expression.check(settings.table(), key(projectId, member.id()), condition);
  }

  private String asSeen(Member member, Kinds.OfRoster known, Expression expression) {
    List<String> conditions = new ArrayList<>(List.of(expression.exists(form.pk().attribute())));
    conditions.addAll(fields.asSeen(member, known.of(member.id()), expression));
    return String.join(" AND ", conditions);
  }

  private Map<String, AttributeValue> key(String projectId, String memberId) {
    return form.of(Map.of(Route.PROJECT_ID, projectId, Route.MEMBER_ID, memberId));
  }

  KeyForm form() {
    return form;
  }
}
