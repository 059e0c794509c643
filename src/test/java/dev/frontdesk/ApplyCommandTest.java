package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.cli.Backstage;
import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code frontdesk apply} and {@code resume} on the real sandbox: a roster becomes a file. */
class ApplyCommandTest {
  private static final String GOES_ON =
      "Interrupted; what is saved goes on when Frontdesk next runs: frontdesk resume, or the"
          + " console.";

  @TempDir static Path data;

  private static SandboxCommands commands;

  @TempDir Path folder;

  @BeforeAll
  static void openTheSandbox() {
    commands = new SandboxCommands(data, "propagation=1s");
  }

  @AfterAll
  static void closeTheSandbox() {
    commands.close();
  }

  @Test
  void aDryRunTellsTheDifferenceAndDoesNothing() throws IOException {
    Roster seen = roster("atlas");
    Path csv = csv(edited(seen));
    assertEquals(
        0, commands.run("apply", "atlas", "--file", csv.toString(), "--dry-run", "--json"));
    JsonNode document = commands.json();
    assertEquals("dana.new@acme.example", document.path("added").path(0).path("email").asString());
    assertEquals(1, document.path("added").size());
    assertEquals(1, document.path("removed").size());
    assertEquals(1, document.path("changed").size());
    assertTrue(document.path("publicationId").isNull() && document.path("state").isNull());
    assertTrue(document.path("paths").valueStream().anyMatch(p -> p.asString().contains("atlas")));
    assertEquals(seen, roster("atlas"));
  }

  @Test
  void theRosterBecomesWhatTheFileSays() throws IOException {
    Roster seen = roster("borealis");
    List<Member> wanted = edited(seen);
    Path csv = csv(wanted);
    String[] apply = {
      "apply", "borealis", "--file", csv.toString(), "--json", "--reason", "New year"
    };
    assertEquals(0, commands.run(apply), commands.err());
    assertEquals("fresh", commands.json().path("state").asString());
    Roster after = roster("borealis");
    assertEquals(seen.version() + 1, after.version());
    assertEquals(new HashSet<>(wanted), new HashSet<>(after.members()));

    // Once more: it is as the file says.
    assertEquals(0, commands.run(apply), commands.err());
    JsonNode document = commands.json();
    assertTrue(document.path("publicationId").isNull() && document.path("state").isNull());
    assertEquals(after.version(), document.path("version").asLong());
    assertEquals(0, document.path("added").size() + document.path("changed").size());
    assertEquals(after, roster("borealis"));
  }

  @Test
  void whoIsKnownByAddressNeedsNoId() throws IOException {
    Roster seen = roster("zurich-ops");
    Member somebodyElsewhere =
        roster("atlas").members().stream()
            .filter(member -> seen.memberByEmail(member.email()).isEmpty())
            .findFirst()
            .orElseThrow();
    var text = new StringBuilder("Role;Email;Name\n");
    for (Member member : seen.members()) {
      text.append(member.role()).append(';').append(member.email().toUpperCase(Locale.ROOT));
      text.append(';').append(member.name()).append('\n');
    }
    text.append("viewer;").append(somebodyElsewhere.email()).append(";Known\n");
    Path csv = Files.writeString(folder.resolve("r.csv"), text);
    assertEquals(
        0, commands.run("apply", "zurich-ops", "--file", csv.toString(), "--dry-run", "--json"));
    JsonNode document = commands.json();
    assertEquals(
        List.of(somebodyElsewhere.id()),
        document.path("added").valueStream().map(m -> m.path("id").asString()).toList());
    assertEquals(0, document.path("removed").size());
  }

  @Test
  void aWrongFileIsToldWholeAndNothingIsSent() throws IOException {
    Roster seen = roster("atlas");
    String[] wrong = {
      "email,name,role\nnobody,N,viewer\na@acme.example,A,emperor\n",
      "email,role\na@acme.example,viewer\n",
      "id,email,name,role\n" + seen.members().getFirst().id() + ",a@acme.example,A,viewer\n",
    };
    int[] sentences = {2, 1, 1};
    for (int i = 0; i < wrong.length; i++) {
      Path csv = Files.writeString(folder.resolve("r.csv"), wrong[i]);
      assertEquals(2, commands.run("apply", "atlas", "--file", csv.toString(), "--json"));
      assertEquals(sentences[i], commands.err().lines().count(), commands.err());
      assertEquals("", commands.out());
    }
    assertEquals(2, commands.run("apply", "atlas", "--file", folder.resolve("no.csv").toString()));
    assertEquals(1, commands.err().lines().count(), commands.err());
    assertEquals(2, commands.run("apply", "atlas"));
    assertEquals(seen, roster("atlas"));
  }

