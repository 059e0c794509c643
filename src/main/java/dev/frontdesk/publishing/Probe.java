package dev.frontdesk.publishing;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.StaleUse;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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
   * @param place the side that gives no answer to compare, or {@code BOTH} where neither does, for
   *     one reason; null where two answers were compared
   */
  public record Finding(Verdict verdict, String reason, @Nullable Place place) {
    /** For programs: {@code differs}, {@code edge-login}, {@code origin-timeout}. */
    public String word() {
      return place == null ? reason : place.word() + "-" + reason;
    }

    /** Whether what the two said was held against each other; two refusals are as well. */
    public boolean isCompared() {
      return place == null || place == Place.BOTH;
    }
  }

  /** Whom it asks, and is told of. */
  public enum Place {
    EDGE,
    ORIGIN,
    BOTH;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How long the edge's answer may live.
   *
   * @param ttl as the distribution is set up; empty where nobody knows
   * @param secondsLeft until the edge has to ask the origin again, at least 0, as it always is
   *     where the TTL is 0; empty where nothing is kept, or nobody knows
   * @param staleLeft for how long it may be served yet while the edge asks the origin anew, at
   *     least 1; empty where the TTL is not over, or nothing lets it be
   * @param failingLeft likewise while the origin fails; empty where {@code staleLeft} is there, and
   *     where it is not older than its TTL
   * @param unread why the distribution could not be read; null where it could
   */
  public record Kept(
      Optional<EffectiveTtl> ttl,
      OptionalLong secondsLeft,
      OptionalLong staleLeft,
      OptionalLong failingLeft,
      @Nullable Problem unread) {

    /** Of an answer of which nothing is known. */
    static Kept notKnown(@Nullable Problem unread) {
      return new Kept(
          Optional.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          unread);
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
          ttl.filter(kept -> kept.cached() && age.isPresent())
              .map(kept -> OptionalLong.of(Math.max(0, kept.seconds() - age.getAsLong())))
              .orElse(OptionalLong.empty());
      Optional<StaleUse> use =
          explanation.stale().filter(_ -> left.isPresent() && left.getAsLong() == 0);
      OptionalLong stale = until(use.map(StaleUse::revalidating), age);
      boolean isOlder = ttl.isPresent() && age.orElse(0) > ttl.get().seconds();
      OptionalLong failing =
          stale.isEmpty() && isOlder
              ? until(use.map(StaleUse::failing), age)
              : OptionalLong.empty();
      return new Kept(ttl, left, stale, failing, null);
    }

    private static OptionalLong until(Optional<StaleUse.Span> span, OptionalLong age) {
      return span.map(use -> use.untilSeconds() - age.orElse(0))
          .filter(seconds -> seconds > 0)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
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

  /**
   * Whether both gave the same answer: the same document, or the same refusal that leads to the
   * same place.
   */
  public boolean isAlike() {
    String location = edge.headers().first("location");
    return edge.side().status() == origin.side().status()
        && differences.isEmpty()
        && finding.isCompared()
        && Objects.equals(location, origin.headers().first("location"));
  }

  /** The verdict over two looks, of which the second is the same as the first where one did. */
  static Finding find(Judgement.Look first, Judgement.Look second, boolean ordered) {
    Optional<String> edge = why(second.edge());
    Optional<String> origin = why(second.origin());
    if (edge.isPresent() && edge.equals(origin) && answered(second.edge())) {
      return incomparable(edge.get(), Place.BOTH);
    }
    if (edge.isPresent()) {
      return incomparable(edge.get(), Place.EDGE);
    }
    if (origin.isPresent()) {
      return incomparable(origin.get(), Place.ORIGIN);
    }
    Optional<Place> page = Refusal.page(second.edge(), second.origin());
    if (page.isPresent()) {
      return incomparable("page", page.get());
    }
    Judgement judgement = Judgement.ofPurge(first, second, ordered, null);
    boolean gone = judgement.verdict() == Verdict.FRESH && second.edge().side().status() / 100 == 4;
    return new Finding(judgement.verdict(), gone ? "same-error" : judgement.reason(), null);
  }

  private static Finding incomparable(String reason, Place place) {
    return new Finding(Verdict.INCOMPARABLE, reason, place);
  }

  /** Why a reading says nothing of the document; empty where it does say something. */
  private static Optional<String> why(Reading reading) {
    return reading.body() instanceof Body.None(Prober.Silence silence)
        ? Optional.of(silence.word())
        : Refusal.of(reading).map(Refusal::word);
  }
}
