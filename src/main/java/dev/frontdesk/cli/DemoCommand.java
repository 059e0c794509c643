package dev.frontdesk.cli;

import dev.frontdesk.cli.EdgeReader.Answer;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.settings.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

/** The story of a stale answer, told on a sandbox of its own; each sentence is checked. */
@Command(
    name = "demo",
    description = "Tells, on a sandbox of its own, how an answer gets stale and fresh again.")
final class DemoCommand implements Callable<Integer> {
  private static final String PROJECT = "atlas";
  private static final String NEWCOMER = "grace.hopper@acme.example";
  private static final String SECOND = "li.siyuan@acme.example";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Backstage backstage;
  private final Terminal terminal;
  private int chapter;

  DemoCommand(Backstage backstage, Terminal terminal) {
    this.backstage = backstage;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    terminal.say("demo.start");
    try (var sandbox = backstage.startSandbox(0, null, "");
        var reader = new EdgeReader();
        Session session = backstage.open(sandbox.connection())) {
      terminal.say("demo.sandbox", sandbox.edgeUrl().toString(), sandbox.originUrl().toString());
      URI edge = URI.create(sandbox.edgeUrl() + "/projects/" + PROJECT + "/members");
      URI origin = URI.create(sandbox.originUrl() + "/projects/" + PROJECT + "/members");

      chapter("demo.first", edge.getPath());
      Answer first = read(reader, edge);
      asTold(isFrom(first, "Miss"), "demo.first-wrong");

      chapter("demo.second");
      Answer second = read(reader, edge);
      asTold(isFrom(second, "Hit") && second.age() != null, "demo.second-wrong");

      chapter("demo.put", NEWCOMER);
      Answer truth = putNewcomer(reader, origin);
      Answer stale = read(reader, edge);
      asTold(
          isFrom(stale, "Hit") && !stale.lists(NEWCOMER) && stale.version() < truth.version(),
          "demo.put-wrong");
      terminal.say("demo.stale", Long.toString(stale.version()), Long.toString(truth.version()));

      chapter("demo.publish", SECOND);
      JournalEntry entry = publish(session);
      asTold(entry.state() == State.FRESH, "demo.publish-wrong", entry.state().word());

      chapter("demo.fresh");
      Answer fresh = read(reader, edge);
      asTold(
          fresh.lists(NEWCOMER) && fresh.lists(SECOND) && fresh.version() > truth.version(),
          "demo.fresh-wrong");

      chapter("demo.history");
      List<JournalEntry> entries = session.journal().newest(null, 10);
      HistoryCommand.print(entries.stream().map(HistoryEntry.Ours::new).toList(), terminal);
      asTold(
          entries.size() == 1 && entries.getFirst().id().equals(entry.id()), "demo.history-wrong");
      terminal.line("");
      terminal.say("demo.end");
      return Exit.DONE;
    }
  }

  private void chapter(String key, Object... arguments) {
    chapter++;
    terminal.line("");
    terminal.line(chapter + ". " + terminal.texts().text(key, arguments));
  }

  /** The story ends where it is not as told. */
  private void asTold(boolean asTold, String otherwise, Object... arguments) {
    if (!asTold) {
      throw new Failure(Exit.FAILED, terminal.texts().text(otherwise, arguments));
    }
  }

  private static boolean isFrom(Answer answer, String where) {
    return answer.status() == 200
        && answer.xCache() != null
        && answer.xCache().startsWith(where + " from cloudfront");
  }

  private Answer read(EdgeReader reader, URI edge) throws IOException, InterruptedException {
    Answer answer = reader.get(edge);
    terminal.say(
        "demo.answer",
        answer.status(),
        String.valueOf(answer.xCache()),
        answer.age() == null ? "–" : answer.age() + " s",
        Long.toString(answer.version()),
        answer.members());
    return answer;
  }

  /** What any program that knows nothing of Frontdesk does: it changes the table, and no more. */
  private Answer putNewcomer(EdgeReader reader, URI origin)
      throws IOException, InterruptedException {
    ObjectNode roster = (ObjectNode) reader.get(origin).roster();
    roster
        .withArray("members")
        .addObject()
        .put("email", NEWCOMER)
        .put("name", "Grace Hopper")
        .put("role", "editor");
    int status = reader.put(origin, roster);
    asTold(status / 100 == 2, "demo.put-refused", status);
    Answer truth = reader.get(origin);
    asTold(truth.lists(NEWCOMER), "demo.put-lost");
    return truth;
  }

  private JournalEntry publish(Session session) throws InterruptedException {
    Roster seen = session.rosters().roster(PROJECT);
    var added = new Member(UUID.randomUUID().toString(), SECOND, "李思远", new Role("viewer"));
    var change = new RosterChange(List.of(added), List.of(), List.of());
    AtomicInteger told = new AtomicInteger();
    try (var _ = session.publisher().listen(entry -> tell(entry, told))) {
      JournalEntry saved =
          session.publisher().publish(seen, change, terminal.texts().text("demo.reason"));
      return session.publisher().await(saved.id(), PATIENCE);
    }
  }

  private synchronized void tell(JournalEntry entry, AtomicInteger told) {
    int steps = entry.progress().steps().size();
    for (int i = told.getAndSet(steps); i < steps; i++) {
      terminal.line("   " + StepLine.of(entry, i, terminal.texts()));
    }
  }
}
