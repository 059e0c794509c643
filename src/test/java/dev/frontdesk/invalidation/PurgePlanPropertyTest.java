package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.invalidation.PastedItem.Sendable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random caches, pastes and invalidations in progress. What is asked for and what is
 * purged is told by a matcher of its own, over every object that the cache may hold. {@code
 * -Dfrontdesk.seed=N} repeats a run from its first universe on.
 */
class PurgePlanPropertyTest {
  private static final int UNIVERSES = 3_000;
  private static final List<String> SEGMENTS =
      List.of("a", "b", "ab", "a%20b", "p1", "p2", "members");
  private static final List<String> QUERIES = List.of("", "?x=1", "?x=2", "?x=1&y=1", "?y=1");

  private static final List<KnownRoute> ROUTES =
      List.of(
          route("/a/{id}/members", "a-{id}"),
          route("/b/{id}", "b-{id}"),
          route("/a/{id}", "a-{id}"),
          route("/ab", null));

  private static KnownRoute route(String path, @Nullable String tag) {
    return new KnownRoute(new PathTemplate(path), tag == null ? null : new PathTemplate(tag));
  }

  /** Every target the cache may hold an object of: path and query string. */
  private static final List<String> OBJECTS = objects();

  private static List<String> objects() {
    var paths = new ArrayList<>(List.of("/"));
    for (String first : SEGMENTS) {
      paths.addAll(List.of("/" + first, "/" + first + "/"));
      for (String second : SEGMENTS) {
        paths.addAll(List.of("/" + first + "/" + second, "/" + first + "/" + second + "/"));
        paths.add("/" + first + "/" + second + "/members");
        paths.add("/" + first + "/" + second + "/x");
      }
    }
    return paths.stream().flatMap(path -> QUERIES.stream().map(query -> path + query)).toList();
  }

