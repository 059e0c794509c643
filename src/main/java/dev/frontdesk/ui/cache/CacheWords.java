package dev.frontdesk.ui.cache;

import dev.frontdesk.caching.Gap;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.caching.PurgeEffect;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.texts.FigureText;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.cache.Marks.Effect;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.EntryWords;
import dev.frontdesk.ui.kit.HistoryFacts;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Tools;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page says of points, gaps and invalidations. */
final class CacheWords {
  /** From here on an axis has no room for every digit. */
  private static final double LARGE = 10_000;

  private final Tools tools;
  private final FigureText figures;

  CacheWords(Tools tools) {
    this.tools = tools;
    this.figures = new FigureText(tools.texts());
  }

  // Points

  /** A value as its chart draws it, with its unit. */
  String drawn(Quantity quantity, double value) {
    return figures.of(quantity.metric(), quantity.inMetric(value)).whole();
  }

  /** A round value of a chart's axis. */
  String onAxis(Quantity quantity, double value, double step) {
    return value >= LARGE ? drawn(quantity, value) : figures.onAxis(value, step);
  }

  String title(Quantity quantity) {
    return tools.text("cache.chart." + quantity.word());
  }

  /** What the chart's numbers count, and how much time a point stands for. */
  String unit(Quantity quantity, MetricsWindow window) {
    long minutes = window.period().toMinutes();
    return tools.text("cache.chart." + quantity.word() + "-unit", period(window), minutes);
  }

  private String period(MetricsWindow window) {
    long minutes = window.period().toMinutes();
    return tools.text("cache.period", minutes, minutes / 60.0);
  }

  /** A time within the window: with its day where that has several. */
  String time(Instant at, MetricsWindow window) {
    return tools.moments().minute(at, window.to());
  }

  // Gaps

  String gap(Gap.Reason reason) {
    return tools.text("cache.gap." + word(reason));
  }

  String gapHover(Gap gap, MetricsWindow window) {
    return tools.text(
        "cache.gap." + word(gap.reason()) + "-hover",
        time(gap.from(), window),
        time(gap.to(), window));
  }

