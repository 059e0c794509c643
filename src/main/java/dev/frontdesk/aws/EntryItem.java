package dev.frontdesk.aws;

import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Lease;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.Saving;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an entry's own item; see {@link DynamoDbJournal} for their meaning. */
final class EntryItem {
  static final String LEASE_DESK = "leaseDesk";
  static final String LEASE_COUNTER = "leaseCounter";
  static final String PROBES = "probes";
  private static final String STATES = "states";
  private static final String VERSION_AFTER = "versionAfter";
  private static final String SAVING_DONE = "savingDone";
  private static final String SAVING_OF = "savingOf";
  private static final String SKIPPED = "skipped";
  private static final String BATCHES = "batches";
  private static final String STEPS = "steps";
  private static final String TROUBLE = "trouble";
  private static final String STATE = "state";
  private static final String ENDED = "ended";

  private EntryItem() {}

  /** What never changes about an entry. */
  static Map<String, AttributeValue> constants(JournalEntry entry) {
    var about = entry.about();
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("kind", Items.text(about.kind().word()));
    item.put("at", time(about.at()));
    item.put("who", Items.text(about.who()));
    item.put("reason", Items.text(about.reason()));
    putIfThere(item, "retries", about.retries());
    var roster = entry.roster();
    if (roster != null) {
      item.put("projectId", Items.text(roster.projectId()));
      item.put("projectName", Items.text(roster.projectName()));
      item.put("versionBefore", Items.number(roster.versionBefore()));
    }
    return item;
  }

  /** What moves. An attribute that a later revision lacks is to be removed: {@link #optional}. */
  static Map<String, AttributeValue> variables(JournalEntry entry) {
    Progress progress = entry.progress();
    Map<String, AttributeValue> item = new LinkedHashMap<>(lease(entry.lease()));
    item.put(STATE, Items.text(progress.state().word()));
    item.put(ENDED, Items.flag(progress.ended()));
    item.put(STATES, states(progress.routes()));
    item.put(BATCHES, list(progress.batches().stream().map(EntryItem::batch).toList()));
    item.put(STEPS, list(progress.steps().stream().map(EntryItem::step).toList()));
    item.put(PROBES, Items.number(progress.evidence().size()));
    var trouble = progress.trouble();
    if (trouble != null) {
      item.put(TROUBLE, trouble(trouble));
    }
    var roster = entry.roster();
    if (roster != null) {
      item.put(VERSION_AFTER, Items.number(roster.versionAfter()));
      Saving saving = roster.saving();
      if (saving.of() > 0) {
        item.put(SAVING_DONE, Items.number(saving.done()));
        item.put(SAVING_OF, Items.number(saving.of()));
        item.put(SKIPPED, Items.texts(saving.skipped()));
      }
    }
    return item;
  }

  /** The attributes of {@link #variables} that a revision may lack. */
  static List<String> optional() {
    return List.of(TROUBLE);
  }

  static Map<String, AttributeValue> lease(Lease lease) {
    return Map.of(
        LEASE_DESK, Items.text(lease.desk()), LEASE_COUNTER, Items.number(lease.counter()));
  }

  /**
   * The entry that these items are.
   *
   * @param more what lies beside the entry of its long lists, in order
   * @param batchItems the paths of each batch, in order
   * @param evidence at least as many as the entry counts
   */
  static JournalEntry read(
      String id,
      Map<String, AttributeValue> item,
      Collection<Map<String, AttributeValue>> more,
      Map<Integer, List<String>> batchItems,
      List<Evidence> evidence) {
    Map<String, List<AttributeValue>> lists = LongLists.whole(item, more);
    var about =
        new JournalEntry.About(
            id,
            JournalEntry.Kind.ofWord(Items.text(item, "kind")),
            time(item, "at"),
            Items.text(item, "who"),
            Items.text(item, "reason"),
            Items.optionalText(item, "retries"));
    JournalEntry.RosterStep roster =
        item.containsKey("projectId")
            ? new JournalEntry.RosterStep(
                Items.text(item, "projectId"),
                Items.text(item, "projectName"),
                Items.number(item, "versionBefore"),
                Items.number(item, VERSION_AFTER),
                LongLists.change(lists),
                new Saving(
                    (int) Items.number(item, SAVING_DONE),
                    (int) Items.number(item, SAVING_OF),
                    Items.texts(item, SKIPPED)))
            : null;
    var batches = Items.maps(item, BATCHES);
    var readBatches = new java.util.ArrayList<Batch>();
    for (int number = 1; number <= batches.size(); number++) {
      readBatches.add(batch(batches.get(number - 1), batchItems.getOrDefault(number, List.of())));
    }
    var trouble = Items.map(item, TROUBLE);
    int probes = (int) Math.min(Items.number(item, PROBES), evidence.size());
    var progress =
        new Progress(
            LongLists.routes(lists, states(item)),
            readBatches,
            Items.maps(item, STEPS).stream().map(EntryItem::step).toList(),
            evidence.subList(0, probes),
            trouble.isEmpty() ? null : trouble(trouble),
            Items.flag(item, ENDED));
    var lease = new Lease(Items.text(item, LEASE_DESK), Items.number(item, LEASE_COUNTER));
    return new JournalEntry(about, roster, progress, lease);
  }

