package dev.frontdesk.texts;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.BrowserCache;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.OriginHeaders;
import dev.frontdesk.caching.PathPattern.Mismatch;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.caching.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How paths are cached, and why, as a person reads it. */
public record CachingText(Texts texts) {
  private static final long MINUTE = 60;
  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;
  private static final long YEAR = 365 * DAY;

  /** Something in few words, and what there is to add; empty for nothing. */
  public record Told(String title, String detail) {
    /** In one line, without a full stop. */
    public String phrase() {
      return detail.isEmpty() ? title : title + " (" + detail + ")";
    }

    /** In one line. */
    public String line() {
      return phrase() + ".";
    }
  }

  /**
   * One step of the reasoning.
   *
   * @param value what stands after it, as a column has it; empty for nothing
   * @param sentence all of it
   */
  public record Line(Told told, String value, String sentence) {}

  // Lengths

  /** To the second: {@code 86,400 s}. */
  public String seconds(long seconds) {
    return texts.text("ttl.seconds", seconds);
  }

  /**
   * In words: {@code 24 h}, {@code 1 y}, {@code 1 min}; to two units, the rest left out, so that
   * the seconds belong beside it.
   */
  public String length(long seconds) {
    if (seconds < MINUTE) {
      return seconds(seconds);
    }
    if (seconds < HOUR) {
      return units("ttl.minutes", seconds / MINUTE, "ttl.seconds", seconds % MINUTE);
    }
    if (seconds < 2 * DAY) {
      return units("ttl.hours", seconds / HOUR, "ttl.minutes", seconds % HOUR / MINUTE);
    }
    return seconds < YEAR
        ? units("ttl.days", seconds / DAY, "ttl.hours", seconds % DAY / HOUR)
        : units("ttl.years", seconds / YEAR, "ttl.days", seconds % YEAR / DAY);
  }

  private String units(String key, long whole, String restKey, long rest) {
    String large = texts.text(key, whole);
    return rest == 0 ? large : large + " " + texts.text(restKey, rest);
  }

  /** In words and to the second. */
  public String both(long seconds) {
    String words = length(seconds);
    String exact = seconds(seconds);
    return words.equals(exact) ? words : words + ", " + exact;
  }

  /** How long the edge keeps it, in a word or two. */
  public String kept(Explanation explanation) {
    return explanation
        .edge()
        .map(ttl -> ttl.cached() ? length(ttl.seconds()) : texts.text("caching.not-cached"))
        .orElse(texts.text("caching.not-known"));
  }

  /** The same, to the second as well. */
  public String keptExactly(Explanation explanation) {
    return explanation
        .edge()
        .filter(EffectiveTtl::cached)
        .map(ttl -> both(ttl.seconds()))
        .orElseGet(() -> kept(explanation));
  }

  /** What browsers may do. */
  public Told browser(Explanation explanation) {
    Optional<BrowserCache> browser = explanation.browser();
    if (browser.isEmpty()) {
      return new Told(texts.text("caching.not-known"), "");
    }
    BrowserCache cache = browser.get();
    return new Told(
        cache.rule() == BrowserCache.Rule.GUESSES
            ? texts.text("caching.not-known")
            : length(cache.seconds()),
        texts.text("browser." + word(cache.rule())));
  }

  // Behaviours

  /** What is in the key beside host and path. */
  public String key(Behaviour behaviour) {
    if (!behaviour.caches()) {
      return texts.text("caching.not-cached");
    }
    CacheKey key = behaviour.key();
    List<String> parts =
        Stream.of(
                part("query", key.queryStrings()),
                part("header", key.headers()),
                part("cookie", key.cookies()))
            .filter(part -> !part.isEmpty())
            .toList();
    return parts.isEmpty() ? texts.text("key.nothing") : String.join(", ", parts);
  }

  private String part(String kind, KeyPart part) {
    String names = String.join(", ", part.names());
    String word =
        switch (part.mode()) {
          case NONE -> "";
          case LISTED -> "listed";
          case ALL_EXCEPT -> "all-but";
          case ALL -> "all";
        };
    return word.isEmpty() ? "" : texts.text("key." + kind + "." + word, part.names().size(), names);
  }

