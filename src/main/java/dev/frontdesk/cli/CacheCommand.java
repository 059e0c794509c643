package dev.frontdesk.cli;

import dev.frontdesk.caching.CacheFigures;
import dev.frontdesk.caching.CacheFigures.Figure;
import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.FigureText;
import dev.frontdesk.texts.MetricsText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "cache",
    description = "Prints how much the edge serves: hit ratio, requests, errors, origin latency.")
final class CacheCommand extends ReadingCommand {
  /** As long again is asked for before it, and CloudWatch keeps 455 days. */
  private static final int MOST_HOURS = 227 * 24;

  /** As on the page, the most asked for first. */
  private static final List<Metric> SHOWN =
      List.of(
          Metric.HIT_RATIO,
          Metric.REQUESTS,
          Metric.BYTES_DOWNLOADED,
          Metric.BYTES_UPLOADED,
          Metric.CLIENT_ERRORS,
          Metric.SERVER_ERRORS,
          Metric.ORIGIN_LATENCY_P50,
          Metric.ORIGIN_LATENCY_P90);

  @Option(names = "--hours", paramLabel = "N", description = "of the last so many hours [24]")
  private int hours = 24;

  private final InstantSource time;

  CacheCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
    this.time = InstantSource.system();
  }

  @Override
  public Integer call() {
    if (hours < 1 || hours > MOST_HOURS) {
      throw new Failure(Exit.WRONG_USE, terminal.texts().text("cli.hours", hours, MOST_HOURS));
    }
    return super.call();
  }

  @Override
  void print(Session session, boolean json) {
    Instant now = time.instant();
    MetricsReading reading =
        session.metrics().read(MetricsWindow.ending(now, Duration.ofHours(hours)));
    if (json) {
      terminal.json(CacheDocument.of(reading, now));
    } else {
      print(reading, now);
      if (session.connection().isSandbox()) {
        terminal.say("change.cost-sandbox");
      } else {
        terminal.say("cli.cache-cost", reading.metricsAsked(), reading.costUsd());
      }
    }
  }

  private void print(MetricsReading reading, Instant now) {
    CacheFigures figures = CacheFigures.of(reading, now);
    terminal.say("cli.cache-head", hours, reading.window().period().toMinutes());
    terminal.table(
        List.of("", "", terminal.texts().text("cli.cache-change", hours)),
        SHOWN.stream().map(metric -> row(metric, figures.of(metric), reading)).toList());
    terminal.say("cli.cache-whole");
    if (figures.of(Metric.REQUESTS).value().isEmpty()) {
      terminal.say("metrics.no-points");
    }
    MetricsText.notices(reading, terminal.texts()).forEach(terminal::line);
    reading.madeUp().ifPresent(before -> terminal.say("metrics.made-up", Times.local(before)));
  }

  private List<String> row(Metric metric, Figure figure, MetricsReading reading) {
    var words = new FigureText(terminal.texts());
    OptionalDouble value = figure.value();
    return List.of(
        words.name(metric),
        value.isEmpty()
            ? MetricsText.missing(metric, reading, terminal.texts())
            : words.of(metric, value.getAsDouble()).whole(),
        value.isEmpty() ? "" : words.change(metric, figure).text());
  }
}
