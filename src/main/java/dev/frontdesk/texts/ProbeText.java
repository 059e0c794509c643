package dev.frontdesk.texts;

import dev.frontdesk.publishing.Differences;
import dev.frontdesk.publishing.Differences.Difference;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.Prober.Body;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a probe found, as a person reads it. */
public record ProbeText(Texts texts) {
  /** The limits of a probe, in seconds and megabytes. */
  private static final int SECONDS = 10;

  private static final int MEGABYTES = 16;

  /** So much of a digest tells bodies apart for a person. */
  private static final int DIGEST = 12;

  /** The verdict in one word. */
  public String verdict(Probe probe) {
    return texts.text("verdict-word." + probe.verdict().word());
  }

  /** Why the verdict is what it is. */
  public String reason(Probe probe) {
    Probe.Finding finding = probe.finding();
    Probe.Place place = finding.place();
    if (place == null) {
      return texts.text("verdict." + finding.reason());
    }
    if (place == Probe.Place.BOTH) {
      return texts.text("probe.both." + finding.reason(), statuses(probe), probe.isAlike() ? 1 : 0);
    }
    var reading = place == Probe.Place.EDGE ? probe.edge() : probe.origin();
    return texts.text(
        "probe.why." + finding.reason(),
        texts.text("probe.named-" + place.word()),
        SECONDS,
        MEGABYTES,
        reading.side().status());
  }

  private String statuses(Probe probe) {
    int edge = probe.edge().side().status();
    int origin = probe.origin().side().status();
    return edge == origin ? Integer.toString(edge) : texts.text("probe.statuses", edge, origin);
  }

  /** How long the edge's answer may still be served. */
  public String left(Probe probe) {
    var words = new CachingText(texts);
    var kept = probe.kept();
    if (kept.unread() != null) {
      return texts.text("probe.left-unread", ProblemText.of(kept.unread(), texts).sentence());
    }
    OptionalLong left = kept.secondsLeft();
    if (kept.ttl().isEmpty()) {
      return texts.text("probe.left-not-known");
    }
    var ttl = kept.ttl().get();
    if (!ttl.cached()) {
      return texts.text("probe.left-not-kept");
    }
    if (left.isEmpty()) {
      return texts.text("probe.left-of", words.length(ttl.seconds()));
    }
    if (kept.staleLeft().isPresent()) {
      return texts.text(
          "probe.left-stale",
          words.length(ttl.seconds()),
          words.both(kept.staleLeft().getAsLong()));
    }
    if (kept.failingLeft().isPresent()) {
      return texts.text(
          "probe.left-failing",
          words.length(ttl.seconds()),
          words.both(kept.failingLeft().getAsLong()));
    }
    return left.getAsLong() == 0
        ? texts.text("probe.left-over", words.length(ttl.seconds()))
        : texts.text("probe.left", words.both(left.getAsLong()), words.length(ttl.seconds()));
  }

  /** Each difference in a line; how many more there are in the last. */
  public List<String> differences(Differences differences) {
    return switch (differences) {
      case Differences.Listed(var first, int more) ->
          Stream.concat(
                  first.stream().map(this::line),
                  more == 0 ? Stream.empty() : Stream.of(texts.text("probe.more", more)))
              .toList();
      case Differences.Whole(Body edge, Body origin) ->
          List.of(
              texts.text("probe.whole-edge", content(edge)),
              texts.text("probe.whole-origin", content(origin)));
    };
  }

  private String line(Difference difference) {
    String edge = difference.edge();
    String origin = difference.origin();
    if (edge != null && origin != null) {
      return texts.text("probe.changed", difference.path(), edge, origin);
    }
    return edge != null
        ? texts.text("probe.only-edge", difference.path(), edge)
        : texts.text(
            "probe.only-origin", difference.path(), Objects.requireNonNullElse(origin, ""));
  }

  private String content(Body body) {
    return switch (body) {
      case Body.Json _ -> texts.text("probe.content-json");
      case Body.Other(String digest, long bytes) ->
          texts.text(
              "probe.content-other", bytes, digest.substring(0, Math.min(DIGEST, digest.length())));
      case Body.None _ -> texts.text("probe.silent");
    };
  }

  /**
   * What it does not prove: it speaks for one edge location.
   *
   * @param time when, as the reader's clock has it
   */
  public String limits(Probe probe, String time) {
    String location = probe.edge().side().location();
    return location == null
        ? texts.text("probe.saw-none", time)
        : texts.text("probe.saw-one", location, time);
  }
}
