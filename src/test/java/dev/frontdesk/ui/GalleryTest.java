package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import dev.frontdesk.ui.shell.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Every page in its states, as pictures in target/gallery, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
  private static final String REASON =
      "Contract of S. Dlamini ended; Li Siyuan takes over the Beijing rollout";

  /** What a picture shows: the scene, ready. */
  private interface Story {
    void play(Page page) throws Exception;
  }

  private record Page(Scene scene, FakeSession session) {
    <N extends Node> N find(String id, Class<N> type) {
      settle();
      return type.cast(scene.lookup("#" + id));
    }

    void type(String id, String text) {
      find(id, TextInputControl.class).setText(text);
    }

    void click(String id) {
      find(id, ButtonBase.class).fire();
    }

    void select(String name) {
      TableView<?> table = find("member-table", TableView.class);
      for (int i = 0; i < table.getItems().size(); i++) {
        if (table.getItems().get(i).toString().contains(name)) {
          table.getSelectionModel().clearAndSelect(i);
          return;
        }
      }
      throw new AssertionError("nobody is called " + name);
    }

    @SuppressWarnings("unchecked")
    void role(String memberId, int index) {
      find("member-table", TableView.class).scrollTo(10);
      ComboBox<Object> choice = find("role-" + memberId, ComboBox.class);
      choice.setValue(choice.getItems().get(index));
    }

    void settle() {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  @Test
  void membersLoaded() throws Exception {
    pictures("members", page -> {});
  }

  @Test
  void pendingChange() throws Exception {
    pictures("members-pending", GalleryTest::underWay, GalleryTest::prepare);
    picture("members-pending-narrow", ColorScheme.LIGHT, 1000, 700, GalleryTest::prepare);
    picture("members-pending-wide", ColorScheme.LIGHT, 1680, 1000, GalleryTest::prepare);
  }

  @Test
  void publishing() throws Exception {
    pictures("members-publishing", () -> published(State.SUBMITTED), page -> {});
    picture(
        "members-publishing-narrow",
        ColorScheme.LIGHT,
        1000,
        700,
        published(State.SUBMITTED),
        page -> {});
  }

  @Test
  void fresh() throws Exception {
    pictures("members-fresh", () -> published(State.FRESH), page -> {});
  }

  @Test
  void stale() throws Exception {
    picture("members-stale", ColorScheme.LIGHT, 1280, 800, published(State.STALE), page -> {});
  }

  @Test
  void failed() throws Exception {
    pictures("members-failed", () -> published(State.FAILED), page -> {});
  }

  @Test
  void conflict() throws Exception {
    pictures(
        "members-conflict",
        page -> {
          prepare(page);
          Roster now = page.session().roster("atlas");
          page.session()
              .changedByOthers(
                  "atlas",
                  RosterChange.between(
                      now.members(),
                      now.members().stream()
                          .filter(member -> !member.name().startsWith("Kofi"))
                          .toList()));
          page.click("change-publish");
        });
  }

  @Test
  void brokenRules() throws Exception {
    pictures(
        "members-invalid",
        page -> {
          page.select("Amara Okafor");
          page.click("member-remove");
          page.type("member-email", "priya.r@acme.example");
          page.type("member-name", "Priya");
        });
  }

  @Test
  void nothingFound() throws Exception {
    picture(
        "members-not-found",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> page.type("member-search", "nobody of this name"));
  }

  @Test
  void bigRoster() throws Exception {
    picture(
        "members-2004",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> page.find("project-list", ListView.class).getSelectionModel().select(8));
  }

  @Test
  void problem() throws Exception {
    pictures(
        "members-problem",
        page -> {
          prepare(page);
          page.session()
              .tables()
              .trouble(
                  new Problem.NoCredentials("the SSO session of profile acme-prod has expired"));
          page.click("change-publish");
        });
  }

  @Test
  void history() throws Exception {
    Story story =
        page -> {
          past(page.session());
          page.click("nav-history");
          page.find("history-table", TableView.class).getSelectionModel().clearAndSelect(2);
        };
    pictures("history", story);
    picture("history-narrow", ColorScheme.LIGHT, 1000, 700, story);
    picture("history-wide", ColorScheme.LIGHT, 1680, 1000, story);
  }

  @Test
  void emptyHistory() throws Exception {
    pictures("history-empty", page -> page.click("nav-history"));
  }

  @Test
  void production() throws Exception {
    var session = new FakeSession(true);
    session.tables().put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    for (ColorScheme scheme : ColorScheme.values()) {
      picture("production-" + word(scheme), scheme, 1280, 800, session, GalleryTest::prepare);
    }
  }

  @Test
  void opening() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      onUi(() -> {
        Tools tools = Gallery.tools(FakeSession.START);
        // Nothing that is begun in the background ever ends.
        var never = new Work(_ -> {}, Runnable::run, () -> true);
        Scene scene =
            scene(
                new Tools(tools.texts(), tools.moments(), tools.now(), never),
                new ConnectionChoice(
                    "sandbox",
                    ConnectionChoice.Setting.SANDBOX,
                    () -> {
                      throw new AssertionError("never run");
                    }),
                scheme,
                1280,
                800);
        check(Gallery.write(scene, "opening-" + word(scheme)));
        return scene;
      });
    }
  }

  @Test
  void notOpened() throws Exception {
    onUi(() -> {
      Scene scene =
          scene(
              Gallery.tools(FakeSession.START),
              new ConnectionChoice(
                  "staging",
                  ConnectionChoice.Setting.STAGING,
                  () -> {
                    throw new ProblemException(
                        new Problem.NoCredentials("profile acme-staging is not signed in"));
                  }),
              ColorScheme.LIGHT,
              1280,
              800);
      check(Gallery.write(scene, "not-opened-light"));
      return scene;
    });
  }

  // Stories

  private static void prepare(Page page) {
    page.role("m2008", 1);
    page.select("Sibusiso Dlamini");
    page.click("member-remove");
    page.type("member-email", "siyuan.li@acme.example");
    page.type("member-name", "李思远");
    page.click("member-add");
    page.type("change-reason", REASON);
  }

  /** The company while an earlier change is on its way. */
  private static FakeSession underWay() {
    FakeSession session = FakeSession.company();
    Roster now = session.roster("atlas");
    var before = new Roster("atlas", "Atlas", 41, now.members().subList(0, 22));
    RosterChange change = RosterChange.between(before.members(), now.members());
    JournalEntry entry = session.entry(before, change, "", FakeSession.START);
    session.tables().put(upTo(entry, State.SUBMITTED));
    return session;
  }

  /** The company after the change that {@code prepare} prepares, its publication on its way. */
  private static FakeSession published(State state) {
    FakeSession session = FakeSession.company();
    Roster seen = session.roster("atlas");
    List<Member> after = new ArrayList<>();
    for (Member member : seen.members()) {
      switch (member.id()) {
        case "m2009" -> {}
        case "m2008" -> after.add(member.withRole(new Role("admin")));
        default -> after.add(member);
      }
    }
    after.add(FakeSession.member("m2041", "siyuan.li@acme.example", "李思远", "viewer"));
    RosterChange change = RosterChange.between(seen.members(), after);
    JournalEntry entry = session.entry(seen, change, REASON, FakeSession.START);
    session.tables().save(seen, change, entry);
    session.tables().put(upTo(entry, state));
    return session;
  }

  private static JournalEntry upTo(JournalEntry saved, State state) {
    if (state == State.FAILED) {
      return FakeSession.moved(saved, State.FAILED, Duration.ofMillis(413));
    }
    JournalEntry submitted = FakeSession.moved(saved, State.SUBMITTED, Duration.ofMillis(413));
    if (state == State.SUBMITTED) {
      return submitted;
    }
    JournalEntry completed =
        FakeSession.moved(submitted, State.COMPLETED, Duration.ofMillis(14_783));
    return FakeSession.moved(completed, state, Duration.ofMillis(14_871));
  }

  private static void past(FakeSession session) {
    var start = FakeSession.START;
    for (int hours = 30; hours >= 0; hours -= 3) {
      Roster roster = session.roster(hours % 2 == 0 ? "atlas" : "osaka");
      RosterChange change =
          RosterChange.between(
              roster.members(), roster.members().subList(1, roster.members().size()));
      JournalEntry entry =
          session.entry(
              roster,
              change,
              hours % 2 == 0 ? REASON : "新しいメンバー",
              start.minusSeconds(hours * 3_600L));
      State state =
          switch (hours) {
            case 0 -> State.SUBMITTED;
            case 9 -> State.FAILED;
            case 15 -> State.STALE;
            default -> State.FRESH;
          };
      session.tables().put(upTo(entry, state));
    }
  }

  // Machinery

  private static void pictures(String name, Story story) throws Exception {
    pictures(name, FakeSession::company, story);
  }

  private static void pictures(String name, Supplier<FakeSession> sessions, Story story)
      throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      picture(name + "-" + word(scheme), scheme, 1280, 800, sessions.get(), story);
    }
  }

  private static void picture(
      String name, ColorScheme scheme, double width, double height, Story story) throws Exception {
    picture(name, scheme, width, height, FakeSession.company(), story);
  }

  private static void picture(
      String name,
      ColorScheme scheme,
      double width,
      double height,
      FakeSession session,
      Story story)
      throws Exception {
    onUi(() -> {
      Scene scene =
          scene(
              Gallery.tools(FakeSession.START.plusSeconds(9)),
              ConnectionChoice.of(session.open().connection(), session::open),
              scheme,
              width,
              height);
      var page = new Page(scene, session);
      page.settle();
      story.play(page);
      check(Gallery.write(scene, name));
      assertEquals(Set.of(), Ids.duplicates(scene.getRoot()), "ids given twice");
      return scene;
    });
  }

  private static Scene scene(
      Tools tools, ConnectionChoice choice, ColorScheme scheme, double width, double height) {
    return Gallery.scene(new Console(tools, List.of(choice)).root(), width, height, scheme);
  }

  private static void check(Path file) throws IOException {
    assertTrue(Files.size(file) > 10_000, () -> file + " is an empty picture");
  }

  private static <T> T onUi(Callable<T> call) throws Exception {
    FxToolkit.registerPrimaryStage();
    return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
  }

  private static String word(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? "dark" : "light";
  }
}
