package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PastedItem.Note;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import dev.frontdesk.invalidation.PastedItem.Wrong;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No text makes the reader throw, or read something that CloudFront would refuse or match with
 * nothing. {@code -Dfrontdesk.seed=N} repeats a run.
 */
class PurgeReaderFuzzTest {
  private static final int TEXTS = 60_000;

  /** RFC 1738, 5: uchar and reserved; stars and escapes are looked at apart. */
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9$\\-_.+!*'(),;/?:@&=%]*");

  private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Escapes of what neither RFC 1738 wants escaped nor a path or query would be changed by. */
  private static final Pattern NEEDLESS_IN_PATH =
      Pattern.compile("%(?i:3[0-9]|[46][1-9a-f]|[57][0-9a]|2[146-9b-e]|3[abd]|40|5f|7e)");

  private static final Pattern NEEDLESS_IN_QUERY =
      Pattern.compile("%(?i:3[0-9]|[46][1-9a-f]|[57][0-9a]|2[de]|5f|7e)");

  private static final Pattern TAG = Pattern.compile("#[!-~&&[^,*]]{1,256}");

  private static final String[] PIECES = {
    "/",
    "/",
    "/",
    "a",
    "Atlas",
    "members",
    "?",
    "x=1",
    "&",
    "page=2",
    "*",
    "#",
    "%",
    "%20",
    "%41",
    "%2F",
    "%7E",
    "%c3%bc",
    "~",
    " ",
    "\t",
    "\n",
    "\r",
    ",",
    ";",
    "\"",
    "'",
    "<",
    ">",
    "(",
    ")",
    "http://",
    "HTTPS://",
    "ftp://",
    "://",
    "api.acme.example",
    ":443",
    ":80",
    "@",
    "other.example",
    "other.example/",
    "api.acme.example/",
    "eu.acme.example",
    "a.b.acme.example:443",
    "my file",
    " .pdf",
    "?*",
    "?x=1*",
    "&page=*",
    "d1.cloudfront.net",
    "ü",
    "北京",
    "😀",
    "\uD83D",
    "\uDE00",
    "\u0000",
    "\u007F",
    "\u0085",
    "\u00A0",
    "\uFEFF",
    "\u2028",
    "GET ",
    " HTTP/1.1",
    "2026-03-01",
    "-",
    ".",
    "..",
    "|",
    "\\",
    "^",
    "`",
    "{",
    "}",
    "[",
    "]",
    "“",
    "”",
    "$",
    "!",
    "+",
    "=",
    ":",
    "_",
    "A",
    "z",
    "0"
  };

  private static final String[] VALID = {
    "/projects/atlas/members",
    "/search/a?q=1",
    "/a/*",
    "/p?*",
    "/my file.pdf",
    "\"/projects/my file.pdf?page=2\"",
    "/projects/a?page=*",
    "/projects/a?page=1&x*",
    "/plain?x=1*",
    "/search/a?q*",
    "api.acme.example/projects/a?page=1",
    "eu.acme.example/a b",
    "https://a.b.acme.example:443/p?x*",
    "other.example/projects/a",
    "#project-atlas",
    "https://api.acme.example/projects/a?page=1&x=2",
    "http://d1.cloudfront.net/",
    "/%C3%BC/x%20y",
    "\"/a b\"\t12",
    "192.0.2.1 - - [x] \"GET /p HTTP/1.1\" 200"
  };

  private final long seed = Long.getLong("frontdesk.seed", System.nanoTime());
  private final Random random = new Random(seed);

  private final PurgeReader reader =
      new PurgeReader(
          new Distribution(
              List.of("d1.cloudfront.net", "api.acme.example", "*.acme.example"),
              List.of(
                  behaviour("/search/*", KeyPart.ALL),
                  behaviour("/projects/*", KeyPart.listed("page")),
                  behaviour("*", KeyPart.NONE)),
              "Cache-Tag"),
          Set.of());

  private static Behaviour behaviour(String pattern, KeyPart queryStrings) {
    return new Behaviour(
        pattern,
        "id",
        "policy",
        new TtlPolicy(0, 0, 0),
        new CacheKey(queryStrings, KeyPart.NONE, KeyPart.NONE));
  }