  @Test
  void coversWhatIsAskedForAndOverReachesAsItSays() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("PurgePlanPropertyTest -Dfrontdesk.seed=" + seed);
    var seen = new HashSet<String>();
    for (int n = 0; n < UNIVERSES; n++) {
      try {
        new Universe(new Random(seed + n)).check(seen);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("universe with -Dfrontdesk.seed=" + (seed + n), e);
      }
    }
    // A property that nothing random ever reached would prove nothing.
    assertEquals(
        Set.of("Sent", "CoveredBy", "InProgress", "NotSent", "Wildcard", "Tag", "Narrower", "kept"),
        seen);
  }

  /** One distribution, one paste and what is in progress. */
  private static final class Universe {
    private final Random random;
    private final List<Behaviour> behaviours = new ArrayList<>();
    private final Set<String> running = new LinkedHashSet<>();
    private final PurgeCircumstances circumstances;
    private final PurgeReader reader;

    Universe(Random random) {
      this.random = random;
      for (String pattern : List.of("/a/*", "/*/members", "b*", "/?b/*", "/p1", "*")) {
        if (pattern.equals("*") || random.nextInt(3) == 0) {
          behaviours.add(behaviour(pattern));
        }
      }
      var invalidations = new ArrayList<Invalidation>();
      for (int i = random.nextInt(3); i > 0; i--) {
        List<String> items = List.of(wildcard(), path(), "#a-p1");
        items.stream().filter(item -> item.endsWith("*")).forEach(running::add);
        invalidations.add(new Invalidation("I" + i, Instant.EPOCH, false, "r" + i, items));
      }
      var distribution =
          new Distribution(
              List.of("d1.cloudfront.net", "*.acme.example"),
              behaviours,
              random.nextBoolean() ? "Cache-Tag" : null);
      circumstances =
          new PurgeCircumstances(
              distribution,
              new QuotaUse(invalidations),
              random.nextInt(2_000),
              random.nextInt(4) == 0 ? List.of() : ROUTES,
              Instant.EPOCH);
      reader = new PurgeReader(distribution, Set.of());
    }

    private Behaviour behaviour(String pattern) {
      KeyPart queryStrings =
          switch (random.nextInt(4)) {
            case 0 -> KeyPart.ALL;
            case 1 -> KeyPart.listed("x");
            default -> KeyPart.NONE;
          };
      return new Behaviour(
          pattern,
          "id",
          "policy",
          new TtlPolicy(0, 0, 0),
          new CacheKey(queryStrings, KeyPart.NONE, KeyPart.NONE));
    }

    void check(Set<String> seen) {
      String text = text();
      PurgePlan plan = plan(text);
      checkCover(plan);
      checkFates(plan, seen);
      checkTargets(plan);
      checkHits(plan);
      plan.offers().forEach(offer -> checkOffer(text, plan, offer, seen));
    }

    private PurgePlan plan(String text) {
      return PurgePlan.of(reader.read(text), circumstances);
    }

    private void checkCover(PurgePlan plan) {
      Set<String> sent = wires(plan.items());
      assertEquals(plan.items().size(), sent.size(), "an item is sent twice");
      var naive = new HashSet<String>();
      for (PurgePlan.Line line : plan.lines()) {
        if (line.pasted().reading() instanceof Sendable(var item, _)) {
          naive.addAll(asked(item));
        }
      }
      assertTrue(sent.size() <= naive.size(), () -> sent + " are more than " + naive);
      for (String object : OBJECTS) {
        boolean asked = matches(naive, object);
        assertTrue(!asked || purged(sent, object), () -> object + " stays, of " + plan);
        assertTrue(asked || !matches(sent, object), () -> object + " goes, by " + plan);
      }
      for (String one : sent) {
        var others = new HashSet<>(sent);
        others.addAll(running);
        others.remove(one);
        assertTrue(!covered(others, one), () -> one + " is needless in " + plan);
      }
      for (String tag : naive) {
        assertTrue(!tag.startsWith("#") || sent.stream().anyMatch(tag::equalsIgnoreCase), tag);
      }
    }

    private void checkFates(PurgePlan plan, Set<String> seen) {
      for (PurgePlan.Line line : plan.lines()) {
        seen.add(line.fate().getClass().getSimpleName());
        if (!(line.pasted().reading() instanceof Sendable(var item, _))) {
          assertEquals(new PurgePlan.NotSent(), line.fate());
          continue;
        }
        Set<String> asked = asked(item);
        switch (line.fate()) {
          case PurgePlan.Sent(var items) -> {
            assertTrue(plan.items().containsAll(items));
            wires(items).forEach(wire -> assertTrue(asked.contains(key(wire)), wire));
            assertTrue(items.contains(item), () -> items + " for " + item);
          }
          case PurgePlan.CoveredBy(int number, var by) -> {
            assertTrue(plan.items().contains(by), () -> by + " is not sent");
            Set<String> there = linesItems(plan, number);
            assertTrue(there.contains(by.wire()), () -> by + " is not of line " + number);
            asked.forEach(each -> assertTrue(covered(there, each), () -> each + " by " + there));
          }
          case PurgePlan.InProgress(String id, String wire) -> {
            var invalidation =
                circumstances.quota().inProgress().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertTrue(invalidation.items().contains(wire));
            asked.forEach(each -> assertTrue(covered(Set.of(wire), each), each));
          }
          case PurgePlan.NotSent() -> throw new AssertionError(item + " is not sent");
        }
      }
    }

    private Set<String> linesItems(PurgePlan plan, int number) {
      var wires = new HashSet<String>();
      for (PurgePlan.Line line : plan.lines()) {
        if (line.pasted().line() == number && line.fate() instanceof PurgePlan.Sent(var items)) {
          wires.addAll(wires(items));
        }
      }
      return wires;
    }

    private void checkTargets(PurgePlan plan) {
      var wanted = new LinkedHashSet<String>();
      for (PurgePlan.Line line : plan.lines()) {
        if (line.pasted().reading() instanceof Sendable(var item, _)
            && !(line.fate() instanceof PurgePlan.InProgress)) {
          wanted.add(key(item.wire()));
        }
      }
      var told = plan.targets().stream().map(target -> key(target.path())).toList();
      assertEquals(List.copyOf(wanted), told);
      for (PurgePlan.Target target : plan.targets()) {
        assertTrue(plan.items().containsAll(target.items()), target::toString);
        assertTrue(covered(wires(target.items()), target.path()), target::toString);
      }
    }

    private void checkHits(PurgePlan plan) {
      var hit = plan.hits().stream().map(PurgePlan.Hit::behaviour).toList();
      Set<String> paths = wires(plan.items());
      paths.removeIf(wire -> wire.startsWith("#"));
      for (String object : OBJECTS) {
        if (matches(paths, object)) {
          assertTrue(hit.contains(first(object)), () -> object + " is hit by " + plan.items());
        }
      }
      var order = new ArrayList<>(behaviours);
      order.retainAll(hit);
      assertEquals(order, hit);
    }

    /** The text with the offer taken is planned anew: it reaches as far as was said. */
    private void checkOffer(String text, PurgePlan plan, PurgeOffer offer, Set<String> seen) {
      seen.add(offer.getClass().getSimpleName());
      PurgePlan taken = plan(taken(text, offer));
      Set<String> before = wires(plan.items());
      Set<String> after = wires(taken.items());
      Set<String> given = givenUp(plan, offer);
      for (String object : OBJECTS) {
        boolean over = offer.overReaches(object);
        boolean then = purged(before, object) || over;
        if (offer instanceof PurgeOffer.Narrower) {
          assertTrue(!over && (then || !purged(after, object)), () -> object + " by " + offer);
        } else {
          assertEquals(then, purged(after, object), () -> object + " by " + offer);
          assertFalse(over && matches(given, object), () -> object + " by " + offer);
        }
      }
      switch (offer) {
        case PurgeOffer.Wildcard(_, var replaced, int spares) -> {
          assertTrue(spares >= 4, offer::toString);
          assertEquals(before.size() - spares, after.size(), offer::toString);
          seen.addAll(replaced.kept().isEmpty() ? List.of() : List.of("kept"));
        }
        case PurgeOffer.Tag(var tag, _, int spares, _) -> {
          assertTrue(spares >= 1 && circumstances.distribution().takesTags(), offer::toString);
          assertEquals(before.size() - spares, after.size(), offer::toString);
          assertTrue(wires(taken.items()).stream().anyMatch(tag.wire()::equalsIgnoreCase));
        }
        case PurgeOffer.Narrower(var wildcard, _, var paths) -> {
          assertTrue(before.contains(wildcard.wire()) && !after.contains(wildcard.wire()));
          paths.forEach(path -> assertTrue(purged(after, path.wire()), offer::toString));
        }
      }
    }

    /** What was sent for the lines that give way to the offer. */
    private static Set<String> givenUp(PurgePlan plan, PurgeOffer offer) {
      var given = new HashSet<String>();
      for (PurgePlan.Line line : plan.lines()) {
        if (offer.lines().contains(line.pasted().line())
            && line.fate() instanceof PurgePlan.Sent(var items)) {
          given.addAll(wires(items));
        }
      }
      given.removeIf(wire -> offer.replacement().contains(wire));
      return given;
    }

    private static String taken(String text, PurgeOffer offer) {
      String[] lines = text.split("\n", -1);
      offer.lines().forEach(number -> lines[number - 1] = "");
      lines[offer.lines().getFirst() - 1] = "";
      return String.join("\n", lines) + "\n" + String.join("\n", offer.replacement());
    }

    /** The items that do what was asked, each for itself: a path with its variants. */
    private Set<String> asked(InvalidationItem item) {
      var asked = new LinkedHashSet<>(Set.of(key(item.wire())));
      boolean path = item.wire().startsWith("/") && !item.wire().contains("?");
      if (path && !item.wire().endsWith("*")) {
        var mode = first(item.wire()).key().queryStrings().mode();
        asked.addAll(mode == KeyPart.Mode.NONE ? Set.of() : Set.of(item.wire() + "?*"));
      }
      return asked;
    }

    private Behaviour first(String object) {
      String path = object.replaceFirst("\\?.*", "");
      return behaviours.stream()
          .filter(each -> glob(each.pathPattern()).matcher(path).matches())
          .findFirst()
          .orElseThrow();
    }

    private static Pattern glob(String pattern) {
      String slashed = pattern.startsWith("/") ? pattern : "/" + pattern;
      return Pattern.compile(slashed.replace("?", ".").replace("*", ".*"));
    }

    private boolean purged(Set<String> items, String object) {
      return matches(items, object) || matches(running, object);
    }

    /** What CloudFront does with items. */
    private static boolean matches(Set<String> items, String object) {
      for (String item : items) {
        boolean wildcard = item.endsWith("*");
        String text = wildcard ? item.substring(0, item.length() - 1) : item;
        if (wildcard ? object.startsWith(text) : object.equals(text)) {
          return true;
        }
        if (item.startsWith("#")
            && tags(object).contains(item.substring(1).toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      return false;
    }

    /** What the origin sends as tags of an object. */
    private static Set<String> tags(String object) {
      String[] segments = object.replaceFirst("\\?.*", "").split("/", -1);
      boolean two = segments.length == 3 && !segments[2].isEmpty();
      boolean three =
          segments.length == 4 && !segments[2].isEmpty() && segments[3].equals("members");
      if (segments[1].equals("a") && (two || three)) {
        return Set.of("a-" + segments[2]);
      }
      return segments[1].equals("b") && two ? Set.of("b-" + segments[2]) : Set.of();
    }

    /** Whether items do all that one does, whatever the cache holds. */
    private static boolean covered(Set<String> items, String one) {
      String stem = one.endsWith("*") ? one.substring(0, one.length() - 1) : one;
      return items.stream()
          .anyMatch(item ->
              key(item).equals(key(one))
                  || (item.endsWith("*") && stem.startsWith(item.substring(0, item.length() - 1))));
    }

    private static String key(String wire) {
      return wire.startsWith("#") ? wire.toLowerCase(Locale.ROOT) : wire;
    }

    private static Set<String> wires(List<InvalidationItem> items) {
      var wires = new LinkedHashSet<String>();
      items.forEach(item -> wires.add(item.wire()));
      return wires;
    }

    private String text() {
      var text = new StringBuilder();
      boolean many = random.nextInt(3) == 0;
      for (int lines = random.nextInt(many ? 40 : 10); lines >= 0; lines--) {
        if (random.nextInt(15) == 0) {
          // Alone in its line a blank needs no quotes.
          text.append(host() + withBlanks() + "\n");
          continue;
        }
        for (int things = random.nextInt(4) == 0 ? 2 + random.nextInt(3) : 1;
            things > 0;
            things--) {
          text.append(things > 1 ? thing() + " " : thing() + "\n");
        }
      }
      return text.toString();
    }

    private String thing() {
      return switch (random.nextInt(22)) {
        case 0, 1 -> wildcard();
        case 2 -> "#" + one(List.of("a-p1", "A-P1", "b-p2", "other"));
        case 3 -> one(List.of("/a*b", "/~", "/a%41", "https://else.example/a", "else.example/a"));
        case 4, 5 -> path() + "?" + one(List.of("*", "x*", "x=1*", "x=1&y*", "y*", "z*", "x=*1"));
        case 8 -> host() + path() + one(QUERIES);
        case 9 -> "\"" + host() + withBlanks() + "\"";
        case 6 -> path();
        case 7 -> "/a/" + one(SEGMENTS) + "/members";
        default -> path() + one(QUERIES);
      };
    }

    /** The edge's, by an alias or none, with its scheme or bare; mostly none. */
    private String host() {
      return one(
          List.of(
              "",
              "",
              "https://d1.cloudfront.net",
              "d1.cloudfront.net",
              "https://eu.acme.example",
              "http://a.b.acme.example:80",
              "eu.acme.example"));
    }

    /** A path as a person writes it, who knows nothing of escapes. */
    private String withBlanks() {
      return one(List.of("/a/a b", "/a b", "/a b/", "/b/a b/members", "/a/a b/members", "/a b*"));
    }

    private String wildcard() {
      String path = one(OBJECTS);
      // Within an escape nobody ends a path.
      int end = 1 + random.nextInt(path.length());
      int escape = path.lastIndexOf('%', end - 1);
      end = escape >= 0 && end < escape + 3 ? escape : end;
      return path.substring(0, Math.min(end, (path + "?").indexOf('?'))) + "*";
    }

    private String path() {
      return one(OBJECTS).replaceFirst("\\?.*", "");
    }

    private String one(List<String> texts) {
      return texts.get(random.nextInt(texts.size()));
    }
  }
}
