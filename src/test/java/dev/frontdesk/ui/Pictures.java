package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Stories that the galleries tell, and how they are drawn: in target/gallery, to be looked at. */
final class Pictures {
  static final String REASON =
      "Contract of S. Dlamini ended; Li Siyuan takes over the Beijing rollout";

  private Pictures() {}

  /** What a picture shows: the scene, ready. */
  interface Story {
    void play(Page page) throws Exception;
  }

  record Page(Scene scene, FakeSession session, FakeFiles files) {
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
      settle();
      select(memberId); // the choice comes to the row that is selected
      ChoiceBox<Object> choice = find("role-" + memberId, ChoiceBox.class);
      choice.setValue(choice.getItems().get(index));
    }

    /** The labels below a node that show less than they say. */
    List<String> cut(String id) {
      return find(id, Node.class).lookupAll(".label").stream()
          .filter(Label.class::isInstance)
          .map(Label.class::cast)
          .filter(label ->
              label.lookup(".text") instanceof Text drawn
                  && !drawn.getText().equals(label.getText()))
          .map(Labeled::getText)
          .toList();
    }

    /** Whether all of a node lies in what its pane shows. */
    boolean isInSight(Node node) {
      settle();
      Node pane = node;
      while (!(pane instanceof ScrollPane)) {
        pane = pane.getParent();
      }
      return pane.localToScene(pane.getLayoutBounds())
          .contains(node.localToScene(node.getLayoutBounds()));
    }

    void settle() {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  // Stories

  static void prepare(Page page) {
    page.role("m2008", 1);
    page.select("Sibusiso Dlamini");
    page.click("member-remove");
    page.type("member-email", "siyuan.li@acme.example");
    page.type("member-name", "李思远");
    page.click("member-add");
    page.type("change-reason", REASON);
  }

  /** The company while an earlier change is on its way. */
  static FakeSession underWay() {
    FakeSession session = FakeSession.company();
    Roster now = session.roster("atlas");
    var before = new Roster("atlas", "Atlas", 41, now.members().subList(0, 22));
    RosterChange change = RosterChange.between(before.members(), now.members());
    JournalEntry entry = session.entry(before, change, "", FakeSession.START);
    session.tables().put(upTo(entry, State.SUBMITTED));
    return session;
  }

  /** The company after the change that {@code prepare} prepares, its publication on its way. */
  static FakeSession published(State state) {
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

  static JournalEntry upTo(JournalEntry saved, State state) {
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

  // Machinery

  static void pictures(String name, Story story) throws Exception {
    pictures(name, FakeSession::company, story);
  }

  static void pictures(String name, Supplier<FakeSession> sessions, Story story) throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      picture(name + "-" + word(scheme), scheme, 1280, 800, sessions.get(), story);
    }
  }

  static void picture(String name, ColorScheme scheme, double width, double height, Story story)
      throws Exception {
    picture(name, scheme, width, height, FakeSession.company(), story);
  }

  static void picture(
      String name,
      ColorScheme scheme,
      double width,
      double height,
      FakeSession session,
      Story story)
      throws Exception {
    onUi(() -> {
      var files = new FakeFiles();
      Scene scene =
          scene(
              Gallery.tools(FakeSession.START.plusSeconds(9), work(), files),
              ConnectionChoice.of(session.open().connection(), session::open),
              scheme,
              width,
              height);
      var page = new Page(scene, session, files);
      page.settle();
      story.play(page);
      check(Gallery.write(scene, name));
      assertEquals(Set.of(), Ids.duplicates(scene.getRoot()), "ids given twice");
      return scene;
    });
    session.open().close();
  }

  /** A page that has asked, and whom nobody has answered yet. */
  static void unanswered(String name, String navigation, ColorScheme scheme) throws Exception {
    unanswered(name, navigation, scheme, 1280, 800);
  }

  static void unanswered(
      String name, String navigation, ColorScheme scheme, double width, double height)
      throws Exception {
    onUi(() -> {
      FakeSession session = FakeSession.company();
      var first = new AtomicInteger();
      // The connection is opened, and nothing that is begun after that ever ends.
      var never =
          new Work(
              task -> {
                if (first.getAndIncrement() == 0) {
                  task.run();
                }
              },
              Runnable::run,
              () -> true);
      Scene scene =
          scene(
              Gallery.tools(FakeSession.START, never),
              ConnectionChoice.of(session.open().connection(), session::open),
              scheme,
              width,
              height);
      ((ButtonBase) scene.lookup("#" + navigation)).fire();
      check(Gallery.write(scene, name));
      assertSkeletonsKeepToTheirPlace(scene);
      return scene;
    });
  }

  /** Nothing of them lies over what stands above or below. */
  private static void assertSkeletonsKeepToTheirPlace(Scene scene) {
    for (Node bar : scene.getRoot().lookupAll(".skeleton-line")) {
      Node rows = bar.getParent();
      Bounds seen = rows.localToScene(rows.getBoundsInLocal());
      Bounds place = rows.getParent().localToScene(rows.getParent().getLayoutBounds());
      assertTrue(place.contains(seen), "%s in %s".formatted(seen, place));
    }
  }

  /** At once where the story asks for it; what others bring waits until the picture is taken. */
  private static Work work() {
    return new Work(
        Runnable::run,
        change -> {
          if (Platform.isFxApplicationThread()) {
            change.run();
          } else {
            Platform.runLater(change);
          }
        },
        Platform::isFxApplicationThread);
  }

  static Scene scene(
      Tools tools, ConnectionChoice choice, ColorScheme scheme, double width, double height) {
    return Gallery.scene(new Console(tools, List.of(choice)).root(), width, height, scheme);
  }

  static void check(Path file) throws IOException {
    assertTrue(Files.size(file) > 10_000, () -> file + " is an empty picture");
  }

  static <T> T onUi(Callable<T> call) throws Exception {
    FxToolkit.registerPrimaryStage();
    return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
  }

  static String word(ColorScheme scheme) {
    return scheme == ColorScheme.DARK ? "dark" : "light";
  }
}
