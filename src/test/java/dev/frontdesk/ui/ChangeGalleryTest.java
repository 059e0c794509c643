package dev.frontdesk.ui;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.publishing.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.scene.control.RadioButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** How a change comes about that nobody types: from a sheet, on top of others', taken back. */
@ExtendWith(ApplicationExtension.class)
class ChangeGalleryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void conflictInThreeWays() throws Exception {
    show(
        "conflict-three-way",
        FakeSession::company,
        page -> {
          Pictures.prepare(page);
          page.select("Kofi Mensah");
          page.click("member-remove");
          theirs(page.session());
          page.click("change-publish");
        });
  }

  /** They remove Kofi, make Priya owner and add Li Siyuan as an editor. */
  private static void theirs(FakeSession session) {
    Roster now = session.roster("atlas");
    List<Member> after = new ArrayList<>();
    for (Member member : now.members()) {
      if (member.name().startsWith("Priya")) {
        after.add(member.withRole(new Role("owner")));
      } else if (!member.name().startsWith("Kofi")) {
        after.add(member);
      }
    }
    after.add(FakeSession.member("m2041", "siyuan.li@acme.example", "李思远", "editor"));
    session.changedByOthers("atlas", RosterChange.between(now.members(), after));
  }

  @Test
  void locked() throws Exception {
    Supplier<FakeSession> sessions =
        () -> {
          FakeSession session = FakeSession.company();
          Roster seen = session.roster("atlas");
          RosterChange change = Plights.large(seen, 120);
          JournalEntry entry = session.entry(seen, change, "Autumn intake", FakeSession.START);
          session.tables().save(seen, change, entry);
          session.tables().put(Plights.saving(entry, 1, 3));
          return session;
        };
    show(
        "locked",
        sessions,
        page -> {
          Pictures.prepare(page);
          page.click("change-publish");
        });
  }

  @Test
  void notKnownWhetherItIsSaved() throws Exception {
    show(
        "unsure",
        // It tries again and again: with real pauses between.
        () -> FakeSession.company(Ticker.system()),
        page -> {
          Pictures.prepare(page);
          page.session()
              .tables()
              .trouble(new Problem.UnknownOutcome("TransactWriteItems", "connection reset"));
          page.click("change-publish");
        });
  }

  @Test
  void importWithNumbers() throws Exception {
    Path file = folder.resolve("Autumn intake 2026, all of Europe, second version.csv");
    Files.writeString(file, intake(18));
    show(
        "import",
        FakeSession::company,
        page -> {
          page.files().choosing(file);
          page.click("members-import");
        });
    Pictures.picture(
        "import-replace-light",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> {
          page.files().choosing(file);
          page.click("members-import");
          page.find("import-replace", RadioButton.class).setSelected(true);
        });
  }

  /** Some who are new, one with another role, one as she is. */
  private static String intake(int size) {
    return "email;name;role\n"
        + "priya.r@acme.example;Priya Raghunathan;admin\n"
        + "amara.okafor@acme.example;Amara Okafor;owner\n"
        + IntStream.range(0, size)
            .mapToObj(i -> "new" + i + "@acme.example;New Colleague " + i + ";viewer\n")
            .collect(Collectors.joining());
  }

  @Test
  void importWithMistakes() throws Exception {
    Path file = folder.resolve("intake.csv");
    Files.writeString(
        file,
        "email,name,role\nnobody,Nobody,viewer\npriya.r@acme.example,Priya,emperor\n"
            + "li@acme.example,Li,viewer\nLI@acme.example,Li again,viewer\n");
    show(
        "import-mistakes",
        FakeSession::company,
        page -> {
          page.files().choosing(file);
          page.click("members-import");
        });
  }

  @Test
  void offers() throws Exception {
    show(
        "offers",
        FakeSession::company,
        page -> {
          large(page);
          page.find("preview-exact", RadioButton.class);
        });
    Pictures.picture(
        "offers-wildcard-light",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> {
          large(page);
          page.find("preview-wildcard", RadioButton.class).setSelected(true);
        });
  }

  private void large(Pictures.Page page) throws IOException {
    Path file = folder.resolve("large.csv");
    Files.writeString(file, intake(1_200));
    page.files().choosing(file);
    page.click("members-import");
    page.click("import-take");
    page.type("change-reason", "Autumn intake");
  }

  @Test
  void takingBack() throws Exception {
    show(
        "take-back",
        () -> {
          FakeSession session = Pictures.published(State.FRESH);
          // Somebody has removed Li Siyuan since: that part is left out.
          Roster now = session.roster("atlas");
          session.changedByOthers(
              "atlas",
              RosterChange.between(
                  now.members(),
                  now.members().stream().filter(one -> !one.id().equals("m2041")).toList()));
          return session;
        },
        page -> {
          page.click("nav-history");
          page.find("history-table", javafx.scene.control.TableView.class)
              .getSelectionModel()
              .select(1);
          page.click("publication-undo");
        });
  }

  private static void show(String name, Supplier<FakeSession> sessions, Pictures.Story story)
      throws Exception {
    Pictures.picture(name + "-light", ColorScheme.LIGHT, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-dark", ColorScheme.DARK, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-narrow-light", ColorScheme.LIGHT, 1000, 700, sessions.get(), story);
  }
}
