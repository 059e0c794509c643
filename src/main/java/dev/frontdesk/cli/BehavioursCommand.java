package dev.frontdesk.cli;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.publishing.PathExplainer;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.texts.Texts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "behaviours",
    description =
        "Prints the distribution's behaviours; with a path which one has it, and its TTL and why.")
final class BehavioursCommand extends ReadingCommand {
  @Parameters(
      paramLabel = "PATH",
      arity = "0..1",
      description =
          "a path, or an address of the edge or the origin; the origin is asked for it once")
  private @Nullable String path;

  private final CachingText words;

  BehavioursCommand(Backstage backstage, Terminal terminal) {
    super(backstage, terminal);
    this.words = new CachingText(terminal.texts());
  }

  @Override
  void print(Session session, boolean json) {
    PathExplainer explainer = session.pathExplainer(InstantSource.system());
    Distribution distribution = explainer.distribution();
    Optional<Explanation> explanation = Optional.ofNullable(path).map(explainer::explain);
    if (json) {
      var english = new CachingText(Texts.of(Locale.ENGLISH));
      terminal.json(
          BehavioursDocument.of(
              distribution,
              explanation.map(told -> BehavioursDocument.Match.of(told, english)).orElse(null)));
    } else {
      explanation.ifPresentOrElse(this::print, () -> print(distribution));
    }
  }

  private void print(Distribution distribution) {
    List<List<String>> rows = new ArrayList<>();
    for (Behaviour behaviour : distribution.behaviours()) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              behaviour.pathPattern(),
              behaviour.delivery().originId(),
              words.policy(behaviour),
              Long.toString(behaviour.ttl().minimumSeconds()),
              Long.toString(behaviour.ttl().defaultSeconds()),
              Long.toString(behaviour.ttl().maximumSeconds()),
              words.key(behaviour)));
    }
    terminal.table(
        List.of(
            "#", "path pattern", "origin", "cache policy", "min s", "default s", "max s", "key"),
        rows);
    terminal.line(words.errors(distribution));
    terminal.line(words.tags(distribution));
  }

  private void print(Explanation explanation) {
    words.why(explanation).forEach(terminal::line);
    terminal.say("cli.effective-ttl", words.keptExactly(explanation));
    terminal.say("cli.browser-ttl", words.browser(explanation).line());
    words.warnings(explanation).forEach(line -> terminal.say("cli.warning", line));
  }
}