  /** One for each run of routes in one state, for routes move together. */
  private static AttributeValue states(List<RouteProgress> routes) {
    List<AttributeValue> runs = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= routes.size(); i++) {
      if (i == routes.size() || routes.get(i).state() != routes.get(from).state()) {
        runs.add(
            AttributeValue.fromM(
                Map.of(
                    "state", Items.text(routes.get(from).state().word()),
                    "routes", Items.number(i - from))));
        from = i;
      }
    }
    return list(runs);
  }

  private static List<State> states(Map<String, AttributeValue> item) {
    return Items.maps(item, STATES).stream()
        .flatMap(run ->
            Collections.nCopies(
                (int) Items.number(run, "routes"), State.ofWord(Items.text(run, "state")))
                .stream())
        .toList();
  }

  /** What moves about a batch; its paths lie beside the entry. */
  private static AttributeValue batch(Batch batch) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("reference", Items.text(batch.reference()));
    item.put("attempt", Items.number(batch.attempt()));
    item.put("completed", Items.flag(batch.completed()));
    putIfThere(item, "invalidationId", batch.invalidationId());
    putIfThere(item, "carrier", batch.carrier());
    Instant submittedAt = batch.submittedAt();
    if (submittedAt != null) {
      item.put("submittedAt", time(submittedAt));
    }
    return AttributeValue.fromM(item);
  }

  private static Batch batch(Map<String, AttributeValue> item, List<String> paths) {
    return new Batch(
        Items.text(item, "reference"),
        paths,
        Items.optionalText(item, "invalidationId"),
        (int) Items.number(item, "attempt"),
        Items.flag(item, "completed"),
        Items.optionalText(item, "carrier"),
        item.containsKey("submittedAt") ? time(item, "submittedAt") : null);
  }

  private static AttributeValue step(Step step) {
    return AttributeValue.fromM(
        Map.of("state", Items.text(step.state().word()), "at", time(step.at())));
  }

  private static Step step(Map<String, AttributeValue> item) {
    return new Step(State.ofWord(Items.text(item, "state")), time(item, "at"));
  }

  private static AttributeValue trouble(Progress.Trouble trouble) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("problem", ProblemItem.of(trouble.problem()));
    item.put("since", time(trouble.since()));
    Instant nextTry = trouble.nextTry();
    if (nextTry != null) {
      item.put("nextTry", time(nextTry));
    }
    return AttributeValue.fromM(item);
  }

  private static Progress.Trouble trouble(Map<String, AttributeValue> item) {
    return new Progress.Trouble(
        ProblemItem.read(Items.map(item, "problem")),
        time(item, "since"),
        item.containsKey("nextTry") ? time(item, "nextTry") : null);
  }

  static AttributeValue time(Instant at) {
    return Items.text(at.toString());
  }

  static Instant time(Map<String, AttributeValue> item, String name) {
    return Instant.parse(Items.text(item, name));
  }

  static void putIfThere(Map<String, AttributeValue> item, String name, @Nullable String text) {
    if (text != null) {
      item.put(name, Items.text(text));
    }
  }

  static AttributeValue list(List<AttributeValue> values) {
    return AttributeValue.fromL(Objects.requireNonNull(values));
  }
}