  @Test
  void anyTextGivesWhatCloudFrontTakesOrASentence() {
    System.out.println("PurgeReaderFuzzTest -Dfrontdesk.seed=" + seed);
    int readable = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text();
      String about = "text " + escaped(text) + ", -Dfrontdesk.seed=" + seed;
      List<PastedItem> items;
      PastedItem one;
      try {
        items = reader.read(text);
        one = reader.readOne(1, text);
      } catch (RuntimeException e) {
        throw new AssertionError(about, e);
      }
      for (PastedItem item : items) {
        readable += check(item, reader::read, about);
        int lines = text.split("\r\n|[\r\n]", -1).length;
        assertTrue(item.line() >= 1 && item.line() <= lines, about);
      }
      check(
          one,
          argument ->
              argument.startsWith("#")
                  ? reader.read(argument)
                  : List.of(reader.readOne(1, argument)),
          about);
    }
    assertTrue(readable > TEXTS / 10, "only " + readable + " things were readable");
  }

  private int check(PastedItem item, Function<String, List<PastedItem>> reading, String about) {
    return switch (item.reading()) {
      case Sendable(var sent, var notes) -> {
        assertTrue(isTaken(sent.wire()), () -> sent + " of " + about);
        assertMeansTheSame(item.text(), sent.wire(), notes, about);
        yield 1;
      }
      case Wrong(_, var instead) -> {
        if (instead != null) {
          List<PastedItem> again = reading.apply(instead);
          assertTrue(!again.isEmpty(), () -> instead + " instead of " + about);
          again.forEach(each ->
              assertInstanceOf(
                  Sendable.class, each.reading(), () -> instead + " instead of " + about));
        }
        yield 0;
      }
    };
  }

  /** What was only encoded, or only rid of its host, asks the edge for the same as before. */
  private static void assertMeansTheSame(String text, String wire, Set<Note> notes, String about) {
    if (!text.startsWith("/")) {
      return;
    }
    boolean shorter = notes.contains(Note.QUERY_TAKEN_OFF);
    assertEquals(decoded(shorter ? path(text) : text), decoded(shorter ? path(wire) : wire), about);
  }

  private static String path(String target) {
    return target.substring(0, (target + "?").indexOf('?'));
  }

  /** Hosts by which the edge is reached, schemes, and what may stand behind them. */
  private static final List<String> OURS =
      List.of("d1.cloudfront.net", "api.acme.example", "eu.acme.example", "A.b.ACME.example");

  /** The wildcard alias stands for no bare domain, and for nothing that merely ends like it. */
  private static final List<String> FOREIGN =
      List.of("acme.example", "evilacme.example", "other.example", "eu.acme.example.other.example");

  private static final List<String> TARGETS =
      List.of("/", "/a", "/my file.pdf", "/a b/c d", "/p?*", "/projects/a?page=1*", "/ü x?y");

  /** A path has the same reading with a host of the edge before it, and none with another. */
  @Test
  void aHostCountsWhereItIsTheEdgesAlone() {
    System.out.println("PurgeReaderFuzzTest -Dfrontdesk.seed=" + seed);
    int sent = 0;
    for (int i = 0; i < TEXTS / 10; i++) {
      String target = one(TARGETS) + (random.nextInt(3) == 0 ? pieces(2) : "");
      boolean ours = random.nextBoolean();
      String address =
          one(List.of("", "https://", "HTTP://")) + one(ours ? OURS : FOREIGN) + target;
      String about = escaped(address) + ", -Dfrontdesk.seed=" + seed;
      var reading = reader.readOne(1, address).reading();
      if (!ours) {
        assertInstanceOf(Wrong.class, reading, about);
      } else if (reader.readOne(1, target).reading() instanceof Sendable(var item, var notes)) {
        var read = assertInstanceOf(Sendable.class, reading, about);
        assertEquals(item, read.item(), about);
        var both = EnumSet.of(Note.HOST_TAKEN_OFF);
        both.addAll(notes);
        assertEquals(both, read.notes(), about);
        sent++;
      }
    }
    assertTrue(sent > TEXTS / 100, "only " + sent + " addresses were readable");
  }

  private String one(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static String decoded(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static boolean isTaken(String wire) {
    if (wire.startsWith("#")) {
      return TAG.matcher(wire).matches();
    }
    int star = wire.indexOf('*');
    int question = (wire + "?").indexOf('?');
    return PATH.matcher(wire).matches()
        && !NO_ESCAPE.matcher(wire).find()
        && wire.length() <= 4_000
        && (star < 0 || star == wire.length() - 1)
        && !NEEDLESS_IN_PATH.matcher(wire.substring(0, question)).find()
        && !NEEDLESS_IN_QUERY.matcher(wire.substring(question)).find();
  }

  private String text() {
    return switch (random.nextInt(4)) {
      case 0 ->
          random
              .ints(random.nextInt(40), 0, 0x180)
              .collect(
                  StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
              .toString();
      case 1 ->
          random
              .ints(random.nextInt(20), 0, 0x10000)
              .collect(
                  StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
              .toString();
      case 2 -> pieces(1 + random.nextInt(14));
      default -> mutated(VALID[random.nextInt(VALID.length)]);
    };
  }

  private String pieces(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    if (random.nextInt(500) == 0) {
      text.append("a".repeat(3_990 + random.nextInt(20)));
    }
    return text.toString();
  }

  private String mutated(String valid) {
    var text = new StringBuilder(valid);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 1 -> text.delete(at, Math.min(text.length(), at + 1));
        default -> text.insert(at, (char) random.nextInt(0x250));
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    var shown = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (c >= ' ' && c < 127) {
            shown.append((char) c);
          } else {
            shown.append("\\u%04X".formatted(c));
          }
        });
    return shown.toString();
  }
}
