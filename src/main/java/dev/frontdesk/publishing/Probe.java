package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a real GET to the edge and one to the origin showed, compared. It speaks for the one edge
 * location that answered.
 *
 * @param at when the answers that are shown were there
 * @param path as it was asked for, with its query string
 * @param edge its last answer; where the two differed, both were read once more
 * @param kept how long the edge may go on serving its answer
 */
public record Probe(
    Instant at,
    String path,
    Finding finding,
    Reading edge,
    Reading origin,
    Kept kept,
    Differences differences) {

  /**
   * The verdict, and why.
   *
   * @param reason of one side, or as {@link Judgement#reason} has it
   * @param place the side that it is about; null where it is about both
   */
  public record Finding(Verdict verdict, String reason, @Nullable Place place) {
    /** For programs: {@code differs}, {@code edge-login}, {@code origin-timeout}. */
    public String word() {
      return place == null ? reason : place.word() + "-" + reason;
    }
  }

  /** Whom it asks. */
  public enum Place {
    EDGE,
    ORIGIN;

    public String word() {
      return this == EDGE ? "edge" : "origin";
    }
  }

  /**
   * How long the edge's answer may live.
   *
   * @param ttl as the distribution is set up; empty where nobody knows
   * @param secondsLeft until the edge has to ask the origin again, at least 0; empty where nothing
   *     is kept, or nobody knows
   * @param staleLeft for how long it may be served yet while the edge asks the origin anew, at
   *     least 1; empty where the TTL is not over, or nothing lets it be
   * @param unread why the distribution could not be read; null where it could
   */
  public record Kept(
      Optional<EffectiveTtl> ttl,
      OptionalLong secondsLeft,
      OptionalLong staleLeft,
      @Nullable Problem unread) {

    /** Of an answer of which nothing is known. */
    static Kept notKnown(@Nullable Problem unread) {
      return new Kept(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), unread);
    }

    /**
     * From the behaviour that has the path, and from what came with the edge's answer: the edge
     * hands on what the origin said when it was asked, with its date.
     */
    static Kept of(Distribution distribution, String path, Reading edge, Instant at) {
      Side side = edge.side();
      if (side.status() == 0) {
        return notKnown(null);
      }
      OptionalLong age = age(side);
      Instant asked = at.minusSeconds(age.orElse(0));
      var answer = new OriginAnswer(side.status(), edge.headers().lines(), asked);
      var explanation = Explanation.of(path, distribution, Optional.of(answer));
      Optional<EffectiveTtl> ttl = explanation.edge();
      OptionalLong left =
          ttl.filter(kept -> kept.cached() && kept.seconds() > 0 && age.isPresent())
              .map(kept -> OptionalLong.of(Math.max(0, kept.seconds() - age.getAsLong())))
              .orElse(OptionalLong.empty());
      OptionalLong stale =
          explanation
              .stale()
              .filter(_ -> left.isPresent() && left.getAsLong() == 0)
              .map(use -> use.revalidating().untilSeconds() - age.getAsLong())
              .filter(seconds -> seconds > 0)
              .map(OptionalLong::of)
              .orElse(OptionalLong.empty());
      return new Kept(ttl, left, stale, null);
    }

    /** What the edge has just read is new, whether it says so or not. */
    private static OptionalLong age(Side side) {
      Long said = side.ageSeconds();
      if (said != null) {
        return OptionalLong.of(said);
      }
      String xCache = side.xCache();
      return xCache != null && xCache.startsWith("Miss")
          ? OptionalLong.of(0)
          : OptionalLong.empty();
    }
  }

  public Verdict verdict() {
    return finding.verdict();
  }

  /**
   * Since about when the edge has kept what it serves: its Age before now. It is older than what
   * the origin has; empty where the edge is not stale, or does not tell an age.
   */
  public Optional<Instant> staleSince() {
    Long age = edge.side().ageSeconds();
    return verdict() == Verdict.STALE && age != null
        ? Optional.of(at.minusSeconds(age))
        : Optional.empty();
  }

  /** Whether a side gave something that can be read as an answer. */
  public static boolean answered(Reading reading) {
    return reading.side().status() > 0;
  }

  /** The verdict over two looks, of which the second is the same as the first where one did. */
  static Finding find(Judgement.Look first, Judgement.Look second, boolean ordered) {
    for (Place place : Place.values()) {
      Reading reading = place == Place.EDGE ? second.edge() : second.origin();
      Optional<String> refusal = refusal(reading);
      if (refusal.isPresent()) {
        return new Finding(Verdict.INCOMPARABLE, refusal.get(), place);
      }
    }
    Place page = page(second);
    if (page != null) {
      return new Finding(Verdict.INCOMPARABLE, "page", page);
    }
    Judgement judgement = Judgement.ofPurge(first, second, ordered, null);
    boolean gone = judgement.verdict() == Verdict.FRESH && second.edge().side().status() / 100 == 4;
    return new Finding(judgement.verdict(), gone ? "same-error" : judgement.reason(), null);
  }

  /** Why a reading says nothing of the document; empty where it does say something. */
  private static Optional<String> refusal(Reading reading) {
    if (reading.body() instanceof Body.None(Prober.Silence why)) {
      return Optional.of(why.word());
    }
    int status = reading.side().status();
    if (isLogin(reading)) {
      return Optional.of("login");
    }
    // A rule, a missing right to the origin's bucket, a country: who asks cannot tell.
    if (status == 403) {
      return Optional.of("refuses");
    }
    if (status / 100 == 3) {
      return Optional.of("redirects");
    }
    if (status == 429) {
      return Optional.of("throttles");
    }
    return status >= 500 ? Optional.of("fails") : Optional.empty();
  }

  /** A 403 is one only where it says how to sign in (RFC 9110, 11.6.1, has that for a 401). */
  private static boolean isLogin(Reading reading) {
    int status = reading.side().status();
    String location = reading.headers().first("location");
    return status == 401
        || (status == 403 && reading.headers().first("www-authenticate") != null)
        || (status / 100 == 3 && location != null && LoginPage.isOne(location));
  }

  /**
   * The side that answers with a page where the other has a JSON document: a sign-in or an error
   * page may come with status 200. Null where both have the same kind.
   */
  private static @Nullable Place page(Judgement.Look look) {
    boolean edge = look.edge().body() instanceof Body.Json;
    boolean origin = look.origin().body() instanceof Body.Json;
    boolean both = isWell(look.edge()) && isWell(look.origin());
    return !both || edge == origin ? null : edge ? Place.ORIGIN : Place.EDGE;
  }

  private static boolean isWell(Reading reading) {
    return reading.side().status() / 100 == 2;
  }
}
