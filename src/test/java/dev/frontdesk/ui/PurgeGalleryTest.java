package dev.frontdesk.ui;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.fakes.FakeDistributions;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.members.Roster;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Purge page in its states, as pictures in target/gallery, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class PurgeGalleryTest {
  static final String REASON = "Customer 4471 still sees the old team";

  private static final String ALL_KINDS =
      """
      http://127.0.0.1:8787/projects/atlas/members
      /projects/atlas/members?v=42
      /projects/borealis/*
      /projects/borealis/members
      /projects/北京/members
      #member-m2041
      /projects/cedar/members?page=2
      /members/m2009/projects\
      """;

  private static final String WRONG =
      """
      /projects/*/members
      https://cdn.acme.example/projects/cedar/members
      projects/atlas/members
      /projects/~amara/members
      /projects/atlas/members#top
      /projects/100%/members
      #member-m2041,#member-m2042
      /projects/atlas/members\
      """;

  @Test
  void empty() throws Exception {
    show("purge-empty", PurgeGalleryTest::past, page -> page.click("nav-purge"));
    show("purge-first", FakeSession::company, page -> page.click("nav-purge"));
  }

  @Test
  void allKindsOfLines() throws Exception {
    show("purge", PurgeGalleryTest::past, page -> paste(page, ALL_KINDS));
    Pictures.picture(
        "purge-wide-light", ColorScheme.LIGHT, 1680, 1000, past(), page -> paste(page, ALL_KINDS));
  }

  @Test
  void wrongLines() throws Exception {
    show("purge-wrong", PurgeGalleryTest::past, page -> paste(page, WRONG));
  }

  @Test
  void withoutTags() throws Exception {
    show(
        "purge-no-tags",
        () -> {
          FakeSession session = past();
          Distribution with = FakeDistributions.sandboxLike();
          session
              .distributions()
              .put(new Distribution(with.names(), List.of(with.behaviours().getLast()), null));
          return session;
        },
        page -> paste(page, ALL_KINDS));
  }

  @Test
  void offers() throws Exception {
    show(
        "purge-offer",
        PurgeGalleryTest::past,
        page ->
            paste(
                page,
                "/projects/borealis/*\n"
                    + IntStream.range(0, 40)
                        .mapToObj(i -> "/members/m%d/projects".formatted(2000 + i))
                        .collect(Collectors.joining("\n"))));
  }

  @Test
  void manyLines() throws Exception {
    show(
        "purge-many",
        PurgeGalleryTest::past,
        page ->
            paste(
                page,
                IntStream.range(0, 10_000)
                    .mapToObj(i -> "/assets/%d/picture.png".formatted(i))
                    .collect(Collectors.joining("\n"))));
  }

  @Test
  void choosing() throws Exception {
    show(
        "purge-choose-project",
        PurgeGalleryTest::past,
        page -> {
          paste(page, ALL_KINDS);
          page.click("purge-choose-project");
        });
    show(
        "purge-choose-member",
        PurgeGalleryTest::past,
        page -> {
          page.click("nav-purge");
          page.click("purge-choose-member");
          page.find("purge-pick-list", ListView.class)
              .fireEvent(
                  new KeyEvent(
                      KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
  }

  @Test
  void underWay() throws Exception {
    show(
        "purge-under-way",
        () -> {
          FakeSession session = FakeSession.company();
          session.tables().put(Pictures.upTo(purge(session, REASON, 0, paths(3)), State.SUBMITTED));
          return session;
        },
        page -> page.click("nav-purge"));
  }

  @Test
  void fresh() throws Exception {
    show(
        "purge-fresh",
        () -> {
          FakeSession session = FakeSession.company();
          session.tables().put(Pictures.upTo(purge(session, REASON, 0, paths(3)), State.FRESH));
          return session;
        },
        page -> page.click("nav-purge"));
  }

  @Test
  void notSaved() throws Exception {
    show(
        "purge-problem",
        PurgeGalleryTest::past,
        page -> {
          paste(page, ALL_KINDS);
          page.session()
              .tables()
              .trouble(
                  new Problem.Denied(
                      "dynamodb:PutItem",
                      "user/amara is not authorized to perform dynamodb:PutItem",
                      "4f2c9d1e-77aa"));
          page.click("purge-submit");
        });
  }

  @Test
  void quotaNotKnown() throws Exception {
    show(
        "purge-quota-unknown",
        () -> {
          FakeSession session = past();
          session.tables().trouble(new Problem.Offline("dynamodb.us-east-1", "timed out"));
          return session;
        },
        page -> paste(page, ALL_KINDS));
  }

  @Test
  void askedFirst() throws Exception {
    ask("purge-ask-everything", FakeSession.company(), "/*");
    var production = new FakeSession(true);
    production.tables().put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    ask("purge-ask-production", production, ALL_KINDS);
  }

  /** The question that stands over the page, as a picture of its own. */
  private static void ask(String name, FakeSession session, String text) throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      Pictures.picture(
          name + "-page-" + Pictures.word(scheme),
          scheme,
          1280,
          800,
          session,
          page -> {
            var stage = new Stage();
            stage.setScene(page.scene());
            stage.show();
            paste(page, text);
            page.click("purge-submit");
            Scene question =
                Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(scene -> scene != null && scene.lookup("#confirm") != null)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing is asked"));
            Parent pane = question.getRoot();
            Pictures.check(Gallery.write(question, name + "-" + Pictures.word(scheme)));
            pane.getScene().getWindow().hide();
            stage.hide();
          });
    }
  }

  // Stories

  private static void paste(Pictures.Page page, String text) {
    page.click("nav-purge");
    page.type("purge-input", text);
    page.type("purge-reason", REASON);
  }

  /** The company with a few purges behind it, and one invalidation in progress. */
  static FakeSession past() {
    FakeSession session = FakeSession.company();
    add(session, "Customer 4471 saw a former member", 21, State.FRESH, paths(2));
    add(session, "Cedar import, second half", 272, State.COMPLETED, List.of("#project-cedar"));
    add(session, "Case 8812", 1_500, State.COMPLETED, List.of("/projects/fjord/*"));
    add(session, "Profile no longer allowed", 1_620, State.FAILED, paths(3));
    List<String> inProgress = new ArrayList<>(paths(12));
    inProgress.add("/assets/a/*");
    inProgress.add("/assets/b/*");
    session.invalidator().completing(false);
    session
        .invalidator()
        .create("elsewhere", inProgress.stream().map(InvalidationItem::parse).toList());
    return session;
  }

  private static List<String> paths(int size) {
    return IntStream.range(0, size).mapToObj(i -> "/projects/p" + i + "/members").toList();
  }

  private static void add(
      FakeSession session, String reason, int minutesAgo, State state, List<String> items) {
    JournalEntry entry = purge(session, reason, minutesAgo, items);
    JournalEntry submitted = Pictures.upTo(entry, State.SUBMITTED);
    session
        .tables()
        .put(
            state == State.COMPLETED
                ? Plights.unproved(
                    FakeSession.moved(submitted, State.COMPLETED, Duration.ofSeconds(14)))
                : Pictures.upTo(entry, state));
  }

  private static JournalEntry purge(
      FakeSession session, String reason, int minutesAgo, List<String> items) {
    return session.purge(items, reason, FakeSession.START.minus(Duration.ofMinutes(minutesAgo)));
  }

  private static void show(String name, Supplier<FakeSession> sessions, Pictures.Story story)
      throws Exception {
    Pictures.picture(name + "-light", ColorScheme.LIGHT, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-dark", ColorScheme.DARK, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-narrow-light", ColorScheme.LIGHT, 1000, 700, sessions.get(), story);
  }
}
