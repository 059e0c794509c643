package dev.frontdesk.cli;

import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.ProbeText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "probe",
    description = "Asks edge and origin for one path, and prints both answers side by side.",
    footer = {
      "",
      "Each side has 10 s to answer in full, and 10 s more where the two differ and are asked"
          + " again.",
      "What each took is measured here, from the request until the last byte: connecting is in it,"
          + " and what this program loads for its first request.",
      "Exit status 0 where the edge is fresh, 1 where it is not or nobody can tell."
    })
final class ProbeCommand extends ReadingCommand {
  @Option(
      names = "--header",
      paramLabel = "'NAME: VALUE'|@FILE|@-",
      description = {
        "a request header to send to both; never stored.",
        "@FILE reads one a line from a file, @- from standard input: the list of processes and a"
            + " shell's history show neither, but do show what is written here."
      })
  private List<String> headers = new ArrayList<>();

  @Parameters(
      paramLabel = "PATH|URL",
      description = "a path, or an address of the edge or the origin")
  private String path = "";

  private final ProbeText words;

  ProbeCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
    this.words = new ProbeText(terminal.texts());
  }

  @Override
  void print(Session session, boolean json) {
    var given = new GivenHeaders(terminal).read(headers);
    Probe probe;
    try {
      probe = session.probing(InstantSource.system()).probe(path, given);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while probing", e);
    }
    if (json) {
      terminal.json(ProbeDocument.of(probe));
    } else {
      print(probe);
    }
    if (probe.verdict() != Verdict.FRESH) {
      throw new Failure(Exit.FAILED, sentence(probe));
    }
  }

  private String sentence(Probe probe) {
    return probe
        .staleSince()
        .map(since ->
            words.reason(probe)
                + " "
                + terminal.texts().text("probe.stale-since", Times.local(since)))
        .orElseGet(() -> words.reason(probe));
  }

  private void print(Probe probe) {
    terminal.say("cli.probe-head", probe.path(), words.verdict(probe));
    if (probe.verdict() == Verdict.FRESH) {
      terminal.line(words.reason(probe));
    }
    terminal.table(
        List.of("", terminal.texts().text("probe.edge"), terminal.texts().text("probe.origin")),
        List.of(
            row("probe.status", probe, side -> side.status() == 0 ? null : side.status()),
            row("probe.cache", probe, Side::xCache),
            row("probe.age", probe, Side::ageSeconds),
            row("probe.location", probe, Side::location),
            row("probe.etag", probe, Side::etag),
            row("probe.cache-control", probe, Side::cacheControl),
            row("probe.roster", probe, Side::version),
            row(
                "probe.took",
                probe,
                side -> terminal.texts().text("probe.millis", side.tookMillis()))));
    terminal.say("cli.probe-left", words.left(probe));
    words.differences(probe.differences()).forEach(terminal::line);
    terminal.line(words.limits(probe, Times.local(probe.at())));
  }

  private List<String> row(String key, Probe probe, Function<Side, @Nullable Object> fact) {
    return List.of(
        terminal.texts().text(key),
        cell(fact.apply(probe.edge().side())),
        cell(fact.apply(probe.origin().side())));
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
