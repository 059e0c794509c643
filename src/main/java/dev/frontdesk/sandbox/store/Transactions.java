package dev.frontdesk.sandbox.store;

import dev.frontdesk.sandbox.store.Mutation.Kind;
import dev.frontdesk.sandbox.store.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** TransactWriteItems, with the tokens that make a repetition harmless. */
final class Transactions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  private static final int MAX_ACTIONS = 100;
  private static final long MAX_BYTES = 4L << 20;
  private static final int MAX_TOKEN = 36;
  private static final Map<String, Kind> KINDS =
      Map.of(
          "ConditionCheck", Kind.CHECK,
          "Put", Kind.PUT,
          "Update", Kind.UPDATE,
          "Delete", Kind.DELETE);

  /** DynamoDB API Reference, "TransactWriteItems": counted from the first completion. */
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);

  private final Storage storage;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final MVMap<String, String> tokens;

  Transactions(Storage storage, Catalogue catalogue, InstantSource clock) {
    this.storage = storage;
    this.catalogue = catalogue;
    this.clock = clock;
    this.tokens = storage.map("tokens", StringDataType.INSTANCE, StringDataType.INSTANCE);
  }

  ObjectNode write(ObjectNode json) {
    Request request = new Request(json);
    Capacity capacity = Capacity.of(request, true);
    request.choice("ReturnItemCollectionMetrics", List.of("SIZE", "NONE"));
    String token = request.text("ClientRequestToken");
    if (token != null && (token.isEmpty() || token.length() > MAX_TOKEN)) {
      request.problem(
          token,
          "ClientRequestToken",
          token.isEmpty()
              ? "Member must have length greater than or equal to 1"
              : "Member must have length less than or equal to " + MAX_TOKEN);
    }
    request.require("TransactItems");
    request.size("TransactItems", 1, MAX_ACTIONS);
    List<Request> actions = request.structures("TransactItems");
    request.check();
    List<Mutation> mutations = actions.stream().map(Transactions::mutation).toList();
    String content = fingerprint(json.get("TransactItems"));
    return storage.write(() -> decide(mutations, capacity, token, content));
  }

  /** Members of objects have no order, so neither has the fingerprint. */
  private static String fingerprint(JsonNode actions) {
    String canonical = CANONICAL.writeValueAsString(CANONICAL.treeToValue(actions, Object.class));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(canonical.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Mutation mutation(Request action) {
    List<String> given = KINDS.keySet().stream().filter(action::has).toList();
    if (given.isEmpty()) {
      throw Errors.validation(
          "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
    }
    if (given.size() > 1) {
      throw Errors.validation("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    String member = given.getFirst();
    return Mutation.read(
        Objects.requireNonNull(action.structure(member)),
        Objects.requireNonNull(KINDS.get(member)));
  }

  private Storage.Outcome<ObjectNode> decide(
      List<Mutation> mutations, Capacity capacity, @Nullable String token, String content) {
    ObjectNode answer = JSON.objectNode();
    if (token != null && isRepetition(token, content)) {
      for (Mutation mutation : mutations) {
        Table table = catalogue.table(mutation.tableName());
        Value.M item = table.get(mutation.document());
        capacity.read(table.schema(), null, item == null ? 0 : item.itemSize(), true);
      }
      capacity.addAllTo(answer, "ReadCapacityUnits");
      return new Storage.Outcome<>(List.of(), answer);
    }
    Set<List<Object>> keys = new HashSet<>();
    Cancellation invalid = new Cancellation();
    for (Mutation mutation : mutations) {
      TableSchema schema = catalogue.table(mutation.tableName()).schema();
      invalid.attempt(() -> mutation.checkAgainst(schema));
      if (mutation.document().values().keySet().containsAll(schema.keys().attributes())
          && !keys.add(
              List.of(schema.name(), KeyChecks.keyOf(mutation.document(), schema.keys())))) {
        throw Errors.validation(
            "Transaction request cannot include multiple operations on one item");
      }
    }
    invalid.throwIfAny();
    List<Change> changes = new ArrayList<>();
    Cancellation refused = new Cancellation();
    for (Mutation mutation : mutations) {
      refused.attempt(() -> changes.add(mutation.decide(catalogue.table(mutation.tableName()))));
    }
    refused.throwIfAny();
    requireSize(changes);
    changes.forEach(capacity::write);
    capacity.addAllTo(answer, "WriteCapacityUnits");
    return new Storage.Outcome<>(
        changes, token == null ? null : () -> remember(token, content), answer);
  }

  private static void requireSize(List<Change> changes) {
    long bytes = 0;
    for (Change change : changes) {
      bytes += change.after() == null ? 0 : change.after().itemSize();
    }
    if (bytes > MAX_BYTES) {
      throw Errors.validation(
          "Collection size exceeded: the items of a transaction have " + bytes + " bytes");
    }
  }

  private boolean isRepetition(String token, String content) {
    String known = tokens.get(token);
    if (known == null || hasExpired(known)) {
      return false;
    }
    if (known.endsWith("|" + content)) {
      return true;
    }
    throw Errors.of(
        "IdempotentParameterMismatchException",
        "The request uses the same client token as a previous, but non-identical request. Do not"
            + " reuse a client token with different requests, unless the requests are identical");
  }

  private boolean hasExpired(String remembered) {
    long completed = Long.parseLong(remembered.substring(0, remembered.indexOf('|')));
    return clock.millis() - completed >= TOKEN_LIFE.toMillis();
  }

  private void remember(String token, String content) {
    List<String> expired = new ArrayList<>();
    tokens.forEach((other, remembered) -> {
      if (hasExpired(remembered)) {
        expired.add(other);
      }
    });
    expired.forEach(tokens::remove);
    tokens.put(token, clock.millis() + "|" + content);
  }

  /** The reasons of a cancelled transaction, one for each of its actions in their order. */
  static final class Cancellation {
    private final ArrayNode reasons = JSON.arrayNode();
    private boolean any;

    /** Tries one action; what DynamoDB would refuse becomes its reason. */
    void attempt(Runnable action) {
      ObjectNode reason = reasons.addObject();
      try {
        action.run();
        reason.put("Code", "None");
      } catch (DynamoDbException e) {
        any = true;
        boolean condition = e.type().equals("ConditionalCheckFailedException");
        reason.put("Code", condition ? "ConditionalCheckFailed" : "ValidationError");
        reason.put("Message", e.getMessage());
        if (e.item() != null) {
          reason.set("Item", e.item());
        }
      }
    }

    void throwIfAny() {
      if (any) {
        String codes =
            reasons
                .valueStream()
                .map(reason -> reason.path("Code").stringValue())
                .collect(Collectors.joining(", ", "[", "]"));
        throw new DynamoDbException(
            "TransactionCanceledException",
            400,
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + codes,
            reasons);
      }
    }
  }
}
