package dev.frontdesk.settings.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.members.Roles;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Environment;
import dev.frontdesk.settings.Connection.Layout;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsFileTest {
  private static final String FULL =
      """
      {
        "connections": [
          {
            "name": "production",
            "environment": "production",
            "profile": "acme-prod",
            "region": "eu-west-1",
            "distributionId": "E2EXAMPLE",
            "edgeUrl": "https://api.example.com/",
            "originUrl": "https://abc123.execute-api.eu-west-1.amazonaws.com/prod",
            "endpoints": { "cloudfront": "http://127.0.0.1:4566", "dynamodb": "http://[::1]:8000" },
            "caches": 3,
            "members": {
              "table": "app",
              "layout": "item-per-member",
              "project": { "pk": "PROJECT#{projectId}", "sk": "PROJECT" },
              "member":  { "pk": "PROJECT#{projectId}", "sk": "MEMBER#{memberId}" },
              "attributes": { "projectName": "name", "memberId": "id", "memberName": "name", "email": "email", "role": "role", "version": "version" },
              "roles": ["owner", "admin", "editor", "viewer"],
              "projectsIndex": { "index": "by-kind", "attribute": "kind", "value": "PROJECT" },
              "membersIndex": { "index": "by-email", "attribute": "email" }
            },
            "journal": { "table": "frontdesk-journal", "keepDays": 730 },
            "routes": [
              { "path": "/projects/{projectId}/members", "strategy": "invalidate", "ordered": true },
              { "path": "/members/{memberId}/projects", "strategy": "invalidate", "tag": "member-{memberId}",
                "queryVariants": true, "pointer": "/projects/{projectId}" }
            ]
          }
        ]
      }
      """;

  private static final String LEAST =
      """
      {"connections": [{
        "name": "dev", "region": "eu-west-1", "distributionId": "E1",
        "members": {
          "table": "rosters", "layout": "item-per-project",
          "project": {"pk": {"attribute": "PK", "value": "PROJECT#{projectId}"}},
          "attributes": {"projectName": "name", "memberName": "name", "email": "email",
            "role": "role", "version": "version"},
          "roles": ["owner"]},
        "journal": {"table": "journal"},
        "routes": [{"path": "/projects/{projectId}/members", "strategy": "invalidate"}]}]}
      """;

  private static List<Problem.Invalid> problems(String text) {
    return ConnectionsFile.check(text, "connections.json").problems();
  }

  private static Connection only(String text) {
    var reading = ConnectionsFile.check(text, "connections.json");
    assertEquals(List.of(), reading.problems());
    return reading.connections().getFirst();
  }

  @Test
  void readsEveryField() {
    Connection connection = only(FULL);

    assertEquals("production", connection.name());
    assertEquals(Environment.PRODUCTION, connection.environment());
    assertEquals("acme-prod", connection.account().profile());
    assertEquals("eu-west-1", connection.account().region());
    var endpoints = connection.account().endpoints();
    assertEquals(URI.create("http://127.0.0.1:4566"), endpoints.cloudfront());
    assertNull(endpoints.cloudwatch());
    assertEquals(URI.create("http://[::1]:8000"), endpoints.sts());
    assertEquals(URI.create("https://api.example.com"), connection.site().edgeUrl());
    assertEquals(3, connection.site().caches());
    var members = connection.members();
    assertEquals(Layout.ITEM_PER_MEMBER, members.layout());
    assertEquals("PROJECT#{projectId}", members.keys().project().pk().value().text());
    assertEquals("sk", Objects.requireNonNull(members.keys().project().sk()).attribute());
    assertEquals("id", members.attributes().memberId());
    assertEquals(Roles.of("owner", "admin", "editor", "viewer"), members.roles());
    assertEquals(
        new Connection.Indexes(
            new Connection.Index("by-kind", "kind", "PROJECT"),
            new Connection.Index("by-email", "email", null)),
        members.indexes());
    assertEquals(new Connection.JournalTable("frontdesk-journal", 730), connection.journal());
    var routes = connection.site().routes();
    assertEquals(2, routes.size());
    assertTrue(routes.getFirst().ordered());
    assertEquals(Strategy.INVALIDATE, routes.getLast().strategy());
    assertEquals("member-{memberId}", Objects.requireNonNull(routes.getLast().tag()).text());
    assertTrue(routes.getLast().queryVariants());
  }

  @Test
  void whatIsMissingHasItsDefault() {
    Connection connection = only(LEAST);

    assertEquals(Environment.DEVELOPMENT, connection.environment());
    assertNull(connection.account().profile());
    assertNull(connection.account().accessKeyId());
    assertEquals(Connection.Endpoints.AWS, connection.account().endpoints());
    assertNull(connection.site().edgeUrl());
    assertEquals(1, connection.site().caches());
    assertNull(connection.journal().keepDays());
    assertEquals("PK", connection.members().keys().project().pk().attribute());
    assertNull(connection.members().keys().project().sk());
    assertNull(connection.members().keys().member());
    assertEquals("id", connection.members().attributes().memberId());
    assertFalse(connection.isSandbox());
  }

  /** Each line: what of the full file is replaced, by what; the rule; the field; its line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"profile\"|\"profil\"|unknown|connections[0].profil|6",
        "\"keepDays\"|\"keepdays\"|unknown|connections[0].journal.keepdays|23",
        "\"production\",|5,|type-text|connections[0].name|4",
        "\"region\": \"eu-west-1\",||missing|connections[0].region|3",
        "\"region\": \"eu-west-1\"|\"region\": \" \"|blank|connections[0].region|7",
        "\"region\": \"eu-west-1\"|\"region\": \"Ireland!\"|region|connections[0].region|7",
        "\"environment\": \"production\"|\"environment\":"
            + " \"prod\"|word|connections[0].environment|5",
        "https://api.example.com/|http://api.example.com|http|connections[0].edgeUrl|9",
        "https://api.example.com/|ftp://api.example.com|url|connections[0].edgeUrl|9",
        "https://api.example.com/|https://a b|url|connections[0].edgeUrl|9",
        "https://api.example.com/|https://x/?a=1|url|connections[0].edgeUrl|9",
        "http://127.0.0.1:4566|http://128.0.0.1:4566|http|connections[0].endpoints.cloudfront|11",
        "http://127.0.0.1:4566|http://127.0.0.1.evil.com|http|connections[0].endpoints.cloudfront|11",
        "\"profile\": \"acme-prod\"|\"accessKeyId\": \"x\", \"edgeUrl2\":"
            + " 1|unknown|connections[0].edgeUrl2|6",
        "\"caches\": 3|\"caches\": 0|count|connections[0].caches|12",
        "\"caches\": 3|\"caches\": \"3\"|type-number|connections[0].caches|12",
        "\"caches\": 3|\"caches\": 1.5|count|connections[0].caches|12",
        "\"layout\": \"item-per-member\"|\"layout\":"
            + " \"wide\"|word|connections[0].members.layout|15",
        "\"sk\": \"MEMBER#{memberId}\"|\"sk\":"
            + " \"MEMBER#{userId}\"|key-place|connections[0].members.member|17",
        "\"pk\": \"PROJECT#{projectId}\", \"sk\": \"PROJECT\"|\"pk\": \"P\", \"sk\":"
            + " \"PROJECT\"|key-place|connections[0].members.project|16",
        ", \"sk\": \"MEMBER#{memberId}\"||key-no-sk|connections[0].members.member|17",
        "\"sk\": \"PROJECT\"|\"sk\": {\"attribute\": \"SK\", \"value\":"
            + " \"P\"}|key-differs|connections[0].members.member|17",
        "\"owner\", \"admin\"|\"owner\", \"owner\"|role-twice|connections[0].members.roles[1]|19",
        "[\"owner\", \"admin\", \"editor\","
            + " \"viewer\"]|[]|roles-empty|connections[0].members.roles|19",
        "\"owner\", \"admin\"|\"owner\", 7|role-blank|connections[0].members.roles[1]|19",
        "\"strategy\": \"invalidate\", \"ordered\"|\"strategy\": \"expire\","
            + " \"ordered\"|strategy-not-built|connections[0].routes[0].strategy|25",
        "\"strategy\": \"invalidate\", \"ordered\"|\"strategy\": \"purge\","
            + " \"ordered\"|word|connections[0].routes[0].strategy|25",
        "\"/projects/{projectId}/members\"|\"projects/{projectId}\"|template|connections[0].routes[0].path|25",
        "\"/projects/{projectId}/members\"|\"/projects/{projectID}\"|variable|connections[0].routes[0].path|25",
        "\"member-{memberId}\"|\"member,{memberId}\"|template|connections[0].routes[1].tag|26",
        "\"ordered\": true|\"ordered\": \"yes\"|type-flag|connections[0].routes[0].ordered|25",
        "\"keepDays\": 730|\"keepDays\": -1|count|connections[0].journal.keepDays|23",
        "\"journal\": {|\"journal\": 3, \"x\": {|type-object|connections[0].journal|23",
        "\"name\": \"production\"|\"name\": \"a\", \"name\": \"b\"|twice|connections[0].name|4",
        "\"connections\": [|\"connections\": 5, \"more\": [|type-list|connections|2",
      })
  void refusesWithFieldPlaceAndRemedy(
      String old, String replacement, String rule, String field, int line) {
    String by = replacement == null ? "" : replacement;
    assertTrue(FULL.contains(old), "the file has no " + old);

    List<Problem.Invalid> problems = problems(FULL.replace(old, by));

    Problem.Invalid problem =
        problems.stream()
            .filter(each -> each.rule().equals("settings-" + rule))
            .filter(each -> each.values().get(3).equals(field))
            .findFirst()
            .orElseThrow(() -> new AssertionError("found " + problems));
    String sentence = ProblemText.of(problem, Texts.of(Locale.ENGLISH)).sentence();
    assertTrue(
        sentence.startsWith("connections.json, line " + problem.values().get(1) + ", column "),
        sentence);
    assertFalse(sentence.contains("{4}") || sentence.contains("null"), sentence);
    assertEquals(Integer.toString(line), problem.values().get(1), sentence);
  }

  @Test
  void anUnknownFieldIsToldWithTheNearestKnownOne() {
    Problem.Invalid problem = problems(FULL.replace("\"edgeUrl\"", "\"edge_url\"")).getFirst();

    assertEquals(
        "connections.json, line 9, column 7: connections[0].edge_url is unknown."
            + " Did you mean edgeUrl?",
        ProblemText.of(problem, Texts.of(Locale.ENGLISH)).sentence());
  }

  @Test
  void findsAllThatIsWrongInTheOrderOfTheFile() {
    String text =
        FULL.replace("\"production\",\n      \"profile\"", "\"prod\",\n      \"profil\"")
            .replace("\"keepDays\": 730", "\"keepDays\": 0");

    List<String> lines = problems(text).stream().map(each -> each.values().get(1)).toList();

    assertTrue(lines.size() >= 2, lines.toString());
    assertEquals(
        lines.stream().sorted((a, b) -> Integer.parseInt(a) - Integer.parseInt(b)).toList(), lines);
  }

  @Test
  void anAccessKeyIsForLoopbackAlone() {
    String loopback = FULL.replace("\"profile\": \"acme-prod\"", "\"accessKeyId\": \"sandbox\"");
    assertTrue(only(loopback).isSandbox());

    String remote = loopback.replace("http://[::1]:8000", "https://dynamodb.example.com");
    assertEquals("settings-access-key", problems(remote).getFirst().rule());
    String none = loopback.replaceAll("\"endpoints\": \\{[^}]*},", "");
    assertEquals("settings-access-key", problems(none).getFirst().rule());
    String both = FULL.replace("\"caches\": 3", "\"accessKeyId\": \"sandbox\"");
    assertEquals("settings-two-credentials", problems(both).getFirst().rule());
  }

  @Test
  void namesAreUnique() {
    String twice = LEAST.replace("}]}\n", "}," + LEAST.substring(LEAST.indexOf("[{") + 1));

    assertEquals("settings-name-twice", problems(twice).getFirst().rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|settings-syntax",
        "{\"connections\": []} x|settings-syntax",
        "[]|settings-type-object"
      })
  void refusesWhatIsNoDocument(String text, String rule) {
    assertEquals(rule, problems(text).getFirst().rule());
  }

  @Test
  void anEmptyTextIsRefusedAndAnEmptyListIsNot() {
    assertEquals("settings-empty", problems("").getFirst().rule());
    assertEquals(List.of(), problems("\uFEFF{\"connections\": []}"));
  }

  @Test
  void anAbsentFileHasNoConnectionsAndABrokenOneIsToldOf(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("connections.json");
    assertEquals(List.of(), ConnectionsFile.read(file));

    Files.writeString(file, FULL);
    assertEquals(1, ConnectionsFile.read(file).size());

    Files.write(file, "{\"ä\"}".getBytes(StandardCharsets.ISO_8859_1));
    var thrown = assertThrows(ProblemException.class, () -> ConnectionsFile.read(file));
    assertEquals(new Problem.Invalid("settings-encoding", file.toString()), thrown.problem());
  }

  @Test
  void theUsersOwnConnectionsComeFirstAndWinOverTheOrganisations(@TempDir Path folder)
      throws IOException {
    Path own = folder.resolve("own.json");
    Path organisation = folder.resolve("organisation.json");
    List<Path> both = List.of(own, organisation);
    assertEquals(List.of(), ConnectionsFile.together(both));

    Files.writeString(organisation, FULL);
    assertEquals(
        List.of("production E2EXAMPLE"),
        namesAndIds(ConnectionsFile.together(both)),
        "the organisation's alone");

    Files.writeString(own, FULL.replace("E2EXAMPLE", "E3OWN"));
    assertEquals(List.of("production E3OWN"), namesAndIds(ConnectionsFile.together(both)));

    Files.writeString(
        own,
        FULL.replace("E2EXAMPLE", "E3OWN")
            .replace("\"name\": \"production\"", "\"name\": \"mine\""));
    assertEquals(
        List.of("mine E3OWN", "production E2EXAMPLE"), namesAndIds(ConnectionsFile.together(both)));

    Files.writeString(organisation, "{\"connections\": 1}");
    var thrown = assertThrows(ProblemException.class, () -> ConnectionsFile.together(both));
    assertTrue(
        thrown.problem().toString().contains("organisation.json"), thrown.problem().toString());
  }

  private static List<String> namesAndIds(List<Connection> connections) {
    return connections.stream()
        .map(connection -> connection.name() + " " + connection.site().distributionId())
        .toList();
  }
}
