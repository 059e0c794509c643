package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
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

  private record Page(Scene scene, FakeWorkplace workplace) {
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

    void select(int row) {
      find("member-table", TableView.class).getSelectionModel().clearAndSelect(row);
    }

    @SuppressWarnings("unchecked")
    void role(String memberId, int index) {
      find("member-table", TableView.class).scrollTo(6);
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
    pictures("members-pending", GalleryTest::prepare);
    picture("members-pending-narrow", ColorScheme.LIGHT, 1000, 700, GalleryTest::prepare);
    picture("members-pending-wide", ColorScheme.LIGHT, 1680, 1000, GalleryTest::prepare);
  }

  @Test
  void publishing() throws Exception {
    pictures("members-publishing", page -> publish(page, State.SUBMITTED));
    picture(
        "members-publishing-narrow",
        ColorScheme.LIGHT,
        1000,
        700,
        page -> publish(page, State.SUBMITTED));
  }

  @Test
  void fresh() throws Exception {
    pictures("members-fresh", page -> publish(page, State.FRESH));
  }

  @Test
  void stale() throws Exception {
    picture("members-stale", ColorScheme.LIGHT, 1280, 800, page -> publish(page, State.STALE));
  }

  @Test
  void failed() throws Exception {
    pictures("members-failed", page -> publish(page, State.FAILED));
  }

  @Test
  void conflict() throws Exception {
    pictures(
        "members-conflict",
        page -> {
          prepare(page);
          Roster now = page.workplace().roster("atlas");
          page.workplace()
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
          page.select(1);
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
          page.workplace().refusal =
              new Problem.NoCredentials("the SSO session of profile acme-prod has expired");
          page.click("change-publish");
        });
  }

  @Test
  void history() throws Exception {
    Story story =
        page -> {
          past(page.workplace());
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
    var workplace = new FakeWorkplace(true);
    workplace.put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    for (ColorScheme scheme : ColorScheme.values()) {
      picture("production-" + word(scheme), scheme, 1280, 800, workplace, GalleryTest::prepare);
    }
  }

  @Test
  void opening() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      onUi(() -> {
        Tools tools = Gallery.tools(FakeWorkplace.START);
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
              Gallery.tools(FakeWorkplace.START),
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
    page.role("m2006", 2);
    page.select(8);
    page.click("member-remove");
    page.type("member-email", "siyuan.li@acme.example");
    page.type("member-name", "李思远");
    page.click("member-add");
    page.type("change-reason", REASON);
  }

  private static void publish(Page page, State state) {
    prepare(page);
    page.click("change-publish");
    JournalEntry saved =
        page.workplace().open().history().newest(1).stream()
            .map(entry -> ((dev.frontdesk.ui.session.HistoryEntry.Recorded) entry).entry())
            .findFirst()
            .orElseThrow();
    page.workplace().announce(upTo(saved, state));
  }

  private static JournalEntry upTo(JournalEntry saved, State state) {
    if (state == State.FAILED) {
      return FakeWorkplace.moved(saved, State.FAILED, Duration.ofMillis(413));
    }
    JournalEntry submitted = FakeWorkplace.moved(saved, State.SUBMITTED, Duration.ofMillis(413));
    if (state == State.SUBMITTED) {
      return submitted;
    }
    JournalEntry completed =
        FakeWorkplace.moved(submitted, State.COMPLETED, Duration.ofMillis(14_783));
    return FakeWorkplace.moved(completed, state, Duration.ofMillis(14_871));
  }

  private static void past(FakeWorkplace workplace) {
    var start = FakeWorkplace.START;
    for (int hours = 30; hours >= 0; hours -= 3) {
      Roster roster = workplace.roster(hours % 2 == 0 ? "atlas" : "osaka");
      RosterChange change =
          RosterChange.between(
              roster.members(), roster.members().subList(1, roster.members().size()));
      JournalEntry entry =
          workplace.entry(
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
      workplace.announce(upTo(entry, state));
    }
    workplace.addForeign(start.minusSeconds(5_000), "/static/*");
    workplace.addForeign(start.minusSeconds(80_000), "/index.html");
  }

  // Machinery

  private static void pictures(String name, Story story) throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      picture(name + "-" + word(scheme), scheme, 1280, 800, story);
    }
  }

  private static void picture(
      String name, ColorScheme scheme, double width, double height, Story story) throws Exception {
    picture(name, scheme, width, height, FakeWorkplace.company(), story);
  }

  private static void picture(
      String name,
      ColorScheme scheme,
      double width,
      double height,
      FakeWorkplace workplace,
      Story story)
      throws Exception {
    onUi(() -> {
      Scene scene =
          scene(
              Gallery.tools(FakeWorkplace.START.plusSeconds(9)),
              ConnectionChoice.of(workplace.open().connection(), workplace::open),
              scheme,
              width,
              height);
      var page = new Page(scene, workplace);
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