  /** The name of its cache policy, or that it has none. */
  public String policy(Behaviour behaviour) {
    return behaviour.isLegacy() ? texts.text("caching.legacy") : behaviour.policyTitle();
  }

  /** How long errors are kept at the least. */
  public String errors(Distribution distribution) {
    List<String> others = new ArrayList<>();
    distribution
        .errors()
        .byStatus()
        .forEach(
            (status, seconds) -> others.add(texts.text("caching.error", status, length(seconds))));
    String usual = length(ErrorTtls.DEFAULT_SECONDS);
    return others.isEmpty()
        ? texts.text("caching.errors", usual)
        : texts.text("caching.errors-but", usual, String.join(", ", others));
  }

  /** In which header tags are read. */
  public String tags(Distribution distribution) {
    String header = distribution.cacheTagHeader();
    return header == null ? texts.text("caching.no-tags") : texts.text("caching.tags", header);
  }

  // Which behaviour

  /** Why a pattern does not match. */
  public String mismatch(Mismatch why) {
    String told = texts.text("mismatch." + word(why.where()), why.piece());
    return why.piece().indexOf('?') < 0 ? told : told + texts.text("mismatch.any-one");
  }

  // Steps

  /** What the origin sends. */
  public Told sent(OriginAnswer answer) {
    List<String> lines = new ArrayList<>();
    answer.all("cache-control").forEach(line -> lines.add("Cache-Control: " + line));
    answer.all("expires").forEach(line -> lines.add("Expires: " + line));
    return new Told(
        answer.isError()
            ? texts.text("caching.sends-error", answer.status())
            : texts.text("caching.sends"),
        lines.isEmpty() ? texts.text("caching.sends-nothing") : String.join(", ", lines));
  }

  /** Between what bounds the edge keeps a document, as long as nobody knows what is sent. */
  public String bounds(Behaviour behaviour) {
    TtlPolicy ttl = behaviour.ttl();
    return texts.text(
        "behaviours.bounds",
        length(ttl.minimumSeconds()),
        length(ttl.maximumSeconds()),
        ttl.minimumSeconds());
  }

  /** Every step to the TTL, and beyond it. */
  public List<Line> lines(Explanation explanation) {
    List<Line> lines = new ArrayList<>();
    explanation
        .edge()
        .ifPresent(ttl -> ttl.why().forEach(step -> lines.add(line(step, ttl, explanation))));
    explanation.stale().ifPresent(_ -> lines.addAll(new StaleText(this).lines(explanation)));
    return lines;
  }

  private Line line(EffectiveTtl.Step step, EffectiveTtl ttl, Explanation explanation) {
    Told told = step(step, explanation);
    String seconds = ttl.cached() ? seconds(step.seconds()) : "";
    return new Line(told, seconds, sentence("why.step", told, seconds));
  }

  /** In a sentence. */
  String sentence(String key, Told told, String value) {
    return value.isEmpty() ? told.line() : texts.text(key, told.phrase(), value);
  }

  /** One step to the TTL. */
  private Told step(EffectiveTtl.Step step, Explanation explanation) {
    Behaviour behaviour = explanation.match().behaviour();
    OriginHeaders origin =
        explanation.answer().map(OriginAnswer::lifetime).orElse(OriginHeaders.SILENT);
    String title =
        texts.text("step." + word(step.reason()), origin.control().forbidding().orElse(""));
    return switch (step.reason()) {
      case S_MAXAGE, MAX_AGE, EXPIRES -> said(step.reason(), origin);
      case DEFAULT_TTL -> new Told(title, texts.text("caching.of-policy", policy(behaviour)));
      case ORIGIN_FORBIDS, MINIMUM_OVERRIDES_ORIGIN ->
          // Of an error the minimum TTL is no reason: no-store is heeded whatever it is.
          explanation.answer().filter(OriginAnswer::isError).isPresent()
              ? status(title, "caching.status-heeded", explanation)
              : new Told(
                  title, texts.text("caching.minimum", seconds(behaviour.ttl().minimumSeconds())));
      case RAISED_TO_MINIMUM, NOT_BELOW_MINIMUM ->
          new Told(title, seconds(behaviour.ttl().minimumSeconds()));
      case LOWERED_TO_MAXIMUM, NOT_ABOVE_MAXIMUM ->
          new Told(title, seconds(behaviour.ttl().maximumSeconds()));
      case ERROR_MINIMUM, NOT_BELOW_ERROR_MINIMUM, ERROR_NOT_CACHED ->
          status(title, "caching.status", explanation);
      case COOKIES_LEFT_OUT -> new Told(title, texts.text("caching.cookies-left-out"));
      case CACHING_DISABLED, ALL_HEADERS_IN_KEY, NO_OBJECT, VARIES_WITH_ALL -> new Told(title, "");
    };
  }