  private static String word(Gap.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  // Invalidations

  /** What stands in the lane: the project or path; of several, how many of what. */
  String label(List<Mark> marks) {
    Mark first = marks.getFirst();
    // Several of one entry are one deed all the same.
    long entries = marks.stream().map(mark -> mark.entry().id()).distinct().count();
    if (entries == 1) {
      return HistoryWords.subject(first.entry(), tools);
    }
    return onlyKind(marks)
        .map(kind -> tools.text("cache.mark.several-" + kind.word(), entries))
        .orElseGet(() -> tools.text("cache.mark.several", marks.size()));
  }

  /** The kind's own; of several kinds none of theirs, which would tell of the others wrongly. */
  static Icon icon(List<Mark> marks) {
    return onlyKind(marks).map(HistoryWords::icon).orElse(Icon.HISTORY);
  }

  /** A style class, likewise. */
  static String style(List<Mark> marks) {
    return "mark-" + onlyKind(marks).map(EntryKind::word).orElse("several");
  }

  private static Optional<EntryKind> onlyKind(List<Mark> marks) {
    EntryKind first = marks.getFirst().kind();
    return marks.stream().allMatch(mark -> mark.kind() == first)
        ? Optional.of(first)
        : Optional.empty();
  }

  /** {@code Purge of 2 paths}, and which of its invalidations where it has several. */
  String title(Mark mark) {
    Mark.Sent sent = mark.sent();
    String title = title(mark.entry());
    if (sent.attempt() > 1) {
      title = tools.text("cache.mark.attempt", title);
    }
    return sent.batches() > 1
        ? tools.text("cache.mark.batch", title, sent.batch(), sent.batches())
        : title;
  }

  private String title(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) -> EntryWords.title(ours, tools);
      case Foreign _ -> tools.text("cache.mark.title-foreign", HistoryWords.subject(entry, tools));
    };
  }

  /**
   * Who and why, of each; of many the newest.
   *
   * @param marks in the order of time
   */
  String hover(List<Mark> marks) {
    List<Mark> newest = CacheModel.newest(marks);
    String told = newest.stream().map(this::hover).collect(Collectors.joining("\n\n"));
    int more = marks.size() - newest.size();
    return more > 0 ? told + "\n\n" + tools.text("cache.mark.more", more) : told;
  }

  /** Who, why, and what followed. */
  private String hover(Mark mark) {
    String made = made(mark);
    String followed = followed(mark.followed());
    return followed.isEmpty() ? made : made + "\n" + followed;
  }

  private String made(Mark mark) {
    String title = title(mark);
    String at = tools.moments().exact(mark.at());
    return mark.entry() instanceof Ours
        ? tools
            .text(
                "cache.mark.hover",
                title,
                at,
                HistoryWords.who(mark.entry(), tools),
                HistoryWords.reason(mark.entry(), tools))
            .stripTrailing()
        : tools.text("cache.mark.hover-foreign", title, at);
  }

  // What one did

  /** Of which invalidation it is told. */
  String head(Mark mark) {
    String title = title(mark);
    String at = tools.moments().minute(mark.at(), tools.now().value().get());
    return HistoryFacts.person(mark.entry())
        .map(who -> tools.text("cache.effect.head", title, at, who))
        .orElseGet(() -> tools.text("cache.effect.head-foreign", title, at));
  }

  String sentence(Effect effect, int marks) {
    return switch (effect) {
      case Effect.Told told -> told(told);
      case Effect.Asked(Mark mark) -> followed(mark.followed());
      case Effect.NotKnown(Effect.Why why) ->
          switch (why) {
            case NONE_MADE -> tools.text("cache.effect.none-made");
            case NONE_KNOWN -> tools.text("cache.effect.none-known");
            case NOT_MEASURED -> tools.text("cache.effect.not-measured", marks);
            case TOO_COARSE -> tools.text("cache.effect.too-coarse", marks);
            case NO_POINTS -> tools.text("cache.effect.no-points", marks);
          };
    };
  }

  /** Empty where nobody has asked, or what the page says of all of them is enough. */
  private String followed(Followed followed) {
    return switch (followed) {
      case Followed.Known(PurgeEffect effect) -> told(effect, "");
      case Followed.Failed(Problem problem) ->
          tools.text("cache.effect.failed", ProblemText.of(problem, tools.texts()).sentence());
      case Followed.Unknown unknown ->
          switch (unknown) {
            case NOT_MEASURED, NOT_ASKED -> "";
            case READING -> tools.text("cache.effect.being-read");
            case TOO_OLD -> tools.text("cache.effect.too-old");
            case NO_POINTS -> tools.text("cache.effect.no-points-around");
          };
    };
  }

  private String told(Effect.Told told) {
    return told(told.effect(), tools.text("cache.effect.others", told.others()));
  }

  private String told(PurgeEffect effect, String others) {
    String more = tools.text("cache.effect.more", Math.max(0, Math.round(effect.moreToOrigin())));
    String rest = more + latency(effect);
    if (effect.backAfter().equals(Optional.of(Duration.ZERO))) {
      String key = effect.over() ? "cache.effect.stayed" : "cache.effect.stayed-so-far";
      String stayed = tools.text(key, percent(effect.before()));
      return tools.text("cache.effect.unmoved", stayed, rest, others);
    }
    return tools.text(
        "cache.effect.whole",
        tools.text("cache.effect.fell", percent(effect.before()), percent(effect.lowest())),
        effect
            .backAfter()
            .map(after -> tools.text("cache.effect.back", minutes(after)))
            .orElseGet(() -> tools.text("cache.effect.not-back")),
        rest,
        others);
  }

  private String percent(double share) {
    return figures.of(Metric.HIT_RATIO, share).number();
  }

  /** To the minute: a period says no more. */
  private String minutes(Duration length) {
    long minutes = Math.max(1, Math.round(length.toSeconds() / 60.0));
    return minutes < 60
        ? tools.text("cache.length.minutes", minutes)
        : tools.text("length.hours", minutes / 60, minutes % 60);
  }

  private String latency(PurgeEffect effect) {
    if (effect.latencyHighest().isEmpty()) {
      return "";
    }
    double highest = effect.latencyHighest().getAsDouble();
    boolean risen = highest > effect.latencyBefore().orElse(0);
    String words =
        risen
            ? tools.text(
                "cache.effect.latency", figures.of(Metric.ORIGIN_LATENCY_P90, highest).number())
            : tools.text("cache.effect.latency-same");
    return ", " + words;
  }
}
