package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PastedItem.Note;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PastedItem.Wrong;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurgeReaderTest {
  private static final TtlPolicy TTL = new TtlPolicy(0, 60, 3_600);
  private static final List<String> NAMES =
      List.of("d1.cloudfront.net", "api.acme.example", "*.wild.example");
  private static final PurgeReader READER = reader("Cache-Tag");

  /** What the pages of the CloudFront Developer Guide are called below. */
  private static final String FILES = "CloudFront Developer Guide, Specify the files to invalidate";

  private static final String WILDCARDS =
      "CloudFront Developer Guide, Use wildcards in alternate domain names";

  private static final String QUERIES =
      "CloudFront Developer Guide, Cache content based on query string parameters";

  private static final String TAGS = "CloudFront Developer Guide, Invalidate by tags";

  private static PurgeReader reader(@Nullable String tagHeader) {
    var behaviours =
        List.of(
            behaviour("/search/*", KeyPart.ALL),
            behaviour("/projects/*", KeyPart.listed("page", "sort")),
            behaviour("/feeds/*", new KeyPart(KeyPart.Mode.ALL_EXCEPT, List.of("utm"))),
            behaviour("*", KeyPart.NONE));
    return new PurgeReader(
        new Distribution(NAMES, behaviours, tagHeader), Set.of("127.0.0.1:8080", "bücher.example"));
  }

  private static Behaviour behaviour(String pattern, KeyPart queryStrings) {
    return new Behaviour(
        pattern, "id", "policy", TTL, new CacheKey(queryStrings, KeyPart.NONE, KeyPart.NONE));
  }

  private static Arguments wrong(
      String source, String pasted, String rule, @Nullable String instead) {
    return Arguments.of(source, pasted, rule, instead);
  }

  static Stream<Arguments> wrongs() {
    String invalidationPaths = FILES + ", Invalidation paths";
    String encoding = FILES + ", Non-ASCII or unsafe characters in the path";
    String unsafe = "RFC 1738, 2.2, Unsafe";
    String tilde = "aws/aws-sdk issue 525";
    String fragment = "RFC 3986, 3.5: a fragment is not sent";
    String long4001 = "/" + "a".repeat(4_000);
    return Stream.of(
        wrong(invalidationPaths, "projects/atlas", "path-no-slash", "/projects/atlas"),
        wrong("awsdocs/amazon-cloudfront-developer-guide issue 41", "*", "path-no-slash", "/*"),
        wrong(invalidationPaths, "robots.txt", "path-no-slash", "/robots.txt"),
        wrong(invalidationPaths, "\tprojects/atlas\t", "path-no-slash", "/projects/atlas"),
        wrong(invalidationPaths, "v1.2/p", "path-no-slash", "/v1.2/p"),
        wrong(invalidationPaths, "/a/*/b", "path-star", "/a/*"),
        wrong(invalidationPaths, "/a/**", "path-star", "/a/*"),
        wrong(invalidationPaths, "/search/a*?q=1", "path-star", "/search/a*"),
        wrong(invalidationPaths, "/projects/a?page=*&x=1", "path-star", "/projects/a?page=*"),
        wrong(invalidationPaths, "/*/members", "path-star", null),
        wrong(QUERIES, "/projects/a?utm=5*", "query-not-keyed", "/projects/a"),
        wrong(QUERIES, "/projects/a?ut*", "query-not-keyed", "/projects/a"),
        wrong(QUERIES, "/projects/a?utm=5&page=1*", "query-not-keyed", "/projects/a"),
        wrong(QUERIES, "/projects/a?page=1&utm=5*", "query-not-keyed", "/projects/a"),
        wrong(QUERIES, "/projects/ü?utm*", "query-not-keyed", "/projects/%C3%BC"),
        wrong(QUERIES, "/feeds/a?utm=5*", "query-not-keyed", "/feeds/a"),
        wrong(invalidationPaths, long4001, "path-too-long", null),
        wrong(encoding, "/" + "ü".repeat(700), "path-too-long", null),
        wrong(
            "aws/aws-sdk-go issue 223",
            "\"/hello world.html\"",
            "path-blank",
            "/hello%20world.html"),
        wrong(unsafe, "/my file.pdf", "path-blank", "/my%20file.pdf"),
        wrong(unsafe, " (/my  file.pdf);", "path-blank", "/my%20%20file.pdf"),
        wrong(unsafe, "\uFEFF/my\u00A0file.pdf", "path-blank", "/my%20file.pdf"),
        wrong(unsafe, "/a 200", "path-blank", "/a%20200"),
        wrong(unsafe, "https://api.acme.example/my file", "path-blank", "/my%20file"),
        wrong(unsafe, "api.acme.example/my file?x=1", "path-blank", "/my%20file"),
        wrong(unsafe, "/a<b", "path-unencoded", "/a%3Cb"),
        wrong(unsafe, "/a>b", "path-unencoded", "/a%3Eb"),
        wrong(unsafe, "/a\"b", "path-unencoded", "/a%22b"),
        wrong(unsafe, "/a{b", "path-unencoded", "/a%7Bb"),
        wrong(unsafe, "/a}b", "path-unencoded", "/a%7Db"),
        wrong(unsafe, "/a|b", "path-unencoded", "/a%7Cb"),
        wrong(unsafe, "/a\\b", "path-unencoded", "/a%5Cb"),
        wrong(unsafe, "/a^b", "path-unencoded", "/a%5Eb"),
        wrong(unsafe, "/test[1].html", "path-unencoded", "/test%5B1%5D.html"),
        wrong(unsafe, "/a`b", "path-unencoded", "/a%60b"),
        wrong(unsafe, "/a\u0001b", "path-unencoded", "/a%01b"),
        wrong(unsafe, "/ü<", "path-unencoded", "/%C3%BC%3C"),
        wrong("RFC 3986, 2.1", "/100%", "path-percent", "/100%25"),
        wrong("RFC 3986, 2.1", "/a%4", "path-percent", "/a%254"),
        wrong("RFC 3986, 2.1", "/a%zz", "path-percent", "/a%25zz"),
        wrong(encoding, "/%41tlas", "path-over-encoded", "/Atlas"),
        wrong(encoding, "/a%2Db", "path-over-encoded", "/a-b"),
        wrong(encoding, "/a%2db%2F", "path-over-encoded", "/a-b%2F"),
        wrong(encoding, "/user%40acme", "path-over-encoded", "/user@acme"),
        wrong(encoding, "/search/x?q=%41%26", "path-over-encoded", "/search/x?q=A%26"),
        wrong(tilde, "/a/runtime~main.js", "path-tilde", "/a/runtime*"),
        wrong(tilde, "/a/runtime%7Emain.js", "path-tilde", "/a/runtime*"),
        wrong(tilde, "/a/runtime%7emain~.js", "path-tilde", "/a/runtime*"),
        wrong(tilde, "/~bob/x", "path-tilde", null),
        wrong(fragment, "/p#top", "path-fragment", "/p"),
        wrong(fragment, "https://api.acme.example/p?x=1#top", "path-fragment", "/p"),
        wrong(fragment, "https://api.acme.example#top", "path-fragment", "/"),
        wrong("RFC 3629, 3: no surrogates in UTF-8", "/a\uD83D", "path-broken", null),
        wrong(FILES, "https://evil.example/p", "url-host", null),
        wrong(FILES, "http://127.0.0.1/p", "url-host", null),
        wrong(FILES, "https://api.acme.example:8443/p", "url-host", null),
        wrong(FILES, "https:///p", "url-no-host", null),
        wrong(FILES, "ftp://api.acme.example/p", "url-scheme", "/p"),
        wrong(WILDCARDS, "https://wild.example/p", "url-host", null),
        wrong(WILDCARDS, "https://.wild.example/p", "url-host", null),
        wrong(WILDCARDS, "https://notwild.example/p", "url-host", null),
        wrong(WILDCARDS, "https://*.wild.example/p", "url-host", null),
        wrong(WILDCARDS, "https://a.wild.example:8443/p", "url-host", null),
        wrong(WILDCARDS, "wild.example/p", "host-other", null),
        wrong(FILES, "other.example/p", "host-other", null),
        wrong(FILES, "192.0.2.1/p?x=1", "host-other", null),
        wrong(FILES, "localhost:3000/p", "host-other", null),
        wrong(FILES, "amara@api.acme.example", "url-no-scheme", "/"),
        wrong(FILES, "//api.acme.example/p", "url-no-scheme", "/p"),
        wrong(FILES, "hello you there", "paste-nothing", null),
        wrong(TAGS, "#", "tag-empty", null),
        wrong(TAGS, "#atlas,borealis", "tag-comma", "#atlas #borealis"),
        wrong(TAGS, "#atlas,*", "tag-comma", null),
        wrong(TAGS, "\"#at las\"", "tag-characters", null),
        wrong(TAGS, "#straße", "tag-characters", null),
        wrong(TAGS, "#atlas*", "tag-star", null),
        wrong(TAGS, "#" + "a".repeat(257), "tag-too-long", null));
  }

  /** An argument keeps the commas that end it, which those of a line do not. */
  @Test
  void commasAloneAreNoListOfTags() {
    var wrong = assertInstanceOf(Wrong.class, READER.readOne(1, "#,,").reading());
    assertEquals("tag-comma", wrong.problem().rule());
    assertNull(wrong.instead());
  }

  @ParameterizedTest(name = "{1} breaks {2}: {0}")
  @MethodSource("wrongs")
  void saysWhatIsWrongAndWhatWasMeant(
      String source, String pasted, String rule, @Nullable String instead) {
    var wrong = assertInstanceOf(Wrong.class, one(READER, pasted).reading(), source);
    assertEquals(rule, wrong.problem().rule(), source);
    assertEquals(instead, wrong.instead(), source);
    String sentence = ProblemText.of(wrong.problem(), Texts.of(Locale.ENGLISH)).line();
    assertTrue(
        sentence.length() < 400 && sentence.indexOf('{') == sentence.lastIndexOf('{'), sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/p                                    /p",
        "/a/*                                  /a/*",
        "/*                                    /*",
        "/p?*                                  /p  QUERY_TAKEN_OFF",
        "/p?utm=5*                             /p  QUERY_TAKEN_OFF",
        "/p?utm=*&x=*                          /p  QUERY_TAKEN_OFF",
        "/?*                                   /   QUERY_TAKEN_OFF",
        "/search/x?*                           /search/x?*",
        "/search/x?any=1&th*                   /search/x?any=1&th*",
        "/projects/a?*                         /projects/a?*",
        "/projects/a?sort=n&*                  /projects/a?sort=n&*",
        "/projects/a?sort=n&page=1*            /projects/a?sort=n&page=1*",
        "/feeds/a?utm*                         /feeds/a?utm*",
        "/feeds/a?q=1*                         /feeds/a?q=1*",
        "/projects/a?pag*                      /projects/a?pag*",
        "/a%2Fb%3F%2A%23%25%20                 /a%2Fb%3F%2A%23%25%20",
        "/it's,here;(x)!$&+=:@-._              /it's,here;(x)!$&+=:@-._",
        "/search/x?q=a%26b%3Dc%2B              /search/x?q=a%26b%3Dc%2B  VARIANT",
        "/straße/北京                          /stra%C3%9Fe/%E5%8C%97%E4%BA%AC  ENCODED",
        "/😀                                   /%F0%9F%98%80  ENCODED",
        "https://api.acme.example/p            /p  HOST_TAKEN_OFF",
        "HTTPS://API.ACME.EXAMPLE:443/P        /P  HOST_TAKEN_OFF",
        "http://api.acme.example:80/p          /p  HOST_TAKEN_OFF",
        "http://api.acme.example./p            /p  HOST_TAKEN_OFF",
        "https://me@api.acme.example/p         /p  HOST_TAKEN_OFF",
        "http://127.0.0.1:8080/p               /p  HOST_TAKEN_OFF",
        "https://BÜCHER.example/p              /p  HOST_TAKEN_OFF",
        "https://xn--bcher-kva.example/p       /p  HOST_TAKEN_OFF",
        "https://d1.cloudfront.net             /   HOST_TAKEN_OFF",
        "https://www.wild.example/p            /p  HOST_TAKEN_OFF",
        "https://A.b.Wild.example:443/p        /p  HOST_TAKEN_OFF",
        "http://ü.wild.example/p               /p  HOST_TAKEN_OFF",
        "a.b.wild.example/p                    /p  HOST_TAKEN_OFF",
        "api.acme.example/p/q                  /p/q  HOST_TAKEN_OFF",
        "api.acme.example/p?x=1                /p  HOST_TAKEN_OFF,QUERY_TAKEN_OFF",
        "API.acme.example                      /   HOST_TAKEN_OFF",
        "127.0.0.1:8080/p                      /p  HOST_TAKEN_OFF",
        "https://d1.cloudfront.net?x=1         /   HOST_TAKEN_OFF,QUERY_TAKEN_OFF",
        "/p?                                   /p  QUERY_TAKEN_OFF",
        "/p?x=~a*b                             /p  QUERY_TAKEN_OFF",
        "/search/x?b=1&a=2                     /search/x?b=1&a=2  VARIANT",
        "/projects/a?sort=n&utm=1&page=2       /projects/a?sort=n&page=2  VARIANT,QUERY_TAKEN_OFF",
        "/projects/a?utm=1                     /projects/a  QUERY_TAKEN_OFF",
        "/feeds/a?utm=1&q=ü                    /feeds/a?q=%C3%BC  VARIANT,QUERY_TAKEN_OFF,ENCODED",
        "#project-atlas                        #project-atlas",
      })
  void readsWhatCloudFrontTakes(String pastedItemNotes) {
    String[] columns = pastedItemNotes.split(" +");
    var readable = assertInstanceOf(Sendable.class, one(READER, columns[0]).reading());
    assertEquals(columns[1], readable.item().wire());
    var notes = EnumSet.noneOf(Note.class);
    if (columns.length > 2) {
      Stream.of(columns[2].split(",")).map(Note::valueOf).forEach(notes::add);
    }
    assertEquals(notes, readable.notes());
  }

  @Test
  void namesTheHostAndTheNamesOfTheEdge() {
    var wrong = (Wrong) one(READER, "https://Evil.example:8443/p").reading();
    assertEquals(
        "Evil.example:8443 is not a name of this edge; its names are d1.cloudfront.net,"
            + " api.acme.example, *.wild.example, 127.0.0.1:8080, bücher.example."
            + " Paste an address with one of them, or the path alone.",
        ProblemText.of(wrong.problem(), Texts.of(Locale.ENGLISH)).line());
  }

  @Test
  void takesNoTagsWhereTheDistributionHasNoConfigurationOfThem() {
    for (String tag : List.of("#atlas", "#", "#a,b")) {
      var wrong = assertInstanceOf(Wrong.class, one(reader(null), tag).reading());
      assertEquals("tag-not-taken", wrong.problem().rule());
      assertNull(wrong.instead());
    }
  }

  @Test
  void takesALineApart() {
    assertEquals(List.of("/a", "/b", "#c", "/d"), wires("/a /b,#c;  /d"));
    assertEquals(List.of("/a,b"), wires("/a,b"));
    assertEquals(List.of("/a", "/b"), wires("see (/a), and \"/b\"."));
    assertEquals(List.of("/a_(b)", "/c"), wires("/a_(b) or (see /c)"));
    assertEquals(List.of("/a", "/b"), wires("| /a | /b |"));
    assertEquals(List.of("/a", "/b"), wires("“/a” ‘/b’"));
    assertEquals(List.of("/a."), wires("/a."));
    assertEquals(List.of("/a"), wires("\uFEFF\u00A0/a,\u200B"));
    assertEquals(List.of(), wires(" \t \r\n\n,"));
  }

  @Test
  void takesCellsOfASpreadsheet() {
    assertEquals(List.of("/a", "/b"), wires("\"/a\"\t12\t\"/b\""));
    assertEquals(List.of("/a", "/b"), wires("12,/a,/b"));
    assertEquals(List.of("/a"), wires("\"/a\",\"twelve, or so\""));
    assertEquals(List.of("/a", "/b"), wires("name;\"/a\";\"/b\""));
  }

  @Test
  void takesTheRequestOutOfALogAndNotTheReferrer() {
    assertEquals(
        List.of("/p"),
        wires(
            "192.0.2.1 - - [01/Mar/2026:10:00:00 +0000] \"GET /p HTTP/1.1\" 200 12"
                + " \"https://api.acme.example/other\" \"Mozilla/5.0 (X11)\""));
    String fields =
        "2026-03-01\t10:00:00\tFRA56\t512\t192.0.2.1\tGET\td1.cloudfront.net\t/search/x\t200"
            + "\thttps://api.acme.example/other\tMozilla\t%s\t-\tHit\tabc==";
    assertEquals(List.of("/search/x"), wires(fields.formatted("-")));
    assertEquals(List.of("/search/x?q=1"), wires(fields.formatted("q=1")));
    assertEquals(
        List.of(), wires("#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip"));
  }

  @Test
  void notesWhatIsLeftOut() {
    var items = READER.read("/a\t200\nGET /b HTTP/1.1\n/c /d");
    assertEquals(List.of(1, 2, 3, 3), items.stream().map(PastedItem::line).toList());
    var left = items.stream().map(item -> ((Sendable) item.reading()).notes()).toList();
    var rest = Set.of(Note.REST_LEFT_OUT);
    assertEquals(List.of(rest, rest, Set.of(), Set.of()), left);
  }

  /** A blank in a cell is a blank in a path; beside it are cells of other things. */
  @Test
  void takesCellsWithBlanksAsTheyAre() {
    for (String line :
        List.of("12\t/my file.pdf\tx", "/b\t/my file.pdf", "| /my file.pdf | 12 |")) {
      var wrongs =
          READER.read(line).stream()
              .map(PastedItem::reading)
              .filter(Wrong.class::isInstance)
              .map(reading -> ((Wrong) reading).instead())
              .toList();
      assertEquals(List.of("/my%20file.pdf"), wrongs, line);
    }
    assertEquals(List.of("/a", "/b"), wires("/a|/b"));
  }

  /** The first word of a file's name would be purged in its place, and the file stay stale. */
  @ParameterizedTest
  @CsvSource({
    "see /my file.pdf, /my%20file.pdf",
    "'please purge /docs/my file.pdf, thanks', /docs/my%20file.pdf",
    "see /my nice file.PDF., /my%20nice%20file.PDF",
    "see https://api.acme.example/my file.pdf now, /my%20file.pdf",
    "3 /my file.pdf today, /my%20file.pdf",
  })
  void aPathWhoseBlankIsPartOfAFilesNameIsNotCutShort(String line, String instead) {
    var items = READER.read(line);
    assertEquals(1, items.size());
    var wrong = assertInstanceOf(Wrong.class, items.getFirst().reading());
    assertEquals("path-blank", wrong.problem().rule());
    assertEquals(instead, wrong.instead());
  }

  @ParameterizedTest
  @CsvSource({
    "see /my since v1.2, /my",
    "see /my for john.doe e.g. today, /my",
    "'see /my, file.pdf', /my",
    "'see \"/my\" file.pdf', /my",
    "see /my.html file.pdf, /my.html",
    "see /my/ file.pdf, /my/",
    "see /my* file.pdf, /my*",
    "see /my; file.pdf, /my",
    "see /my: file.pdf, /my",
    "see #my file.pdf, #my",
    "a/my /my, /my",
  })
  void whatNoFilesNameFollowsEndsAtItsBlank(String line, String wire) {
    assertEquals(List.of(wire), wires(line));
  }

  @Test
  void findsAddressesWithoutASchemeBesideOthers() {
    assertEquals(List.of("/a", "/b"), wires("/a api.acme.example/b"));
    assertEquals(List.of("/a", "/b"), wires("api.acme.example/a,x.wild.example/b"));
    assertEquals(List.of("/a"), wires("see api.acme.example/a at api.acme.example"));
  }

  /** A comma or full stop may end a path: that it was left out is said, unless it lists. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a;|/a|END_TAKEN_OFF",
        "/a,|/a|END_TAKEN_OFF",
        "\"/a\",|/a|",
        "/a, /b;|/a|",
        "/a,/b|/a|",
        "/a. /b|/a|END_TAKEN_OFF",
        "GET /a!|/a|END_TAKEN_OFF,REST_LEFT_OUT",
        "GET </a>|/a|REST_LEFT_OUT",
        "#a;|#a|END_TAKEN_OFF",
        "/a.|/a.|",
      })
  void saysWhatWasLeftOutAtTheEnd(String lineItemNotes) {
    String[] columns = lineItemNotes.split("\\|", -1);
    var first = (Sendable) READER.read(columns[0]).getFirst().reading();
    assertEquals(columns[1], first.item().wire());
    assertEquals(columns[2], String.join(",", first.notes().stream().map(Note::name).toList()));
  }

  @Test
  void countsTheLinesOfTheText() {
    var items = READER.read("\n/a\r\n\r\n/b\r/c\n\n");
    assertEquals(List.of(2, 4, 5), items.stream().map(PastedItem::line).toList());
    assertEquals(List.of("/a", "/b", "/c"), items.stream().map(PastedItem::text).toList());
  }

  @Test
  void readsAnArgumentAsOneThing() {
    var item = READER.readOne(3, " /a b,/c ");
    assertEquals(3, item.line());
    assertEquals("/a b,/c", item.text());
    assertEquals("/a%20b,/c", ((Wrong) item.reading()).instead());
    assertEquals("/a,", ((Sendable) READER.readOne(1, "/a,").reading()).item().wire());
    assertEquals("path-no-slash", ((Wrong) READER.readOne(1, "").reading()).problem().rule());
  }

  private static PastedItem one(PurgeReader reader, String text) {
    List<PastedItem> items = reader.read(text);
    assertEquals(1, items.size(), () -> text + " is " + items);
    return items.getFirst();
  }

  private static List<String> wires(String text) {
    return READER.read(text).stream()
        .map(item -> assertInstanceOf(Sendable.class, item.reading()).item().wire())
        .toList();
  }
}
