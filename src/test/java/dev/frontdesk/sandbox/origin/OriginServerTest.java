package dev.frontdesk.sandbox.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.sandbox.store.DynamoDb;
import dev.frontdesk.sandbox.store.Store;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class OriginServerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PATH = "/projects/atlas/members";

  private static final String TWO =
      """
      {"members":[
        {"id":"m-1","email":"ada@example.com","name":"Ada","role":"owner"},
        {"id":"m-3","email":"cyd@example.com","name":"Cyd","role":"viewer"}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Store db = Store.open(null, InstantSource.system());
  private OriginServer origin;

  @BeforeEach
  void start() {
    MembersTable.create(db, "app");
    put(MembersTable.projectItem("atlas", "Atlas", 3));
    put(MembersTable.memberItem("atlas", "m-1", "ada@example.com", "Ada", "owner"));
    put(MembersTable.memberItem("atlas", "m-2", "bo@example.com", "Bø 李", "editor"));
    put(MembersTable.projectItem("kilo", "Kilo", 0));
    put(MembersTable.memberItem("kilo", "m-2", "bo@example.com", "Bø 李", "owner"));
    origin = OriginServer.start(0, db, new OriginConfig("app", Duration.ofHours(1), Duration.ZERO));
  }

  @AfterEach
  void stop() {
    client.close();
    origin.close();
    db.close();
  }

  private void put(ObjectNode item) {
    var request = JsonNodeFactory.instance.objectNode().put("TableName", "app");
    request.set("Item", item);
    db.call("PutItem", request);
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(origin.address() + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("-");
  }

  @Test
  void readsEveryDocument() throws Exception {
    assertEquals(
        """
        {"projects":[{"id":"atlas","name":"Atlas"},{"id":"kilo","name":"Kilo"}]}\
        """,
        get("/projects").body());
    assertEquals(
        "{\"id\":\"atlas\",\"name\":\"Atlas\",\"version\":3}", get("/projects/atlas").body());
    assertEquals(
        """
        {"projectId":"atlas","version":3,"members":[\
        {"id":"m-1","email":"ada@example.com","name":"Ada","role":"owner"},\
        {"id":"m-2","email":"bo@example.com","name":"Bø 李","role":"editor"}]}\
        """,
        get(PATH).body());
    assertEquals(
        """
        {"memberId":"m-2","projects":[\
        {"id":"atlas","name":"Atlas","role":"editor"},{"id":"kilo","name":"Kilo","role":"owner"}]}\
        """,
        get("/members/m-2/projects").body());
  }

  @ParameterizedTest
  @CsvSource({
    "/projects, 3600, -",
    "/projects/atlas, 5, project-atlas",
    "/projects/atlas/members, 3600, project-atlas",
    "/projects/atlas/members?v=3, 3600, project-atlas",
    "/members/m-2/projects, 3600, member-m-2"
  })
  void tellsCachesHowLongAndByWhatTag(String path, String seconds, String tag) throws Exception {
    var seen = get(path);
    assertEquals(200, seen.statusCode());
    assertEquals("max-age=0, s-maxage=" + seconds, header(seen, "cache-control"));
    assertEquals("application/json; charset=utf-8", header(seen, "content-type"));
    assertEquals(tag, header(seen, "cache-tag"));
    String etag = header(seen, "etag");
    assertTrue(etag.matches("\"[0-9a-f]{24}\""), etag);
    var unchanged = get(path, "If-None-Match", "\"x\", W/" + etag);
    assertEquals(304, unchanged.statusCode());
    assertEquals("", unchanged.body());
    assertEquals(etag, header(unchanged, "etag"));
    assertEquals(200, get(path, "If-None-Match", "\"x\"").statusCode());
    var head = send("HEAD", path, "");
    assertEquals(200, head.statusCode());
    assertEquals(etag, header(head, "etag"));
    int length = seen.body().getBytes(StandardCharsets.UTF_8).length;
    assertEquals(Integer.toString(length), header(head, "content-length"));
  }

  @ParameterizedTest
  @CsvSource({
    "/projects/nobody, 404",
    "/projects/Atlas, 404",
    "/projects/nobody/members, 404",
    "/members/nobody/projects, 404",
    "/projects/atlas/members?v=2, 404",
    "/projects/atlas/members?v=x, 404",
    "/projects/atlas/members/, 404",
    "/, 404",
    "/elsewhere, 404"
  })
  void saysWhatIsNotThere(String path, int status) throws Exception {
    var seen = get(path);
    assertEquals(status, seen.statusCode());
    assertEquals("no-store", header(seen, "cache-control"));
    assertTrue(!JSON.readTree(seen.body()).path("error").asString("").isEmpty(), seen.body());
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /projects/atlas/members, 'GET, HEAD, PUT'",
    "PUT, /projects/atlas, 'GET, HEAD'",
    "POST, /projects, 'GET, HEAD'",
    "PUT, /members/m-1/projects, 'GET, HEAD'"
  })
  void saysWhichMethodsThereAre(String method, String path, String allow) throws Exception {
    var seen = send(method, path, "{}");
    assertEquals(405, seen.statusCode());
    assertEquals(allow, header(seen, "allow"));
    assertEquals("no-store", header(seen, "cache-control"));
  }

  @Test
  void replacesARosterAndMovesItsVersion() throws Exception {
    String before = header(get(PATH), "etag");
    var put = send("PUT", PATH, TWO);
    assertEquals(200, put.statusCode(), put.body());
    var after = get(PATH);
    assertEquals(put.body(), after.body());
    assertNotEquals(before, header(after, "etag"));
    assertEquals(header(put, "etag"), header(after, "etag"));
    var roster = JSON.readTree(after.body());
    assertEquals(4, roster.path("version").asInt());
    assertEquals(Map.of("ada@example.com", "m-1", "cyd@example.com", "m-3"), ids(roster));
    assertEquals(404, get("/members/m-3x/projects").statusCode());
    assertEquals("[{\"id\":\"kilo\",\"name\":\"Kilo\",\"role\":\"owner\"}]", projectsOf("m-2"));
    assertEquals("[{\"id\":\"atlas\",\"name\":\"Atlas\",\"role\":\"viewer\"}]", projectsOf("m-3"));
    assertEquals(404, get(PATH + "?v=3").statusCode());
    assertEquals(200, get(PATH + "?v=4").statusCode());
  }

  private String projectsOf(String member) throws Exception {
    return JSON.readTree(get("/members/" + member + "/projects").body())
        .path("projects")
        .toString();
  }

  private static Map<String, String> ids(JsonNode roster) {
    var ids = new TreeMap<String, String>();
    roster
        .path("members")
        .forEach(
            member -> ids.put(member.path("email").asString(""), member.path("id").asString("")));
    return ids;
  }

  @Test
  void keepsTheIdOfAnEmailAndGivesNewOnesToTheNew() throws Exception {
    var put =
        send(
            "PUT",
            PATH,
            """
            {"members":[{"email":"ADA@example.com","name":"Ada","role":"owner"},
                        {"email":"new@example.com","role":"viewer"}]}
            """);
    assertEquals(200, put.statusCode(), put.body());
    var ids = ids(JSON.readTree(put.body()));
    assertEquals("m-1", ids.get("ADA@example.com"));
    assertTrue(String.valueOf(ids.get("new@example.com")).matches("[0-9a-f-]{36}"), ids.toString());
  }

  @Test
  void writesOnlyOnTopOfWhatTheWriterSaw() throws Exception {
    String stale = TWO.replaceFirst("\\{", "{\"version\":2,");
    assertEquals(412, send("PUT", PATH, stale).statusCode());
    assertEquals(412, send("PUT", PATH, TWO, "If-Match", "\"other\"").statusCode());
    String etag = header(get(PATH), "etag");
    assertEquals(412, send("PUT", PATH, TWO, "If-Match", "W/" + etag).statusCode());
    assertEquals(200, send("PUT", PATH, TWO, "If-Match", etag).statusCode());
    assertEquals(412, send("PUT", PATH, TWO, "If-Match", etag).statusCode());
    assertEquals(200, send("PUT", PATH, TWO, "If-Match", "*").statusCode());
    String current = TWO.replaceFirst("\\{", "{\"projectId\":\"atlas\",\"version\":5,");
    assertEquals(200, send("PUT", PATH, current).statusCode());
    assertEquals(404, send("PUT", "/projects/nobody/members", TWO).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          nonsense                                                                                | not JSON
          []                                                                                      | not a JSON object
          {}                                                                                      | members
          {"members":[]}                                                                          | owner
          {"members":[3]}                                                                         | members[0]
          {"members":[{"email":"a@b.co","name":"A","role":"viewer"}]}                             | owner
          {"members":[{"email":"a@b.co","name":"A","role":"king"}]}                               | role
          {"members":[{"email":"a@b.co","name":"A"}]}                                             | role
          {"members":[{"email":"a@b","name":"A","role":"owner"}]}                                 | email
          {"members":[{"email":"a b@b.co","name":"A","role":"owner"}]}                            | email
          {"members":[{"name":"A","role":"owner"}]}                                               | email
          {"members":[{"email":5,"name":"A","role":"owner"}]}                                     | email
          {"members":[{"email":"a@b.co","role":"owner"},{"email":"A@B.co","role":"owner"}]}       | twice
          {"members":[{"id":"1","email":"a@b.co","role":"owner"},{"id":"1","email":"c@b.co","role":"owner"}]} | twice
          {"members":[{"id":"","email":"a@b.co","role":"owner"}]}                                 | id
          {"members":[{"id":7,"email":"a@b.co","role":"owner"}]}                                  | id
          {"version":"3","members":[{"email":"a@b.co","role":"owner"}]}                           | version
          {"version":-1,"members":[{"email":"a@b.co","role":"owner"}]}                            | version
          {"projectId":"kilo","members":[{"email":"a@b.co","role":"owner"}]}                      | projectId
          """)
  void refusesWhatIsNoRoster(String body, String word) throws Exception {
    var seen = send("PUT", PATH, body);
    assertEquals(400, seen.statusCode(), seen.body());
    assertTrue(JSON.readTree(seen.body()).path("error").asString("").contains(word), seen.body());
    assertEquals("no-store", header(seen, "cache-control"));
    assertEquals(3, JSON.readTree(get(PATH).body()).path("version").asInt());
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    var seen = send("PUT", PATH, " ".repeat(OriginServer.REQUEST_BYTES + 1));
    assertEquals(413, seen.statusCode());
    assertEquals("no-store", header(seen, "cache-control"));
  }

  @Test
  void replacesALargeRosterInSeveralTransactions() throws Exception {
    for (int from : List.of(0, 150, 399)) {
      var put = send("PUT", PATH, roster(from, from + 400));
      assertEquals(200, put.statusCode());
      assertEquals(put.body(), get(PATH).body());
    }
    var roster = JSON.readTree(get(PATH).body());
    assertEquals(6, roster.path("version").asInt());
    assertEquals(400, roster.path("members").size());
  }

  /** A roster of many pages, the first of which is read before somebody else writes. */
  @Test
  void readsARosterOfManyPagesAtOneVersion() throws Exception {
    assertEquals(200, send("PUT", PATH, roster(0, 95)).statusCode());
    var writes = new ArrayDeque<>(List.of(roster(50, 145)));
    DynamoDb paged =
        (operation, request) -> {
          var page = request.deepCopy();
          if (operation.equals("Query")) {
            page.put("Limit", 30);
          }
          var answer = db.call(operation, page);
          if (operation.equals("Query") && !writes.isEmpty()) {
            assertEquals(200, sentQuietly(writes.remove()));
          }
          return answer;
        };
    try (var other = OriginServer.start(0, paged, OriginConfig.of("app"))) {
      var request = HttpRequest.newBuilder(URI.create(other.address() + PATH)).build();
      var seen = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      assertEquals(200, seen.statusCode());
      assertTrue(get(PATH).body().equals(seen.body()), "a mixture of two rosters");
      assertEquals(5, JSON.readTree(seen.body()).path("version").asInt());
      assertEquals(95, JSON.readTree(seen.body()).path("members").size());
    }
  }

  private int sentQuietly(String roster) {
    try {
      return send("PUT", PATH, roster).statusCode();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static String roster(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            "{\"id\":\"u%d\",\"email\":\"u%d@example.com\",\"name\":\"%s\",\"role\":\"owner\"}"
                .formatted(i, i, "n".repeat(20)))
        .collect(Collectors.joining(",", "{\"members\":[", "]}"));
  }

  /** Another writer moves the version between this one's read and its write. */
  @Test
  void failsOneOfTwoWriters() throws Exception {
    DynamoDb overtaken =
        (operation, request) -> {
          if (operation.equals("TransactWriteItems")) {
            put(MembersTable.projectItem("atlas", "Atlas", 9));
          }
          return db.call(operation, request);
        };
    try (var other = OriginServer.start(0, overtaken, OriginConfig.of("app"))) {
      var put =
          HttpRequest.newBuilder(URI.create(other.address() + PATH))
              .PUT(BodyPublishers.ofString(TWO))
              .build();
      assertEquals(412, client.send(put, BodyHandlers.discarding()).statusCode());
    }
    assertEquals(9, JSON.readTree(get(PATH).body()).path("version").asInt());
    assertEquals(2, ids(JSON.readTree(get(PATH).body())).size());
    assertTrue(ids(JSON.readTree(get(PATH).body())).containsKey("bo@example.com"));
  }

  @Test
  void knowsIdsOfAnyKind() throws Exception {
    put(MembersTable.projectItem("a/b ü+%", "Odd", 1));
    put(MembersTable.memberItem("a/b ü+%", "x@y/z", "x@y.com", "X", "owner"));
    var seen = get("/projects/a%2Fb%20%C3%BC+%25/members");
    assertEquals("a/b ü+%", JSON.readTree(seen.body()).path("projectId").asString(""));
    assertEquals("project-a/b%20%C3%BC+%25", header(seen, "cache-tag"));
    assertEquals(200, get("/members/x@y%2Fz/projects").statusCode());
    assertEquals(200, get("/members/x%40y%2Fz/projects").statusCode());
  }

  @Test
  void knowsNothingByAnIdLongerThanAKey() throws Exception {
    for (String id : List.of("x".repeat(1_016), "x".repeat(1_017), "x".repeat(5_000))) {
      assertEquals(404, get("/members/" + id + "/projects").statusCode());
      assertEquals(404, get("/projects/" + id + "/members").statusCode());
    }
  }

  @Test
  void saysWhereTheTableFails() throws Exception {
    try (var broken = OriginServer.start(0, db, OriginConfig.of("no-such-table"))) {
      var request = HttpRequest.newBuilder(URI.create(broken.address() + PATH)).build();
      var seen = client.send(request, BodyHandlers.ofString());
      assertEquals(500, seen.statusCode());
      assertEquals("no-store", header(seen, "cache-control"));
    }
  }
}
