package dev.frontdesk.texts;

import dev.frontdesk.caching.CacheControl;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.OriginHeaders;
import dev.frontdesk.caching.StaleUse;
import dev.frontdesk.caching.StaleUse.Rule;
import dev.frontdesk.caching.StaleUse.Span;
import dev.frontdesk.texts.CachingText.Line;
import dev.frontdesk.texts.CachingText.Told;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is served once the TTL is over, and why, as a person reads it. */
record StaleText(CachingText words) {
  private Texts texts() {
    return words.texts();
  }

  /**
   * A line each for the time in which the edge asks anew, and for that in which the origin fails.
   */
  List<Line> lines(Explanation explanation) {
    Optional<StaleUse> known = explanation.stale();
    if (known.isEmpty()) {
      return List.of();
    }
    StaleUse use = known.get();
    if (use.failing().rule() == Rule.RULED_OUT) {
      Told told = new Told(texts().text("stale.ruled_out"), texts().text("stale.ruled_out.why"));
      return List.of(new Line(told, "", told.line()));
    }
    return Stream.of(revalidating(use.revalidating(), explanation), failing(use, explanation))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Line> revalidating(Span span, Explanation explanation) {
    return switch (span.rule()) {
      case NOTHING_THERE, UNSAID, RULED_OUT -> Optional.empty();
      case SAID, LOWERED_TO_MAXIMUM, NO_TIME ->
          Optional.of(
              line(
                  texts().text("stale.revalidating." + word(span.rule())),
                  why("stale-while-revalidate", span, explanation),
                  span));
    };
  }

  private Optional<Line> failing(StaleUse use, Explanation explanation) {
    Span span = use.failing();
    if (span.rule() == Rule.NOTHING_THERE) {
      return Optional.empty();
    }
    String why = why("stale-if-error", span, explanation);
    if (explanation.edge().filter(EffectiveTtl::cached).isPresent()) {
      return Optional.of(line(texts().text("stale.failing." + word(span.rule())), why, span));
    }
    // What the origin forbids to cache: only that it is served at all is worth a line.
    return span.rule() == Rule.NO_TIME
        ? Optional.empty()
        : Optional.of(line(texts().text("stale.reserve"), why, span));
  }

  private Line line(String title, String why, Span span) {
    Told told = new Told(title, why);
    boolean served = span.rule() != Rule.NO_TIME;
    String until = words.seconds(span.untilSeconds());
    return new Line(
        told,
        served ? texts().text("stale.until", until) : "",
        words.sentence("why.stale", told, served ? until : ""));
  }

  /** What the origin says, and the Maximum TTL where nothing else on the line tells it. */
  private String why(String directive, Span span, Explanation explanation) {
    CacheControl control =
        explanation.answer().map(OriginAnswer::lifetime).orElse(OriginHeaders.SILENT).control();
    OptionalLong said = control.seconds(directive);
    String text =
        said.isPresent()
            ? texts().text("stale.says", directive, words.seconds(said.getAsLong()))
            : texts().text("stale.says-not", directive);
    long maximum = explanation.match().behaviour().ttl().maximumSeconds();
    return span.rule() == Rule.NO_TIME
        ? texts().text("stale.maximum", text, words.seconds(maximum))
        : text;
  }

  private static String word(Rule rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }
}
