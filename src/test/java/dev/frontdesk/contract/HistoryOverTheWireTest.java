package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpHandler;
import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.files.InvalidationFile;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.invalidation.Invalidator;
import dev.frontdesk.members.Roster;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long history over HTTP, with the calls counted where they arrive. */
class HistoryOverTheWireTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path cache;

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicInteger gets = new AtomicInteger();
  private final Servers servers = new Servers();
  private final Servers.CloudFront cloudfront =
      servers.cloudfrontBehind(this::counting, clock::get);
  private final DroppingProxy dynamodb = new DroppingProxy(servers.dynamodb());
  private final TestTables tables = new TestTables(dynamodb.address());
  private final Connection connection =
      Connections.of(
          dynamodb.address(),
          cloudfront.address(),
          cloudfront.distribution(),
          Shape.SINGLE.at(tables.members(Shape.SINGLE)),
          Connections.journal(tables.journal(), null));
  private final Random random = new Random(21);

  private HttpHandler counting(HttpHandler handler) {
    return exchange -> {
      String path = exchange.getRequestURI().getPath();
      if (exchange.getRequestMethod().equals("GET")) {
        if (path.endsWith("/invalidation")) {
          lists.incrementAndGet();
        } else if (path.contains("/invalidation/")) {
          gets.incrementAndGet();
        }
      }
      handler.handle(exchange);
    };
  }

  @AfterEach
  void close() throws IOException {
    tables.close();
    dynamodb.close();
    servers.close();
  }

  private AwsConnection open() {
    return AwsConnection.open(connection, () -> NOW, Ticker.system());
  }

  /**
   * What a reading told, and how many calls it took.
   *
   * @param lists before it told of an entry first; likewise the others
   */
  private record Reading(
      List<HistoryEntry> told,
      History.Part last,
      int lists,
      int queries,
      int gets,
      Duration untilFirst,
      Duration untilAll) {
    List<Foreign> foreign() {
      return told.stream().filter(Foreign.class::isInstance).map(Foreign.class::cast).toList();
    }

    Set<String> foreignIds() {
      return foreign().stream().map(Foreign::id).collect(Collectors.toSet());
    }

    List<String> ourIds() {
      return told.stream().filter(Ours.class::isInstance).map(HistoryEntry::id).toList();
    }
  }

  /** As a Frontdesk does that has just been started. */
  private Reading read() throws InterruptedException {
    lists.set(0);
    gets.set(0);
    int queries = queries();
    List<HistoryEntry> told = new ArrayList<>();
    var last = new AtomicReference<History.@Nullable Part>();
    var first = new AtomicReference<@Nullable Reading>();
    try (AwsConnection aws = open()) {
      aws.journal().read("no entry"); // builds what is built by the first call
      aws.invalidator().takesTags();
      long start = System.nanoTime();
      var file = InvalidationFile.in(cache, cloudfront.distribution());
      new History(
              aws.journal(), new InvalidationLog(aws.invalidator(), file), InstantSource.system())
          .read(
              null,
              part -> {
                told.addAll(part.entries());
                last.set(part);
                if (!told.isEmpty() && first.get() == null) {
                  first.set(
                      new Reading(
                          List.of(),
                          part,
                          lists.get(),
                          queries() - queries,
                          gets.get(),
                          since(start),
                          Duration.ZERO));
                }
              });
      Reading before = Objects.requireNonNull(first.get());
      return new Reading(
          told,
          Objects.requireNonNull(last.get()),
          before.lists(),
          before.queries(),
          before.gets(),
          before.untilFirst(),
          since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private int queries() {
    return (int) dynamodb.operations().stream().filter("Query"::equals).count();
  }

  @Test
  void aThousandAreOpenedWithoutAskingTwice() throws Exception {
    areOpenedWithoutAskingTwice(850, 150);
  }

  @Test
  @Tag("long")
  void tenThousandAreOpenedWithoutAskingTwice() throws Exception {
    areOpenedWithoutAskingTwice(9_500, 500);
  }

  private void areOpenedWithoutAskingTwice(int others, int publications) throws Exception {
    Set<String> foreign;
    List<String> ours = new ArrayList<>();
    try (AwsConnection aws = open()) {
      foreign = othersInvalidate(aws.invalidator(), others);
      for (int i = publications - 1; i >= 0; i--) {
        ours.addFirst(publication(aws, i));
      }
    }
    int pages = (others + publications) / 100;

    Reading first = read();

    assertTellsAll(first, foreign, ours);
    assertEquals(pages, lists.get());
    assertEquals(others, gets.get(), "the details of its own are in the journal");

    Reading second = read();

    assertTellsAll(second, foreign, ours);
    assertEquals(pages, lists.get());
    assertEquals(0, gets.get(), "what is completed is on disk");
    assertEquals(others, second.foreign().size(), "each told once, with its details");

    for (Reading reading : List.of(first, second)) {
      System.out.printf(
          "a history of %,d: the first part after %d ms, all of it after %,d ms%n",
          others + publications, reading.untilFirst().toMillis(), reading.untilAll().toMillis());
    }
  }

  private static void assertTellsAll(Reading reading, Set<String> foreign, List<String> ours) {
    assertEquals(foreign, reading.foreignIds());
    assertEquals(ours, reading.ourIds(), "newest first, each once");
    Set<String> detailed =
        reading.foreign().stream()
            .filter(one -> one.details() != null)
            .map(Foreign::id)
            .collect(Collectors.toSet());
    assertEquals(foreign, detailed, "with their paths");
    assertNull(reading.last().trouble());
    assertTrue(reading.last().whole());
    assertEquals(0, reading.last().detailsMissing());
    assertTrue(
        reading.lists() == 1 || reading.queries() <= 2,
        () ->
            "the first part waited for %d pages of the list and %d queries"
                .formatted(reading.lists(), reading.queries()));
    assertTrue(reading.gets() <= 4, () -> "the first part waited for details: " + reading.gets());
  }

  /** A publication so many minutes ago; its id. */
  private String publication(AwsConnection aws, int minutes) {
    var seen = new Roster("atlas", "Project atlas", minutes, List.of());
    Instant at = NOW.minus(Duration.ofMinutes(minutes));
    JournalEntry saved =
        Entries.entry(seen, Entries.adding(Entries.member("m", "viewer")), at, random);
    Batch batch = saved.progress().batches().getFirst();
    clock.set(at.plusSeconds(1));
    List<InvalidationItem> items = batch.items().stream().map(InvalidationItem::parse).toList();
    String id = aws.invalidator().create(batch.reference(), items).id();
    Progress submitted = saved.progress().submitted(batch, id, at);
    Progress ended = submitted.completed(submitted.batches().getFirst(), at).end();
    aws.journal().append(new JournalEntry(saved.about(), saved.roster(), ended, saved.lease()));
    return saved.id();
  }

  /** So many deployments of two weeks; their ids. */
  private Set<String> othersInvalidate(Invalidator invalidator, int count) throws Exception {
    Set<String> made = ConcurrentHashMap.newKeySet();
    Instant begin = NOW.minus(Duration.ofDays(14));
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        List<InvalidationItem> path = List.of(new CachePath("/assets/" + i));
        String reference = "deploy-" + i;
        all.add(
            threads.submit(() -> {
              clock.updateAndGet(now -> now.equals(NOW) ? begin : now.plusSeconds(60));
              return made.add(invalidator.create(reference, path).id());
            }));
      }
      for (Future<Boolean> one : all) {
        assertTrue(one.get());
      }
    }
    return made;
  }
}
