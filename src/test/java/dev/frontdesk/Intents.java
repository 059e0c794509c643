package dev.frontdesk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes that commands are to make, and what has come of them. */
final class Intents {
  private static final String DOMAIN = "@crash.example";

  /** More of ours in a roster are too many: they go again. */
  private static final int MANY = 300;

  private final Path folder;
  private final Path config;
  private final Map<String, Intent> intents = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger addresses = new AtomicInteger();

  /**
   * What a command is to do.
   *
   * @param reason unlike any other's
   * @param added addresses
   * @param removed addresses
   */
  record Intent(
      String reason,
      String project,
      Set<String> added,
      Set<String> removed,
      List<String> command) {}

  /**
   * @param folder for CSV files
   * @param config the connections file
   */
  Intents(Path folder, Path config) {
    this.folder = folder;
    this.config = config;
  }

  int count() {
    return count.get();
  }

  /** One comes, or one of those who came goes again. */
  Intent small(Roster seen, SplittableRandom random) {
    List<Member> ours = ours(seen);
    if (ours.isEmpty() || random.nextInt(4) > 0) {
      return addition(seen.projectId());
    }
    String email = ours.get(random.nextInt(ours.size())).email();
    return intent(seen.projectId(), Set.of(), Set.of(email), "remove", seen.projectId(), email);
  }

  Intent addition(String project) {
    String email = newEmail();
    return intent(project, Set.of(email), Set.of(), "add", project, email, "--role", "viewer");
  }

  /** More than a transaction holds come, or all who came before go again. */
  Intent large(Roster seen, SplittableRandom random) throws IOException {
    List<Member> ours = ours(seen);
    List<Member> wanted = new ArrayList<>(seen.members());
    List<Member> more = new ArrayList<>();
    if (ours.size() > MANY) {
      wanted.removeAll(ours);
    } else {
      IntStream.range(0, 150 + random.nextInt(200)).forEach(_ -> more.add(somebody()));
      wanted.addAll(more);
    }
    Path csv = folder.resolve("%s-%d.csv".formatted(seen.projectId(), addresses.get()));
    RosterSheet.write(wanted, csv);
    return intent(
        seen.projectId(),
        emails(more),
        more.isEmpty() ? emails(ours) : Set.of(),
        "apply",
        seen.projectId(),
        "--file",
        csv.toString());
  }

  private Intent intent(String project, Set<String> added, Set<String> removed, String... command) {
    String reason = "crash-" + count.incrementAndGet();
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--reason", reason, "--config", config.toString()));
    var intent = new Intent(reason, project, added, removed, all);
    intents.put(reason, intent);
    return intent;
  }

  private Member somebody() {
    String email = newEmail();
    return new Member("id-" + email.replace(DOMAIN, ""), email, "Crash", new Role("viewer"));
  }

  private String newEmail() {
    return "c" + addresses.incrementAndGet() + DOMAIN;
  }

  private static List<Member> ours(Roster roster) {
    return roster.members().stream().filter(m -> m.email().endsWith(DOMAIN)).toList();
  }

  private static Set<String> emails(Collection<Member> members) {
    return members.stream().map(Member::email).collect(Collectors.toSet());
  }

  /** Each entry does what its command was told to do; a command without one has left no trace. */
  void check(List<JournalEntry> entries, Map<String, Roster> rosters) {
    Map<String, Intent> unsaved = new HashMap<>(intents);
    for (JournalEntry entry : entries) {
      Intent intent = unsaved.remove(entry.about().reason());
      assertNotNull(intent, () -> "nobody asked for it, or not twice: " + entry.about());
      JournalEntry.RosterStep roster = Objects.requireNonNull(entry.roster());
      RosterChange change = roster.change();
      assertEquals(intent.project(), roster.projectId());
      assertEquals(intent.added(), emails(change.added()), intent.reason());
      // The roster may have grown between a look at it and the command's.
      assertTrue(emails(change.removed()).containsAll(intent.removed()), intent.reason());
    }
    Set<String> members =
        rosters.values().stream()
            .flatMap(roster -> roster.members().stream())
            .map(Member::email)
            .collect(Collectors.toSet());
    for (Intent intent : unsaved.values()) {
      assertTrue(
          Collections.disjoint(members, intent.added()),
          () -> "a trace of what was not saved: " + intent.reason());
    }
  }
}
