package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Journal.Unreadable;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The journal's table, read. */
final class JournalReader {
  /** Nothing says where a journal begins: so many months without an entry, and it is taken for. */
  private static final int MOST_EMPTY_MONTHS = 24;

  /** By how much the clocks of desks may differ; nobody writes into a month that long past. */
  private static final Duration SKEW = Duration.ofDays(1);

  /**
   * Most have one batch and one probe beside them: a page is read of what is wanted, and no more.
   */
  private static final int ITEMS_PER_ENTRY = 3;

  private static final int MOST_ITEMS_A_PAGE = 1_000;

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

  List<JournalEntry> newest(@Nullable Instant since, int limit, Consumer<Unreadable> unreadable) {
    YearMonth last = since == null ? null : month(since);
    var range = new Range(since == null ? null : leastId(since), null, limit);
    return newest(month(time.instant().plus(SKEW)), last, 0, range, unreadable);
  }

  List<JournalEntry> before(String id, int limit, Consumer<Unreadable> unreadable) {
    // In this month is at least the entry itself: it does not count as one without.
    return newest(EntryId.month(id), null, -1, new Range(null, id, limit), unreadable);
  }

  /**
   * What is wanted.
   *
   * @param from the least id; null for no bound
   * @param before the id that is greater than all; null for no bound
   */
  private record Range(@Nullable String from, @Nullable String before, int limit) {
    Range {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit is at least 1, not " + limit);
      }
    }

    String condition(Expression expression, YearMonth month) {
      String condition = expression.equal(JournalItems.PK, JournalItems.month(month));
      if (from != null) {
        condition += bound(expression, ">=", from);
      }
      if (before != null && month.equals(EntryId.month(before))) {
        // What lies beside the entry sorts behind it, and so is left out with it.
        condition += bound(expression, "<", before);
      }
      return condition;
    }

    private static String bound(Expression expression, String comparison, String id) {
      return " AND %s %s %s"
          .formatted(
              expression.name(JournalItems.SK), comparison, expression.value(Items.text(id)));
    }
  }

  /**
   * Month by month, backwards.
   *
   * @param last beyond which nothing is wanted; null for none
   * @param without how many months in a row had nothing
   */
  private List<JournalEntry> newest(
      YearMonth first,
      @Nullable YearMonth last,
      int without,
      Range range,
      Consumer<Unreadable> unreadable) {
    List<JournalEntry> newest = new ArrayList<>();
    YearMonth past = month(time.instant().minus(SKEW));
    YearMonth month = first;
    while (newest.size() < range.limit()
        && without < MOST_EMPTY_MONTHS
        && (last == null || !month.isBefore(last))) {
      boolean none = empty.contains(month) || !readMonth(month, range, newest, unreadable);
      without = none ? without + 1 : 0;
      boolean isWhole =
          (last == null || month.isAfter(last))
              && (range.before() == null || month.isBefore(first));
      if (none && isWhole && month.isBefore(past)) {
        empty.add(month);
      }
      month = month.minusMonths(1);
    }
    return newest;
  }

  private static YearMonth month(Instant at) {
    return YearMonth.from(at.atZone(ZoneOffset.UTC));
  }

  /** Whether there was anything in it, be it nothing that is understood. */
  private boolean readMonth(
      YearMonth month, Range range, List<JournalEntry> newest, Consumer<Unreadable> unreadable) {
    var expression = new Expression();
    String condition = range.condition(expression, month);
    int items = (int) Math.min((long) range.limit() * ITEMS_PER_ENTRY, MOST_ITEMS_A_PAGE);
    var reader = new EntryReader();
    var isThere = new AtomicBoolean();
    table.query(
        query ->
            query
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(items)
                .keyConditionExpression(condition)
                .expressionAttributeNames(expression.names())
                .expressionAttributeValues(expression.values()),
        page -> {
          for (Map<String, AttributeValue> item : page) {
            // Backwards, what lies beside an entry comes before it.
            Optional<String> id = reader.take(item);
            if (id.isPresent()) {
              isThere.set(true);
              understood(reader, id.get(), unreadable).ifPresent(newest::add);
            }
            if (newest.size() == range.limit()) {
              return false;
            }
          }
          return true;
        });
    return isThere.get();
  }

  private static Optional<JournalEntry> understood(
      EntryReader reader, String id, Consumer<Unreadable> unreadable) {
    try {
      return reader.entry(id);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Invalid why)) {
        throw e;
      }
      unreadable.accept(new Unreadable(id, why));
      return Optional.empty();
    }
  }

  /** The id before all others of its instant. */
  private static String leastId(Instant since) {
    return EntryId.next(since, () -> 0L);
  }
}
