package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.CrashRun.Moment;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.sandbox.Sandbox;
import dev.frontdesk.sandbox.SandboxFaults;
import dev.frontdesk.sandbox.SandboxOptions;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import dev.frontdesk.settings.json.ConnectionsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed at random instants of its publications and started again: every change that
 * was saved gets fresh with one invalidation, and what was not saved has left no trace.
 */
class CrashTest {
  /** Without it a state would be over before a kill can meet it. */
  private static final String SLOWLY = "propagation=1s,delay=20..120ms,seed=";

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aFewPublications() throws Exception {
    crash(Integer.getInteger("frontdesk.crash.few", 6), 0);
  }

  @Test
  @Tag("long")
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void hundredsOfPublications() throws Exception {
    crash(Integer.getInteger("frontdesk.crash.publications", 200), 2);
  }

  private void crash(int publications, int killedResumes) throws Exception {
    long seed = Long.getLong("frontdesk.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    System.out.printf("Crash run of %d publications, frontdesk.seed=%d%n", publications, seed);
    long started = System.nanoTime();
    Map<String, Roster> before;
    Intents intents;
    CrashRun run;
    try (Sandbox sandbox = sandbox(SLOWLY + seed)) {
      Path config = Path.of(sandbox.addresses().config());
      Connection connection = ConnectionsFile.read(config).getFirst();
      try (Session session = new Wiring().open(connection);
          var plane = new ControlPlane(connection);
          var readers = new Readers(connection)) {
        before = Books.rosters(session);
        before.keySet().forEach(project -> readers.atEdge(Readers.members(project)));

        intents = new Intents(folder, config);
        run = new CrashRun(seed, publications, config, intents, session, plane);
        run.killAtRandom(before);
        for (int i = 0; i < killedResumes; i++) {
          run.killAResume();
        }
        try (var resume = run.resume()) {
          assertTrue(resume.awaitEnd(PATIENCE), () -> "still open: " + resume.said());
          assertEquals(0, resume.kill().orElse(137), resume::said);
        }
        readers.compare(paths(before.keySet(), touched(session)));
      }
    }
    // The books are read from what the folder keeps, in a sandbox that is quick again.
    try (Sandbox sandbox = sandbox("");
        var books = new Books(connection(sandbox))) {
      Books.Figures figures = books.check(before, run.foreign());
      intents.check(books.entries(), books.rosters());
      System.out.printf(
          "Crash run, seed %d: %s. %s. %d s.%n",
          seed, run.told(), figures, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started));
      assertTrue(figures.entries() >= publications, figures::toString);
      assertTrue(figures.inParts() > 0, figures::toString);
    }
    Set<Moment> missed = EnumSet.copyOf(Moment.ASKED_FOR);
    missed.removeAll(run.kills().keySet());
    assertEquals(Set.of(), missed, "nobody was killed there");
  }

  /** The ids of all whose pages the journal's changes have touched. */
  private static Set<String> touched(Session session) {
    return Books.entries(session).stream()
        .flatMap(entry -> Objects.requireNonNull(entry.roster()).change().touched())
        .map(Member::id)
        .collect(Collectors.toSet());
  }

  private static Collection<String> paths(Set<String> projects, Collection<String> members) {
    Set<String> paths = new HashSet<>();
    projects.forEach(project -> paths.add(Readers.members(project)));
    members.forEach(member -> paths.add("/members/" + member + "/projects"));
    return List.copyOf(paths);
  }

  private Sandbox sandbox(String faults) {
    return Sandbox.start(
        new SandboxOptions(folder.resolve("sandbox"), 0, SandboxFaults.parse(faults)));
  }

  private static Connection connection(Sandbox sandbox) {
    return ConnectionsFile.read(Path.of(sandbox.addresses().config())).getFirst();
  }
}
