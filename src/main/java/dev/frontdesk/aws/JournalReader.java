package dev.frontdesk.aws;

import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The journal's table, read. */
final class JournalReader {
  /** Nothing says where a journal begins: so many months without an entry, and it is taken for. */
  private static final int MOST_EMPTY_MONTHS = 24;

  /** By how much the clocks of desks may differ; nobody writes into a month that long past. */
  private static final Duration SKEW = Duration.ofDays(1);

  private final Table table;
  private final InstantSource time;
  private final Set<YearMonth> empty = ConcurrentHashMap.newKeySet();

  JournalReader(Table table, InstantSource time) {
    this.table = table;
    this.time = time;
  }

  Optional<JournalEntry> read(String id) {
    AttributeValue month;
    try {
      month = JournalItems.month(EntryId.month(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no entry was ever called so
    }
    var expression = new Expression();
    String condition =
        "%s AND %s BETWEEN %s AND %s"
            .formatted(
                expression.equal(JournalItems.PK, month),
                expression.name(JournalItems.SK),
                expression.value(Items.text(id)),
                expression.value(Items.text(id + JournalItems.AFTER_BESIDE)));
    var reader = new EntryReader();
    table
        .query(query ->
            query
                .consistentRead(true)
                .keyConditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .forEach(reader::take);
    return reader.entry(id);
  }

  /** The ids in the index of what is open, oldest first; it may be behind. */
  List<String> openIds() {
    var expression = new Expression();
    String condition = expression.equal(JournalItems.OPEN, JournalItems.IS_OPEN);
    return table
        .query(query ->
            query
                .indexName(JournalItems.OPEN)
                .keyConditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()))
        .stream()
        .map(item -> Items.text(item, JournalItems.SK))
        .toList();
  }

  List<JournalEntry> newest(@Nullable Instant since, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is at least 1, not " + limit);
    }
    List<JournalEntry> newest = new ArrayList<>();
    Instant now = time.instant();
    YearMonth month = month(now.plus(SKEW));
    YearMonth last = since == null ? null : month(since);
    int without = 0;
    while (newest.size() < limit
        && without < MOST_EMPTY_MONTHS
        && (last == null || !month.isBefore(last))) {
      int before = newest.size();
      if (!empty.contains(month)) {
        readMonth(month, since, limit, newest);
      }
      boolean none = newest.size() == before;
      without = none ? without + 1 : 0;
      boolean isWhole = last == null || month.isAfter(last);
      if (none && isWhole && month.isBefore(month(now.minus(SKEW)))) {
        empty.add(month);
      }
      month = month.minusMonths(1);
    }
    return newest;
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  private void readMonth(
      YearMonth month, @Nullable Instant since, int limit, List<JournalEntry> newest) {
    var expression = new Expression();
    String condition = expression.equal(JournalItems.PK, JournalItems.month(month));
    if (since != null) {
      condition +=
          " AND "
              + expression.name(JournalItems.SK)
              + " >= "
              + expression.value(Items.text(leastId(since)));
    }
    String keyCondition = condition;
    var reader = new EntryReader();
    table.query(
        query ->
            query
                .consistentRead(true)
                .scanIndexForward(false)
                .keyConditionExpression(keyCondition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()),
        page -> {
          for (Map<String, AttributeValue> item : page) {
            // Backwards, what lies beside an entry comes before it.
            reader.take(item).flatMap(reader::entry).ifPresent(newest::add);
            if (newest.size() == limit) {
              return false;
            }
          }
          return true;
        });
  }

  /** The id before all others of its instant. */
  private static String leastId(Instant since) {
    return EntryId.next(since, () -> 0L);
  }
}
