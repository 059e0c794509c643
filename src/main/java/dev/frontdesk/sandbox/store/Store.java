package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.Mutation.Kind;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * DynamoDB on this machine, over an embedded store. Safe for concurrent use; what was answered
 * survives the end of the process, however it comes, where there is a file.
 *
 * <p>Tables are usable at once, indexes are never late, nothing is throttled, and time to live is
 * remembered without effect. Not there: streams, PartiQL, backups.
 */
public final class Store implements DynamoDb, AutoCloseable {
  private final Storage storage;
  private final Catalogue catalogue;
  private final ItemReads reads;
  private final ItemWrites writes;
  private final Transactions transactions;
  private final Queries queries;

  private Store(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.catalogue = new Catalogue(storage, clock);
    this.reads = new ItemReads(storage, catalogue);
    this.writes = new ItemWrites(storage, catalogue);
    this.transactions = new Transactions(storage, catalogue, clock);
    this.queries = new Queries(storage, catalogue);
  }

  /**
   * Opens a store.
   *
   * @param file made if it is not there, and locked against other processes; null keeps everything
   *     in memory
   * @param clock the time of day for tables' creation and transactions' tokens
   */
  public static Store open(@Nullable Path file, InstantSource clock) {
    return new Store(new Storage(file), clock);
  }

  @Override
  public ObjectNode call(String operation, ObjectNode asked) {
    ObjectNode request = Legacy.translated(asked);
    return switch (operation) {
      case "CreateTable" -> catalogue.create(request);
      case "UpdateTable" -> catalogue.update(request);
      case "DescribeLimits" -> limits();
      case "DescribeTable" -> catalogue.describe(request);
      case "ListTables" -> catalogue.list(request);
      case "DeleteTable" -> catalogue.delete(request);
      case "DescribeTimeToLive" -> catalogue.describeTimeToLive(request);
      case "UpdateTimeToLive" -> catalogue.updateTimeToLive(request);
      case "GetItem" -> reads.get(request);
      case "BatchGetItem" -> reads.batch(request);
      case "TransactGetItems" -> reads.transact(request);
      case "PutItem" -> writes.write(request, Kind.PUT);
      case "UpdateItem" -> writes.write(request, Kind.UPDATE);
      case "DeleteItem" -> writes.write(request, Kind.DELETE);
      case "BatchWriteItem" -> writes.batch(request);
      case "TransactWriteItems" -> transactions.write(request);
      case "Query" -> queries.query(request);
      case "Scan" -> queries.scan(request);
      default ->
          throw Errors.of(
              "UnknownOperationException", "The sandbox does not know the operation " + operation);
    };
  }

  /** DynamoDB Developer Guide, "Quotas": the defaults of an account. */
  private static ObjectNode limits() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("AccountMaxReadCapacityUnits", 80_000)
        .put("AccountMaxWriteCapacityUnits", 80_000)
        .put("TableMaxReadCapacityUnits", 40_000)
        .put("TableMaxWriteCapacityUnits", 40_000);
  }

  /** Closes the file; what runs is finished first. */
  @Override
  public void close() {
    storage.close();
  }
}
