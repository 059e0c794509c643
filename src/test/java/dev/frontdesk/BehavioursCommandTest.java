package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code frontdesk behaviours} on the real sandbox. */
class BehavioursCommandTest {
  private static final String MEMBERS = "/projects/atlas/members";

  @TempDir static Path data;

  private static SandboxCommands commands;

  @BeforeAll
  static void startTheSandbox() {
    commands = new SandboxCommands(data, "ttl=7200s");
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @Test
  void listsThemInMatchingOrder() {
    assertEquals(0, commands.run("behaviours", "--json"), commands.err());
    JsonNode document = commands.json();
    List<JsonNode> rows = document.path("behaviours").valueStream().toList();
    assertEquals(
        List.of("/projects/*/members", "/members/*", "/projects", "/projects/*", "/static/*", "*"),
        rows.stream().map(row -> row.path("pathPattern").asString()).toList());
    JsonNode first = rows.getFirst();
    assertEquals("Frontdesk-Members", first.path("cachePolicy").asString());
    assertEquals(0, first.path("minTtlSeconds").asLong(-1));
    assertEquals(86_400, first.path("defaultTtlSeconds").asLong());
    assertEquals(31_536_000, first.path("maxTtlSeconds").asLong());
    assertEquals(List.of("v"), names(first, "queryStrings"));
    assertEquals(List.of(), names(first, "headers"));
    assertEquals(List.of(), names(first, "cookies"));
    assertEquals("members-api", first.path("origin").asString());
    assertEquals("CachingDisabled", rows.getLast().path("cachePolicy").asString());
    assertTrue(rows.getLast().path("managed").asBoolean());
    assertTrue(document.path("match").isNull());
    assertEquals("Cache-Tag", document.path("cacheTagHeader").asString());
    assertEquals(10, document.path("defaultErrorTtlSeconds").asLong());
  }

  private static List<String> names(JsonNode row, String part) {
    return row.path(part).valueStream().map(JsonNode::asString).toList();
  }

  @Test
  void explainsAPathByWhatTheOriginSendsNow() {
    assertEquals(0, commands.run("behaviours", MEMBERS, "--json"), commands.err());
    JsonNode match = commands.json().path("match");
    assertEquals("/projects/*/members", match.path("pathPattern").asString());
    assertEquals(7_200, match.path("effectiveTtlSeconds").asLong());
    assertEquals(0, match.path("browserTtlSeconds").asLong(-1));
    assertEquals(200, match.path("originStatus").asInt());
    assertEquals(
        List.of(
            "/projects/*/members is the first that matches (cache policy: Frontdesk-Members).",
            "The origin sends: Cache-Control: max-age=0, s-maxage=7200.",
            "s-maxage goes before max-age (for caches shared by readers): 7,200 s.",
            "Not below the minimum TTL (0 s): 7,200 s.",
            "Not above the maximum TTL (31,536,000 s): 7,200 s.",
            "While the origin fails, served up to the maximum TTL (no stale-if-error): until it is"
                + " 31,536,000 s old."),
        names(match, "why"));
    assertEquals(7_200, match.path("staleWhileRevalidateUntilSeconds").asLong());
    assertEquals(31_536_000, match.path("staleIfErrorUntilSeconds").asLong());
    assertEquals(List.of(), names(match, "warnings"));
  }

  @Test
  void tellsWhyNotTheOthersAndWhyAnErrorIsNotKept() {
    String address = commands.sandbox().edgeUrl() + "/static/app.js";
    assertEquals(0, commands.run("behaviours", address, "--json"), commands.err());
    JsonNode match = commands.json().path("match");
    assertEquals("/static/*", match.path("pathPattern").asString());
    assertEquals(
        "/projects does not match: the path is not /projects.", names(match, "why").get(2));
    assertEquals(404, match.path("originStatus").asInt());
    assertEquals(List.of(), names(match, "warnings"), "no minimum TTL counts for an error");
    assertEquals(
        "The origin’s no-store is heeded, so nothing is kept (status 404; of errors it is heeded"
            + " for 404, 410, 414 and 501, whatever the minimum TTL).",
        names(match, "why").getLast());
  }

  @Test
  void saysItInSentencesToo() {
    assertEquals(0, commands.run("behaviours", MEMBERS), commands.err());
    List<String> lines = commands.out().lines().toList();
    assertEquals("At the edge: 2 h, 7,200 s", lines.get(6));
    assertEquals("In the browser: 0 s (asks each time).", lines.get(7));
    assertEquals(0, commands.run("behaviours"), commands.err());
    assertTrue(
        commands
            .out()
            .contains(
                "errors 404, 410, 414 and 500 to 504 are kept for at least 10 s, with max-age or"
                    + " s-maxage 400, 403, 405, 412 and 415 too; with"),
        commands.out());
  }

  @Test
  void anAddressOfTheOriginIsThePathBehindIt() {
    String address = commands.connection().site().originUrl() + MEMBERS;
    assertEquals(0, commands.run("behaviours", address), commands.err());
    String explained = commands.out();
    assertEquals(0, commands.run("behaviours", MEMBERS), commands.err());
    assertEquals(commands.out(), explained);
  }

  @Test
  void refusesWhatIsNoPathOfTheEdge() {
    assertEquals(2, commands.run("behaviours", "https://other.example/x"));
    assertTrue(commands.err().contains("other.example is a name of neither side"));
    assertEquals("", commands.out());
    assertEquals(2, commands.run("behaviours", "projects"));
    assertRefused("A path that ends in a star stands for many", "/projects/*");
    assertRefused("A tag stands for many answers", "#member-m1");
    assertRefused("There is nothing to ask for", "");
  }

  /** As a probe of it is: nobody is asked for what stands for many. */
  private static void assertRefused(String sentence, String path) {
    assertEquals(2, commands.run("behaviours", path));
    assertTrue(commands.err().startsWith(sentence), commands.err());
    assertEquals("", commands.out());
  }
}