  private Told status(String title, String key, Explanation explanation) {
    int status = explanation.answer().map(OriginAnswer::status).orElse(0);
    return new Told(title, texts.text(key, status));
  }

  /** Which of the origin's three ways to say it counts, and before which that it says as well. */
  private Told said(EffectiveTtl.Reason reason, OriginHeaders origin) {
    List<String> all = new ArrayList<>();
    if (origin.control().has("s-maxage")) {
      all.add("s-maxage");
    }
    if (origin.control().has("max-age")) {
      all.add("max-age");
    }
    if (origin.expiresInSeconds().isPresent()) {
      all.add("Expires");
    }
    return new Told(
        all.size() > 1
            ? texts.text("caching.goes-before", all.get(0), all.get(1))
            : texts.text("caching.counts", all.getFirst()),
        texts.text("step." + word(reason)));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  // Warnings

  /** What may hurt, and what to do about it. */
  public Told warning(Warning warning, Explanation explanation) {
    return switch (warning) {
      case Warning.MinimumOverridesOrigin(long minimum, boolean now, Optional<String> safer) ->
          new Told(
              texts.text(now ? "warning.minimum-now" : "warning.minimum", length(minimum)),
              texts.text(now ? "warning.minimum-now.why" : "warning.minimum.why", length(minimum))
                  + " "
                  + safer
                      .map(name -> texts.text("warning.minimum.safer", name))
                      .orElse(texts.text("warning.minimum.remedy")));
      case Warning.AuthorizationOutsideKey() ->
          new Told(texts.text("warning.authorization"), texts.text("warning.authorization.why"));
      case Warning.CookieKept() ->
          new Told(texts.text("warning.cookie"), texts.text("warning.cookie.why"));
      case Warning.LongTtl(long seconds, boolean revalidating) ->
          new Told(
              texts.text("warning.long", length(seconds)),
              texts.text(
                  revalidating ? "warning.long-stale.why" : "warning.long.why",
                  length(Warning.LONG_SECONDS)));
      case Warning.VariantsStay(String route) ->
          new Told(
              texts.text("warning.variants"),
              texts.text("warning.variants.why", key(explanation.match().behaviour()), route));
    };
  }

  // All of it

  /** Every step from the behaviours to the TTL, a sentence each. */
  public List<String> why(Explanation explanation) {
    List<String> sentences = new ArrayList<>();
    var match = explanation.match();
    for (Explanation.Passed passed : match.passed()) {
      sentences.add(
          texts.text("why.passed", passed.behaviour().pathPattern(), mismatch(passed.why())));
    }
    sentences.add(
        texts.text("why.match", match.behaviour().pathPattern(), policy(match.behaviour())));
    explanation
        .answer()
        .ifPresentOrElse(
            answer ->
                sentences.add(texts.text("why.sends", sent(answer).title(), sent(answer).detail())),
            () -> sentences.add(texts.text("why.silent")));
    lines(explanation).forEach(line -> sentences.add(line.sentence()));
    return sentences;
  }

  /** Each warning in one line. */
  public List<String> warnings(Explanation explanation) {
    return explanation.warnings().stream()
        .map(warning -> warning(warning, explanation))
        .map(told -> told.title() + ". " + told.detail())
        .toList();
  }
}
