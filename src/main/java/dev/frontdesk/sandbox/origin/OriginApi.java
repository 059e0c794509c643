package dev.frontdesk.sandbox.origin;

import dev.frontdesk.sandbox.store.DynamoDb;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The paths of the members API, and what each answers. */
final class OriginApi {
  /** What a reader of the version has to be able to trust: seconds at the edge. */
  private static final Duration POINTER_TTL = Duration.ofSeconds(5);

  private static final int LONGEST_ID = 1_016;

  /**
   * @param path and query as they were sent, percent-encoded
   */
  record Request(
      String method,
      String path,
      @Nullable String query,
      List<String> ifMatch,
      List<String> ifNoneMatch) {}

  /** What goes back. Nobody changes the body. */
  static final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    static Answer of(int status, ObjectNode document, String cacheControl) {
      var headers = new LinkedHashMap<String, String>();
      headers.put("Content-Type", "application/json; charset=utf-8");
      headers.put("Cache-Control", cacheControl);
      return new Answer(status, headers, RosterDocuments.bytes(document));
    }

    static Answer error(int status, String message) {
      return of(status, RosterDocuments.error(message), "no-store");
    }

    Answer with(String name, String value) {
      headers.put(name, value);
      return this;
    }

    int status() {
      return status;
    }

    Map<String, String> headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }
  }

  private final RosterReads reads;
  private final RosterWrites writes;
  private final OriginConfig config;
  private final LongAdder held = new LongAdder();

  OriginApi(DynamoDb db, OriginConfig config) {
    this.reads = new RosterReads(db, config.table());
    this.writes = new RosterWrites(db, config.table());
    this.config = config;
  }

  Answer answer(Request request, byte[] body) {
    var path = segments(request.path());
    boolean get = request.method().equals("GET") || request.method().equals("HEAD");
    if (path.stream().anyMatch(OriginApi::isTooLong)) {
      throw ApiException.notFound("the path");
    }
    String first = path.getFirst();
    if (first.equals("projects") && path.size() == 1) {
      return get ? projects(request) : notAllowed("GET, HEAD");
    }
    if (first.equals("projects") && path.size() == 2) {
      return get ? pointer(request, path.get(1)) : notAllowed("GET, HEAD");
    }
    if (first.equals("projects") && path.size() == 3 && path.get(2).equals("members")) {
      if (request.method().equals("PUT")) {
        return replace(request, path.get(1), body);
      }
      return get ? members(request, path.get(1)) : notAllowed("GET, HEAD, PUT");
    }
    if (first.equals("members") && path.size() == 3 && path.get(2).equals("projects")) {
      return get ? memberships(request, path.get(1)) : notAllowed("GET, HEAD");
    }
    throw ApiException.notFound("the path " + request.path());
  }

  private Answer projects(Request request) {
    return read(request, RosterDocuments.projects(reads.projects()), config.ttl());
  }

  private Answer pointer(Request request, String id) {
    var project = reads.project(id);
    if (project == null) {
      throw ApiException.notFound("the project " + id);
    }
    return read(request, RosterDocuments.project(project), POINTER_TTL)
        .with("Cache-Tag", tag("project", id));
  }

  private Answer members(Request request, String id) {
    var roster = roster(id);
    String version = parameter(request.query(), "v");
    if (version != null && !version.equals(Long.toString(roster.version()))) {
      throw ApiException.notFound("the version " + version + " of the project " + id);
    }
    return read(request, RosterDocuments.roster(roster), config.ttl())
        .with("Cache-Tag", tag("project", id));
  }

  private Answer memberships(Request request, String memberId) {
    var memberships = reads.memberships(memberId);
    if (memberships.isEmpty()) {
      throw ApiException.notFound("the member " + memberId);
    }
    return read(request, RosterDocuments.memberships(memberId, memberships), config.ttl())
        .with("Cache-Tag", tag("member", memberId));
  }

  private Answer replace(Request request, String id, byte[] body) {
    var wish = RosterDocuments.wish(body, id);
    var seen = roster(id);
    boolean moved =
        (wish.version().isPresent() && wish.version().getAsLong() != seen.version())
            || (!request.ifMatch.isEmpty()
                && !names(
                    request.ifMatch,
                    etag(RosterDocuments.bytes(RosterDocuments.roster(seen))),
                    false));
    if (moved) {
      throw new ApiException(
          412, "the roster has changed meanwhile: its version is " + seen.version());
    }
    var members = RosterDocuments.members(wish, seen);
    writes.replace(seen, members);
    var sorted = members.stream().sorted(java.util.Comparator.comparing(Member::id)).toList();
    var written = new Roster(id, seen.name(), seen.version() + 1, sorted);
    var answer = Answer.of(200, RosterDocuments.roster(written), "no-store");
    return answer.with("ETag", etag(answer.body()));
  }

  private Roster roster(String id) {
    var roster = reads.roster(id);
    if (roster == null) {
      throw ApiException.notFound("the project " + id);
    }
    return roster;
  }

  /** A document with its lifetime and its tag; 304 where the reader has it. */
  private Answer read(Request request, ObjectNode document, Duration ttl) {
    var answer = Answer.of(200, document, "max-age=0, s-maxage=" + ttl.toSeconds());
    String etag = etag(answer.body());
    if (names(request.ifNoneMatch, etag, true)) {
      answer = new Answer(304, answer.headers(), new byte[0]);
    }
    hold();
    return answer.with("ETag", etag);
  }

  /** How many GETs have been held. */
  long heldGets() {
    return held.sum();
  }

  /** Lets a purge overtake what was read, where the configuration wants that. */
  private void hold() {
    if (config.holdGet().isZero()) {
      return;
    }
    held.increment();
    try {
      Thread.sleep(config.holdGet());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static Answer notAllowed(String allow) {
    return Answer.error(405, "the method is none of " + allow).with("Allow", allow);
  }

  /** A tag has no spaces, commas or anything beyond ASCII: an id's are percent-encoded. */
  private static String tag(String kind, String id) {
    var tag = new StringBuilder(kind).append('-');
    for (byte octet : id.getBytes(StandardCharsets.UTF_8)) {
      if (octet > ' ' && octet < 0x7F && octet != ',' && octet != '%') {
        tag.append((char) octet);
      } else {
        tag.append('%').append("%02X".formatted(octet & 0xFF));
      }
    }
    return tag.toString();
  }

  private static boolean names(List<String> lines, String etag, boolean weakly) {
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
  }

  private static String etag(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + java.util.HexFormat.of().formatHex(digest, 0, 12) + '"';
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** DynamoDB takes sort keys of at most 1,024 bytes: nothing longer is there. */
  private static boolean isTooLong(String id) {
    return id.getBytes(StandardCharsets.UTF_8).length > LONGEST_ID;
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.substring(1).split("/", -1)).map(OriginApi::decoded).toList();
  }

  private static @Nullable String parameter(@Nullable String query, String name) {
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  /** A plus is a plus: only HTML forms mean a space by it. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
