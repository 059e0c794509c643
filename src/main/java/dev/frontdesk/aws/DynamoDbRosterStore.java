package dev.frontdesk.aws;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Projects and rosters in a DynamoDB table of either layout. */
final class DynamoDbRosterStore implements RosterStore {
  /**
   * Written out: the lambdas of {@link Comparator}'s own orders are not in the program's cache of
   * classes, and each is made anew in every start.
   */
  private static final Comparator<Project> BY_NAME =
      (one, other) -> {
        int byName = one.name().compareToIgnoreCase(other.name());
        return byName == 0 ? one.id().compareTo(other.id()) : byName;
      };

  private final MembersTable settings;
  private final Projects projects;
  private final RosterLayout layout;

  DynamoDbRosterStore(AwsClients clients, MembersTable settings) {
    this.settings = settings;
    this.projects = Projects.of(clients, settings);
    this.layout =
        switch (settings.layout()) {
          case ITEM_PER_MEMBER -> new MemberItems(projects, settings);
          case ITEM_PER_PROJECT -> new ProjectItem(projects, settings);
        };
  }

  @Override
  public List<Project> projects() {
    return listing()
        .flatMap(item ->
            projects.form().ids(item).map(ids -> ids.get(Route.PROJECT_ID)).stream()
                .map(id -> new Project(id, projects.listedName(item, id), OptionalInt.empty())))
        .sorted(BY_NAME)
        .toList();
  }

  /** By the index; where none is named by their partition, if all share one; else by a scan. */
  private Stream<Map<String, AttributeValue>> listing() {
    Index index = settings.indexes().projects();
    var expression = new Expression();
    String wanted = listed(expression);
    if (index != null) {
      String asked = Objects.requireNonNullElse(index.value(), "");
      String condition =
          expression.equal(
              index.attribute(), projects.types().value(index.attribute(), asked, asked));
      return queried(
          expression,
          query ->
              query
                  .indexName(index.index())
                  .keyConditionExpression(condition)
                  .projectionExpression(wanted));
    }
    String conditions = String.join(" AND ", projects.form().conditions(Map.of(), expression));
    return projects.form().pk().value().variables().isEmpty()
        ? queried(
            expression,
            query ->
                query
                    .consistentRead(true)
                    .keyConditionExpression(conditions)
                    .projectionExpression(wanted))
        : scanned(expression, conditions, wanted);
  }

  private Stream<Map<String, AttributeValue>> queried(
      Expression expression, Consumer<QueryRequest.Builder> query) {
    return projects
        .table()
        .query(request -> {
          request
              .expressionAttributeNames(expression.names())
              .expressionAttributeValues(expression.values());
          query.accept(request);
        })
        .stream();
  }

  private Stream<Map<String, AttributeValue>> scanned(
      Expression expression, String conditions, String wanted) {
    return projects
        .table()
        .scan(scan -> {
          scan.projectionExpression(wanted).expressionAttributeNames(expression.names());
          if (!conditions.isEmpty()) {
            scan.filterExpression(conditions).expressionAttributeValues(expression.values());
          }
        })
        .stream();
  }

  private String listed(Expression expression) {
    return String.join(
        ", ",
        Stream.concat(projects.form().attributes(), Stream.of(settings.attributes().projectName()))
            .distinct()
            .map(expression::name)
            .toList());
  }

  @Override
  public int countMembers(String projectId) {
    return layout.count(projectId);
  }

  @Override
  public Roster roster(String projectId) {
    Roster roster = projectId.isEmpty() ? null : layout.roster(projectId);
    if (roster == null) {
      throw new ProblemException(new Problem.Missing("project", projectId, null));
    }
    return roster;
  }

  /** Whether the project is there, read consistently. */
  boolean hasProject(String projectId) {
    return projects.item(projectId) != null;
  }

  @Override
  public Optional<String> knownId(String email) {
    Index index = settings.indexes().byEmail();
    if (index == null) {
      return Optional.empty();
    }
    return Stream.of(email.strip(), EmailAddress.key(email))
        .distinct()
        .flatMap(spelling -> known(index, spelling))
        .findFirst();
  }

  private Stream<String> known(Index index, String email) {
    var expression = new Expression();
    String condition =
        expression.equal(index.attribute(), Items.text(EmailIndex.value(index, email)));
    return queried(
            expression, query -> query.indexName(index.index()).keyConditionExpression(condition))
        .map(this::memberId)
        .filter(Objects::nonNull);
  }

  private @Nullable String memberId(Map<String, AttributeValue> item) {
    String named = settings.attributes().memberId();
    return switch (layout) {
      case MemberItems members ->
          members.form().ids(item).map(ids -> ids.get(Route.MEMBER_ID)).orElse(null);
      case ProjectItem _ ->
          named == null || !item.containsKey(named)
              ? null
              : OneText.of(item, named, projectId(item));
    };
  }

  private String projectId(Map<String, AttributeValue> item) {
    return projects.form().ids(item).map(ids -> ids.get(Route.PROJECT_ID)).orElse("?");
  }

  /** See {@link RosterLayout#writes}. */
  List<TransactWriteItem> writes(Roster seen, RosterChange change) {
    return layout.writes(seen, change);
  }

  /**
   * The writes of a part of a change that is saved in several, without the roster's version.
   *
   * @param now the roster as the part finds it
   */
  List<TransactWriteItem> part(Roster now, RosterChange part) {
    Member owner = OwnerWhoStays.of(now, part, settings.roles()).orElse(null);
    return layout.part(now.projectId(), part, owner);
  }

  /** Whether a change takes an owner away. */
  boolean takesOwnerAway(RosterChange change) {
    return OwnerWhoStays.goes(change, settings.roles());
  }

  /** The check that the project is there at this version. */
  TransactWriteItem atVersion(String projectId, long version) {
    var expression = new Expression();
    String condition = String.join(" AND ", projects.asSeen(version, expression));
    return expression.check(settings.table(), projects.key(projectId), condition);
  }

  /** The write that moves the roster's version by one from this one. */
  TransactWriteItem nextVersion(String projectId, long version) {
    return layout.nextVersion(projectId, version);
  }

  /**
   * The roster's version now, read consistently.
   *
   * @throws ProblemException with {@code Missing} for an unknown project
   */
  long version(String projectId) {
    Map<String, AttributeValue> item = projects.item(projectId);
    if (item == null) {
      throw new ProblemException(new Problem.Missing("project", projectId, null));
    }
    return projects.version(item);
  }
}
