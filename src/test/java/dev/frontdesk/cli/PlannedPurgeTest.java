package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.invalidation.CachePath;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Ticker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code frontdesk purge} says of a plan, and does with it, in moments seldom met. */
class PlannedPurgeTest {
  private final FakeDesk desk = new FakeDesk();

  @TempDir Path folder;

  @Test
  void whatIsInProgressAlreadyIsNotSentAgain() throws IOException {
    desk.cloudfront.completing(false);
    String id = desk.cloudfront.create("cli-1", List.of(new CachePath("/projects/*"))).id();
    assertEquals(Exit.DONE, purge("/projects/atlas"), desk.err());
    assertTrue(desk.out().startsWith("Nothing is sent to CloudFront."), desk::out);
    assertTrue(
        desk.out()
            .contains(
                "/projects/atlas is not sent: invalidation "
                    + id
                    + " is in progress and does its work, by /projects/*."),
        desk::out);
    assertEquals(List.of(), desk.tables.newest(null, 10));
    assertEquals(1, desk.cloudfront.all().size());
  }

  @Test
  void theDocumentNamesWhatDoesTheWork() throws IOException {
    desk.cloudfront.completing(false);
    String id = desk.cloudfront.create("cli-1", List.of(new CachePath("/projects/*"))).id();
    assertEquals(Exit.DONE, purge("/projects/atlas", "--json"), desk.err());
    JsonNode document = JsonMapper.shared().readTree(desk.out());
    assertTrue(document.path("purgeId").isNull() && document.path("invalidationId").isNull());
    JsonNode redundant = document.path("plan").path("redundant").path(0);
    assertEquals(id, redundant.path("invalidationId").asString());
    assertEquals("/projects/*", redundant.path("by").asString());
    JsonNode quota = document.path("plan").path("quota");
    assertEquals(0, quota.path("pathsInProgress").asInt(-1));
    assertEquals(1, quota.path("wildcardsInProgress").asInt());
  }

  @Test
  void aQuotaThatIsFullIsSaidBefore() throws IOException {
    desk.cloudfront.completing(false);
    desk.cloudfront.create(
        "cli-1",
        IntStream.range(0, 15)
            .mapToObj(i -> new CachePath("/w" + i + "/*"))
            .map(p -> (dev.frontdesk.invalidation.InvalidationItem) p)
            .toList());
    assertEquals(Exit.DONE, purge("/projects/*", "--dry-run"), desk.err());
    assertTrue(
        desk.out()
            .contains("Left of the quota now: 3,000 of 3,000 paths, 0 of 15 wildcards. It waits"),
        desk::out);
  }

  @Test
  void withoutWaitingItEndsOnceCloudFrontHasIt() throws IOException {
    desk.cloudfront.completing(false);
    assertEquals(Exit.DONE, purge("/projects/atlas", "--no-wait", "--json"), desk.err());
    JsonNode document = JsonMapper.shared().readTree(desk.out());
    assertEquals("submitted", document.path("state").asString());
    assertEquals(desk.cloudfront.all().getFirst().id(), document.path("invalidationId").asString());
  }

  @Test
  void whatDoesNotEndInTimeGoesOn() throws IOException {
    desk.cloudfront.completing(false);
    assertEquals(
        Exit.NOT_ENDED, run(Ticker.system(), "/projects/atlas", "--timeout", "300ms"), desk.err());
    assertTrue(desk.err().contains("frontdesk resume"), desk::err);
  }

  @Test
  void aRefusalIsAFailure() throws IOException {
    desk.cloudfront.meet(new Problem.Denied("CreateInvalidation", "not authorized.", "r"));
    assertEquals(Exit.FAILED, purge("/projects/atlas", "--json"), desk.err());
    assertEquals(1, desk.err().lines().count(), desk::err);
    assertEquals("failed", JsonMapper.shared().readTree(desk.out()).path("state").asString());
  }

  @Test
  void manyThatBeginAlikeAreOfferedAsOne() throws IOException {
    String[] paths =
        IntStream.range(0, 40).mapToObj(i -> "/projects/p" + i + "/report").toArray(String[]::new);
    var args = new ArrayList<>(List.of(paths));
    args.add("--dry-run");
    assertEquals(Exit.DONE, purge(args.toArray(String[]::new)), desk.err());
    assertTrue(desk.out().lines().anyMatch(line -> line.startsWith("Or /projects/")), desk::out);
    assertTrue(desk.out().contains("whatever else begins so"), desk::out);
  }

  private int purge(String... arguments) throws IOException {
    return run(new FastTicker(), arguments);
  }

  private int run(Ticker ticker, String... arguments) throws IOException {
    var args = new ArrayList<>(List.of("purge", "--reason", "a customer sees it old"));
    args.addAll(List.of(arguments));
    return desk.run(folder, ticker, args.toArray(String[]::new));
  }
}