  @Test
  void whoeverMovesFirstWins() throws IOException {
    String project = "fjord";
    Path csv = csv(edited(roster(project)));
    var late =
        new Late(store ->
            new OvertakenStore(
                store,
                seen -> {
                  try (Session other = commands.open()) {
                    var li = new Member("li-1", "li.first@acme.example", "Li", new Role("viewer"));
                    other
                        .publisher()
                        .publish(seen, new RosterChange(List.of(li), List.of(), List.of()), "");
                  }
                  return seen;
                }));
    assertEquals(
        3, commands.runOn(late, "apply", project, "--file", csv.toString()), commands.err());
    assertEquals(1, commands.err().lines().count(), commands.err());
    assertTrue(roster(project).memberByEmail("li.first@acme.example").isPresent());
    assertTrue(roster(project).memberByEmail("dana.new@acme.example").isEmpty());
  }

  @Test
  void whatDoesNotWaitIsResumed() throws IOException {
    Path csv = csv(edited(roster("helios")));
    String[] apply = {"apply", "helios", "--file", csv.toString(), "--no-wait", "--json"};
    assertEquals(0, commands.run(apply), commands.err());
    String id = commands.json().path("publicationId").asString();
    assertTrue(
        Set.of("queued", "submitted").contains(commands.json().path("state").asString()),
        commands.out());

    // The table has it, which does not say that the edge has.
    assertEquals(
        0, commands.run("apply", "helios", "--file", csv.toString(), "--json"), commands.err());
    assertTrue(commands.json().path("state").isNull());
    assertTrue(
        commands.err().startsWith("An earlier publication of Helios has not ended yet"),
        commands.err());

    assertEquals(0, commands.run("resume", "--json"), commands.err());
    JsonNode mine =
        commands
            .json()
            .path("entries")
            .valueStream()
            .filter(entry -> entry.path("publicationId").asString().equals(id))
            .findFirst()
            .orElseThrow();
    assertEquals("fresh", mine.path("state").asString());
    try (Session session = commands.open()) {
      assertEquals(Optional.of(false), session.journal().read(id).map(JournalEntry::isOpen));
    }
    assertEquals(0, commands.run("resume"), commands.err());
    assertTrue(commands.out().startsWith("Nothing is open"), commands.out());
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is not asked to end there")
  void oneThatIsEndedWhileItWaitsSaysThatItGoesOn() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "apply",
                "kestrel",
                "--file",
                csv(edited(roster("kestrel"))).toString(),
                "--config",
                commands.config().toString())
            .start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8);
        var errors = process.errorReader(StandardCharsets.UTF_8)) {
      String first = lines.readLine();
      assertTrue(first != null && first.startsWith("saved"), first);
      process.toHandle().destroy(); // a process closes its streams, its handle does not
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(List.of(GOES_ON), errors.lines().toList());
      assertEquals(128 + 15, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, commands.run("resume"), commands.err());
    assertTrue(
        commands.out().contains("Kestrel, version 6") && commands.out().contains("fresh at"),
        commands.out());
  }

  /** One goes, one has another role, one comes. */
  private static List<Member> edited(Roster seen) {
    List<Member> members = new ArrayList<>(seen.members());
    int gone = indexOf(members, "viewer");
    members.remove(gone);
    int promoted = indexOf(members, "viewer");
    members.set(promoted, members.get(promoted).withRole(new Role("editor")));
    members.add(new Member("dana-1", "dana.new@acme.example", "Dana", new Role("viewer")));
    return members;
  }

  private static int indexOf(List<Member> members, String role) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).role().name().equals(role)) {
        return i;
      }
    }
    throw new AssertionError("no " + role);
  }

  private Path csv(List<Member> members) throws IOException {
    Path file = folder.resolve("roster.csv");
    RosterSheet.write(members, file);
    return file;
  }

  private static Roster roster(String project) {
    try (Session session = commands.open()) {
      return session.rosters().roster(project);
    }
  }

  /** Opens connections on which somebody else is always a moment faster. */
  private record Late(UnaryOperator<RosterStore> overtaken) implements Backstage {
    @Override
    public Session open(Connection connection) {
      Session session = SandboxCommands.WIRING.open(connection);
      return new Session(
          connection,
          new Session.Books(
              overtaken.apply(session.rosters()),
              session.journal(),
              session.invalidations(),
              session.distributions(),
              session.metrics()),
          session.publisher(),
          session.prober(),
          session.who(),
          session.resources());
    }

    @Override
    public RunningSandbox defaultSandbox() {
      throw new AssertionError("a connection is named");
    }

    @Override
    public RunningSandbox startSandbox(int port, @Nullable Path folder, String faults) {
      throw new AssertionError("a connection is named");
    }
  }

  /** After each look at a roster somebody does something to it. */
  private record OvertakenStore(RosterStore store, UnaryOperator<Roster> then)
      implements RosterStore {
    @Override
    public Roster roster(String projectId) {
      return then.apply(store.roster(projectId));
    }

    @Override
    public List<Project> projects() {
      return store.projects();
    }

    @Override
    public int countMembers(String projectId) {
      return store.countMembers(projectId);
    }

    @Override
    public Optional<String> knownId(String email) {
      return store.knownId(email);
    }
  }
}
