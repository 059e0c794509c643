package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.expression.Condition;
import dev.frontdesk.sandbox.store.expression.Evaluator;
import dev.frontdesk.sandbox.store.expression.Expressions;
import dev.frontdesk.sandbox.store.expression.Path;
import dev.frontdesk.sandbox.store.expression.Projection;
import dev.frontdesk.sandbox.store.expression.Scope;
import dev.frontdesk.sandbox.store.value.Value;
import dev.frontdesk.sandbox.store.value.ValueJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What Query and Scan have in common: where to read, which items, what of them, how many. */
final class Selection {
  private static final List<String> SELECTS =
      List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

  private final String tableName;
  private final @Nullable String indexName;
  private final @Nullable Integer limit;
  private final boolean consistent;
  private final Value.@Nullable M startKey;
  private final String select;
  private final @Nullable Projection projection;
  private final @Nullable Condition filter;
  private final List<Path> filterPaths;

  /**
   * @param scope the request's placeholders, which the caller may use for more expressions
   */
  Selection(Request request, Scope scope) {
    tableName = request.tableName();
    indexName = request.text("IndexName");
    limit = request.integer("Limit", 1, Integer.MAX_VALUE);
    consistent = request.flag("ConsistentRead");
    select = request.choice("Select", SELECTS, "");
    request.check();
    ObjectNode start = request.object("ExclusiveStartKey");
    startKey = start == null ? null : readStart(start);
    String filterText = request.text("FilterExpression");
    if (filterText == null) {
      filter = null;
      filterPaths = List.of();
    } else {
      Expressions.Parsed parsed = Expressions.condition("FilterExpression", filterText, scope);
      filter = parsed.condition();
      filterPaths = parsed.paths();
    }
    String projectionText = request.text("ProjectionExpression");
    projection = projectionText == null ? null : Expressions.projection(projectionText, scope);
    checkSelect(request.has("KeyConditionExpression") ? "1 validation error detected: " : "");
  }

  private static Value.M readStart(ObjectNode start) {
    try {
      return ValueJson.readItem(start);
    } catch (DynamoDbException e) {
      throw e.type().equals("ValidationException")
          ? Errors.validation("The provided starting key is invalid: " + e.getMessage())
          : e;
    }
  }

  /**
   * @param prefix what a Query, other than a Scan, tells before one of the faults
   */
  private void checkSelect(String prefix) {
    if (projection != null && !select.isEmpty() && !select.equals("SPECIFIC_ATTRIBUTES")) {
      throw Errors.validation(
          prefix
              + "Cannot specify the ProjectionExpression when choosing to get "
              + (select.equals("COUNT") ? "only the Count" : select));
    }
    if (projection == null && select.equals("SPECIFIC_ATTRIBUTES")) {
      throw Errors.validation(
          "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
              + " SPECIFIC_ATTRIBUTES");
    }
    if (select.equals("ALL_PROJECTED_ATTRIBUTES") && indexName == null) {
      throw Errors.validation(
          "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
    }
  }

  String tableName() {
    return tableName;
  }

  @Nullable Integer limit() {
    return limit;
  }

  boolean consistent() {
    return consistent;
  }

  Value.@Nullable M startKey() {
    return startKey;
  }

  boolean countsOnly() {
    return select.equals("COUNT");
  }

  List<Path> filterPaths() {
    return filterPaths;
  }

  boolean accepts(Value.M item) {
    return filter == null || Evaluator.holds(filter, item);
  }

  Value.M shown(Value.M item) {
    return projection == null ? item : projection.of(item);
  }

  /** The index to read, checked against what is asked of it; null for the table itself. */
  @Nullable IndexSchema index(TableSchema schema) {
    if (indexName == null) {
      return null;
    }
    IndexSchema index = schema.index(indexName);
    if (index == null) {
      throw Errors.validation("The table does not have the specified index: " + indexName);
    }
    if (index.global()) {
      checkGlobal(index);
    }
    return index;
  }

  private void checkGlobal(IndexSchema index) {
    if (consistent) {
      throw Errors.validation("Consistent reads are not supported on global secondary indexes");
    }
    if (select.equals("ALL_ATTRIBUTES") && !index.projectsAll()) {
      throw Errors.invalidParameter(
          "Select type ALL_ATTRIBUTES is not supported for global secondary index %s because its projection type is not ALL"
              .formatted(index.name()));
    }
    if (projection != null) {
      List<String> missing =
          projection.paths().stream()
              .map(Path::attribute)
              .filter(attribute -> !index.projects(attribute))
              .distinct()
              .toList();
      if (!missing.isEmpty()) {
        throw Errors.invalidParameter(
            "Global secondary index %s does not project %s".formatted(index.name(), missing));
      }
    }
  }

  /**
   * Whether a local index must fetch whole items from its table: it does where more is asked for
   * than it projects.
   */
  boolean fetches(IndexSchema index) {
    return !index.global()
        && (select.equals("ALL_ATTRIBUTES")
            || (projection != null
                && projection.paths().stream()
                    .anyMatch(path -> !index.projects(path.attribute()))));
  }
}
