package dev.frontdesk.aws;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.EntryId;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection.JournalTable;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

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
 * versionBefore}, {@code versionAfter}, lists {@code added}, {@code removed}, {@code
 * edited}, and {@code savingDone}, {@code savingOf}, {@code skipped} where it takes several
 * transactions; {@code state}, {@code ended}, list {@code routes} with runs of their {@code
 * states}, {@code batches} (reference, attempt, invalidationId?, completed, carrier?, submittedAt?), {@code
 * steps}, {@code probes} (how many), {@code trouble}?, {@code leaseDesk}, {@code leaseCounter}; {@code open} = {@code OPEN} as long as it is open, and
 * never after</td></tr>
 * <tr><td>what is too long for it</td><td>the same pk; sk {@code ID#MORE#0001}, counted from
 * 1</td><td>more of {@code added}, {@code removed}, {@code edited}, {@code routes}</td></tr>
 * <tr><td>what a batch sends</td><td>the same pk; sk {@code ID#BATCH#0001}, counted from
 * 1</td><td>{@code reference}, {@code items}: written once, never changed</td></tr>
 * <tr><td>what a probe saw</td><td>the same pk; sk {@code ID#PROBE#0001}</td><td>{@code at}, {@code
 * path}, {@code verdict}, {@code reason}, {@code edge}, {@code origin}</td></tr>
 * <tr><td>a roster's lock</td><td>pk {@code LOCK#} and the project's id; sk {@code
 * LOCK}</td><td>{@code entry}: whose change is being saved in several transactions</td></tr>
 * </table>
 *
 * <p>So a month's partition holds each entry before its own, and one query reads both. Times are
 * ISO 8601 in UTC. {@code expires} comes with an entry's end, on all its items.
 */
final class DynamoDbJournal implements Journal {
  private static final System.Logger LOG = System.getLogger(DynamoDbJournal.class.getName());

  /** How often a part is written again where somebody else writes the same members. */
  private static final int TRIES = 5;

  /**
   * What an entry weighs at most when it begins, in bytes: its end writes all of it once more, with
   * what probes saw and a second purge, in one transaction of 4 MB.
   */
  private static final int MOST_AT_BEGINNING = 3 * 1024 * 1024;

  private final AwsClients clients;
  private final Table table;
  private final DynamoDbRosterStore rosters;
  private final Ticker ticker;
  private final JournalReader reader;
  private final EntryWrites entries;
  private final RosterLock lock;
  private final Revisions revisions = new Revisions();

  DynamoDbJournal(
      AwsClients clients,
      JournalTable settings,
      DynamoDbRosterStore rosters,
      InstantSource time,
      Ticker ticker) {
    this.clients = clients;
    this.rosters = rosters;
    this.ticker = ticker;
    this.table = new Table(clients, settings.table());
    this.reader = new JournalReader(table, time);
    this.entries = new EntryWrites(settings);
    this.lock = new RosterLock(table);
  }

  @Override
  public JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
    JournalEntry saved = entry;
    List<TransactWriteItem> writes;
    try {
      writes = new ArrayList<>(rosters.writes(seen, change));
    } catch (ProblemException e) {
      // Saved before, with a lost reply, it is what it now meets itself.
      if (e.problem() instanceof Problem.Conflict) {
        return read(entry.id()).orElseThrow(() -> e);
      }
      throw e;
    }
    writes.add(lock.free(seen.projectId()));
    writes.addAll(entries.all(entry));
    if (writes.size() > Transaction.MOST_WRITES) {
      saved = entry.savedIn(PartsOfChange.count(change) + 1);
      writes = new ArrayList<>(entries.all(saved));
      Transaction.requireWeight(writes, MOST_AT_BEGINNING);
      writes.add(rosters.atVersion(seen.projectId(), seen.version()));
      writes.add(lock.take(seen.projectId(), entry.id()));
    }
    // Read once: that it is there must not be forgotten where a second reading fails.
    var there = new AtomicReference<@Nullable JournalEntry>();
    boolean isFirst =
        transaction(entry.id())
            .send(
                writes,
                () -> {
                  there.set(read(entry.id()).orElse(null));
                  return there.get() != null;
                },
                () -> conflict(seen, entry.id()));
    if (!isFirst) {
      return Objects.requireNonNull(there.get());
    }
    revisions.learn(saved);
    return saved;
  }

  private Problem conflict(Roster seen, String entryId) {
    Optional<JournalEntry> holder =
        lock.holder(seen.projectId()).filter(id -> !id.equals(entryId)).flatMap(this::read);
    if (holder.isPresent()) {
      return new Problem.Locked(seen.projectName(), holder.get().about().who());
    }
    return rosters.hasProject(seen.projectId())
        ? new Problem.Conflict(seen.projectName())
        : new Problem.Missing("project", seen.projectId(), null);
  }

  @Override
  public JournalEntry saveNext(JournalEntry entry, Instant now) {
    RosterStep step = Objects.requireNonNull(entry.roster());
    Saving saving = step.saving();
    boolean isLast = saving.done() == saving.of() - 1;
    RosterChange part = PartsOfChange.of(step.change(), saving.done());
    List<String> skipped = List.of();
    for (int tries = 1; ; tries++) {
      JournalEntry next;
      List<TransactWriteItem> writes = new ArrayList<>();
      if (isLast) {
        long version = rosters.version(step.projectId());
        next = entry.lastPartSaved(version + 1, now);
        writes.add(rosters.nextVersion(step.projectId(), version));
        writes.add(lock.release(step.projectId(), entry.id()));
      } else {
        next = entry.partSaved(skipped);
        writes.addAll(rosters.part(shape(step, part), part.without(Set.copyOf(skipped))));
      }
      writes.add(entries.revision(next, entry.lease(), revisions.of(entry.id(), entry.lease())));
      try {
        transaction(UUID.randomUUID().toString())
            .send(writes, () -> hasLease(next), () -> new Problem.Conflict(entry.id()));
        revisions.learn(next);
        return next;
      } catch (ProblemException e) {
        if (!(e.problem() instanceof Problem.Conflict)
            || read(entry.id()).filter(there -> there.lease().equals(entry.lease())).isEmpty()) {
          throw e;
        }
        if (tries == TRIES) {
          throw new ProblemException(
              new Problem.Unavailable(
                  "dynamodb:TransactWriteItems", "the roster moved while it was written", null),
              e);
        }
      }
      skipped = isLast ? skipped : part.movedOn(rosters.roster(step.projectId()));
    }
  }

  /** The roster as a part finds it, read where that matters: where it takes an owner away. */
  private Roster shape(RosterStep step, RosterChange part) {
    return rosters.takesOwnerAway(part)
        ? rosters.roster(step.projectId())
        : new Roster(step.projectId(), step.projectName(), step.versionBefore(), List.of());
  }

  @Override
  public void append(JournalEntry entry) {
    List<TransactWriteItem> writes = entries.all(entry);
    Transaction.requireWeight(writes, MOST_AT_BEGINNING);
    transaction(entry.id())
        .send(writes, () -> read(entry.id()).isPresent(), () -> new Problem.Conflict(entry.id()));
    revisions.learn(entry);
  }

  @Override
  public void update(JournalEntry next, Lease seen) {
    JournalEntry known = revisions.of(next.id(), seen);
    TransactWriteItem revision = entries.revision(next, seen, known);
    List<TransactWriteItem> writes = new ArrayList<>(entries.beside(next, known));
    revisions.forget(next.id());
    if (writes.isEmpty()) {
      Update update = revision.update();
      clients.dynamoDbGate.write(
          "dynamodb:UpdateItem",
          next.id(),
          () ->
              clients
                  .dynamoDb()
                  .updateItem(request ->
                      request
                          .tableName(table.name())
                          .key(update.key())
                          .updateExpression(update.updateExpression())
                          .conditionExpression(update.conditionExpression())
                          .expressionAttributeNames(update.expressionAttributeNames())
                          .expressionAttributeValues(update.expressionAttributeValues())));
    } else {
      writes.addFirst(revision);
      // Not made of the entry: another desk may send something else for the same counter.
      transaction(UUID.randomUUID().toString())
          .send(writes, () -> hasLease(next), () -> new Problem.Conflict(next.id()));
    }
    revisions.learn(next);
  }

  private boolean hasLease(JournalEntry next) {
    return read(next.id()).filter(now -> now.lease().equals(next.lease())).isPresent();
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
        .map(this::readable)
        .flatMap(Optional::stream)
        .filter(JournalEntry::isOpen)
        .toList();
  }

  /** What another version of Frontdesk wrote, and only that one understands, is left to it. */
  private Optional<JournalEntry> readable(String id) {
    try {
      return read(id);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Invalid)) {
        throw e;
      }
      LOG.log(Level.WARNING, "The open entry {0} cannot be understood: {1}", id, e.problem());
      return Optional.empty();
    }
  }

  @Override
  public List<JournalEntry> newest(
      @Nullable Instant since, int limit, Consumer<Unreadable> unreadable) {
    return reader.newest(since, limit, unreadable);
  }

  @Override
  public List<JournalEntry> before(String id, int limit, Consumer<Unreadable> unreadable) {
    return reader.before(id, limit, unreadable);
  }
}
