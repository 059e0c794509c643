package dev.frontdesk.aws;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection.JournalTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The journal in one DynamoDB table.
 *
 * <p>Its items are a contract with every other Frontdesk on the same table. Keys {@code pk} and
 * {@code sk}, both strings; a global secondary index {@code open} with the hash key {@code open}
 * and the range key {@code sk}, both strings, of which the keys suffice; {@code expires}, in epoch
 * seconds, is the attribute for DynamoDB's TTL.
 *
 * <table>
 * <caption>Items</caption>
 * <tr><td>an entry</td><td>pk {@code JOURNAL#2026-11}: the month, in UTC, in which its id was
 * made; sk its id, see {@link EntryId}</td><td>{@code kind}, {@code at}, {@code who}, {@code
 * reason}, {@code retries}?; of a publication {@code projectId}, {@code projectName}, {@code
 * versionBefore}, {@code versionAfter}, {@code change} (lists {@code added}, {@code removed},
 * {@code edited}); {@code state}, {@code ended}, {@code routes}, {@code batches} (reference,
 * attempt, invalidationId?, completed), {@code steps}, {@code probes} (how many), {@code trouble}?,
 * {@code leaseDesk}, {@code leaseCounter}; {@code open} = {@code OPEN} as long as it is open, and
 * never after</td></tr>
 * <tr><td>what a batch sends</td><td>the same pk; sk {@code ID#BATCH#0001}, counted from
 * 1</td><td>{@code reference}, {@code items}: written once, never changed</td></tr>
 * <tr><td>what a probe saw</td><td>the same pk; sk {@code ID#PROBE#0001}</td><td>{@code at}, {@code
 * path}, {@code verdict}, {@code reason}, {@code edge}, {@code origin}</td></tr>
 * </table>
 *
 * <p>So a month's partition holds each entry before its own, and one query reads both. Times are
 * ISO 8601 in UTC. {@code expires} comes with an entry's end, on all its items.
 */
final class DynamoDbJournal implements Journal {
  private final AwsClients clients;
  private final Table table;
  private final DynamoDbRosterStore rosters;
  private final JournalTable settings;
  private final Ticker ticker;
  private final JournalReader reader;
  private final Revisions revisions = new Revisions();

  DynamoDbJournal(
      AwsClients clients,
      JournalTable settings,
      DynamoDbRosterStore rosters,
      InstantSource time,
      Ticker ticker) {
    this.clients = clients;
    this.settings = settings;
    this.rosters = rosters;
    this.ticker = ticker;
    this.table = new Table(clients, settings.table());
    this.reader = new JournalReader(table, time);
  }

  @Override
  public void save(Roster seen, RosterChange change, JournalEntry entry) {
    List<TransactWriteItem> writes = new ArrayList<>(rosters.writes(seen, change));
    writes.add(addition(entry));
    writes.addAll(beside(entry, null));
    transaction(entry.id()).send(writes, () -> read(entry.id()).isPresent(), () -> conflict(seen));
    revisions.learn(entry);
  }

  private Problem conflict(Roster seen) {
    return rosters.hasProject(seen.projectId())
        ? new Problem.Conflict(seen.projectName())
        : new Problem.Missing("project", seen.projectId(), null);
  }

  @Override
  public void update(JournalEntry next, Lease seen) {
    JournalEntry known = revisions.of(next.id(), seen);
    Revision revision = revision(next, seen, known);
    List<TransactWriteItem> writes = new ArrayList<>(beside(next, known));
    revisions.forget(next.id());
    if (writes.isEmpty()) {
      clients.dynamoDbGate.write(
          "dynamodb:UpdateItem",
          next.id(),
          () ->
              clients
                  .dynamoDb()
                  .updateItem(request ->
                      request
                          .tableName(table.name())
                          .key(JournalItems.key(next.id()))
                          .updateExpression(revision.update())
                          .conditionExpression(revision.condition())
                          .expressionAttributeNames(revision.expression().names())
                          .expressionAttributeValues(revision.expression().values())));
    } else {
      writes.addFirst(write(next, revision));
      // Not made of the entry: another desk may send something else for the same counter.
      transaction(UUID.randomUUID().toString())
          .send(
              writes,
              () -> read(next.id()).filter(now -> now.lease().equals(next.lease())).isPresent(),
              () -> new Problem.Conflict(next.id()));
    }
    revisions.learn(next);
  }

  /** The items beside the entry that the table does not have yet as they are to be. */
  private List<TransactWriteItem> beside(JournalEntry next, @Nullable JournalEntry known) {
    AttributeValue expires = expires(next);
    // At the end all of them are written again, for only then is it known when they may go.
    var there = known == null || expires != null ? null : known.progress();
    List<Batch> batches = next.progress().batches();
    List<Evidence> evidence = next.progress().evidence();
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int n = there == null ? 0 : there.batches().size(); n < batches.size(); n++) {
      items.add(JournalItems.batch(next.id(), n + 1, batches.get(n)));
    }
    for (int n = there == null ? 0 : there.evidence().size(); n < evidence.size(); n++) {
      items.add(JournalItems.probe(next.id(), n + 1, evidence.get(n)));
    }
    if (expires != null) {
      items.forEach(item -> item.put(JournalItems.EXPIRES, expires));
    }
    return items.stream()
        .map(item ->
            TransactWriteItem.builder()
                .put(write -> write.tableName(table.name()).item(item))
                .build())
        .toList();
  }

  /** When DynamoDB may remove the entry; null while it is open, and where it is kept for ever. */
  private @Nullable AttributeValue expires(JournalEntry entry) {
    Integer keepDays = settings.keepDays();
    if (keepDays == null || entry.isOpen()) {
      return null;
    }
    Instant end = entry.about().at().plus(entry.duration());
    return Items.number(end.plus(Duration.ofDays(keepDays)).getEpochSecond());
  }

  private record Revision(String update, String condition, Expression expression) {}

  private Revision revision(JournalEntry next, Lease seen, @Nullable JournalEntry known) {
    var expression = new Expression();
    boolean isBeat = known != null && known.progress().equals(next.progress());
    String update = isBeat ? set(EntryItem.lease(next.lease()), expression) : all(next, expression);
    String condition =
        String.join(
            " AND ",
            expression.exists(JournalItems.OPEN),
            expression.equal(EntryItem.LEASE_DESK, Items.text(seen.desk())),
            expression.equal(EntryItem.LEASE_COUNTER, Items.number(seen.counter())));
    return new Revision(update, condition, expression);
  }

  private String all(JournalEntry next, Expression expression) {
    Map<String, AttributeValue> set = EntryItem.variables(next);
    List<String> remove = new ArrayList<>();
    for (String optional : EntryItem.optional()) {
      if (!set.containsKey(optional)) {
        remove.add(expression.name(optional));
      }
    }
    if (!next.isOpen()) {
      remove.add(expression.name(JournalItems.OPEN));
    }
    AttributeValue expires = expires(next);
    if (expires != null) {
      set.put(JournalItems.EXPIRES, expires);
    }
    String sets = set(set, expression);
    return remove.isEmpty() ? sets : sets + " REMOVE " + String.join(", ", remove);
  }

  private static String set(Map<String, AttributeValue> fields, Expression expression) {
    return "SET "
        + String.join(
            ", ",
            fields.entrySet().stream()
                .map(field -> expression.equal(field.getKey(), field.getValue()))
                .toList());
  }

  private TransactWriteItem write(JournalEntry next, Revision revision) {
    return TransactWriteItem.builder()
        .update(write ->
            write
                .tableName(table.name())
                .key(JournalItems.key(next.id()))
                .updateExpression(revision.update())
                .conditionExpression(revision.condition())
                .expressionAttributeNames(revision.expression().names())
                .expressionAttributeValues(revision.expression().values()))
        .build();
  }

  private TransactWriteItem addition(JournalEntry entry) {
    Map<String, AttributeValue> item = new HashMap<>(JournalItems.key(entry.id()));
    item.putAll(EntryItem.constants(entry));
    item.putAll(EntryItem.variables(entry));
    if (entry.isOpen()) {
      item.put(JournalItems.OPEN, JournalItems.IS_OPEN);
    }
    var expression = new Expression();
    String condition = expression.absent(JournalItems.PK);
    return TransactWriteItem.builder()
        .put(write ->
            write
                .tableName(table.name())
                .item(item)
                .conditionExpression(condition)
                .expressionAttributeNames(expression.names()))
        .build();
  }

  private Transaction transaction(String token) {
    return new Transaction(clients, ticker, token, table.name());
  }

  @Override
  public Optional<JournalEntry> read(String id) {
    Optional<JournalEntry> entry = reader.read(id);
    entry.ifPresent(revisions::learn);
    return entry;
  }

  @Override
  public List<JournalEntry> open() {
    return reader.openIds().stream()
        .map(this::read)
        .flatMap(Optional::stream)
        .filter(JournalEntry::isOpen)
        .toList();
  }

  @Override
  public List<JournalEntry> newest(@Nullable Instant since, int limit) {
    return reader.newest(since, limit);
  }
}
