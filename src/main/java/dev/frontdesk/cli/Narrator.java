package dev.frontdesk.cli;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.NoProof;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells what becomes of entries while a command waits: each step once, on standard output; each
 * trouble once for every time it is tried again, on standard error.
 */
final class Narrator {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Terminal terminal;
  private final boolean steps;
  private final Function<JournalEntry, String> prefix;

  /**
   * How often each state of an entry is told. Its steps are not counted through: they begin anew
   * once an entry of which nobody knew whether it was saved is known to be.
   */
  private final Map<String, Map<State, Integer>> told = new HashMap<>();

  private final Map<String, String> troubles = new HashMap<>();

  /** Whose outcome is told. */
  private final Set<String> ended = new HashSet<>();

  /**
   * @param steps whether they are told; not where standard output is one JSON document
   * @param prefix says which entry a line is about; gives nothing where there is one alone
   */
  Narrator(Terminal terminal, boolean steps, Function<JournalEntry, String> prefix) {
    this.terminal = terminal;
    this.steps = steps;
    this.prefix = prefix;
  }

  /** What is new about it. */
  void tell(JournalEntry entry) {
    Map<State, Integer> before = told.computeIfAbsent(entry.id(), _ -> new EnumMap<>(State.class));
    Map<State, Integer> reached = new EnumMap<>(State.class);
    List<Step> all = entry.progress().steps();
    for (int i = 0; i < all.size(); i++) {
      State state = all.get(i).state();
      int times = reached.merge(state, 1, Integer::sum);
      if (times > before.getOrDefault(state, 0)) {
        before.put(state, times);
        step(entry, i);
      }
    }
    Trouble trouble = entry.progress().trouble();
    if (trouble != null) {
      complain(entry, line(trouble, terminal.texts()));
    }
    if (!entry.isOpen() && ended.add(entry.id())) {
      outcome(entry);
    }
  }

  /** What its last state does not say. */
  private void outcome(JournalEntry entry) {
    Texts texts = terminal.texts();
    JournalEntry.RosterStep step = entry.roster();
    if (step != null && !step.saving().skipped().isEmpty()) {
      List<String> skipped = step.saving().skipped();
      complain(entry, texts.text("cli.skipped", skipped.size(), String.join(", ", skipped)));
    }
    if (entry.state() == State.STALE) {
      complain(entry, texts.text("cli.still-stale"));
    }
    NoProof.of(entry).ifPresent(why -> complain(entry, line(why, texts)));
    entry
        .keptByBrowsers()
        .ifPresent(length -> complain(entry, texts.text("cli.browsers", length.toSeconds())));
  }

  private static String line(NoProof why, Texts texts) {
    return switch (why) {
      case NoProof.NoAddress() -> texts.text("cli.unprovable");
      case NoProof.StandsForMore(List<String> targets, int proved) ->
          texts.text("remark.stands-for-more", targets.size(), targets.getFirst())
              + " "
              + texts.text("remark.stands-for-more.proved", proved);
      case NoProof.Login(boolean _, int _, Evidence seen) -> unproved(seen, texts);
      case NoProof.Incomparable(Evidence seen) -> unproved(seen, texts);
    };
  }

  private static String unproved(Evidence seen, Texts texts) {
    return texts.text("cli.unproved", texts.text("verdict." + seen.reason()));
  }

  private void step(JournalEntry entry, int number) {
    if (steps) {
      terminal.line(prefix.apply(entry) + StepLine.of(entry, number, terminal.texts()));
    }
  }

  private void complain(JournalEntry entry, String line) {
    if (!line.equals(troubles.put(entry.id(), line))) {
      terminal.err().println(prefix.apply(entry) + line);
    }
  }

  /** With the time of the next try; that it is tried again is not said twice. */
  private static String line(Trouble trouble, Texts texts) {
    ProblemText problem = ProblemText.of(trouble.problem(), texts);
    Instant next = trouble.nextTry();
    if (next == null) {
      return problem.line();
    }
    String again = texts.text("cli.tries-again", CLOCK.format(next.atZone(ZoneId.systemDefault())));
    boolean passes = trouble.problem().passes() || problem.remedy().isEmpty();
    String remedy = passes ? again : problem.remedy() + " " + again;
    return new ProblemText(problem.sentence(), remedy, problem.requestId()).line();
  }
}
