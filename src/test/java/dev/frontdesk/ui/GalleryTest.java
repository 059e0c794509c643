package dev.frontdesk.ui;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** Every page in its states, as pictures in target/gallery, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
  @Test
  void membersLoaded() throws Exception {
    Pictures.pictures("members", page -> {});
  }

  @Test
  void pendingChange() throws Exception {
    Pictures.pictures("members-pending", Pictures::underWay, Pictures::prepare);
    Pictures.picture("members-pending-narrow", ColorScheme.LIGHT, 1000, 700, Pictures::prepare);
    Pictures.picture("members-pending-wide", ColorScheme.LIGHT, 1680, 1000, Pictures::prepare);
  }

  @Test
  void publishing() throws Exception {
    Pictures.pictures("members-publishing", () -> Pictures.published(State.SUBMITTED), page -> {});
    Pictures.picture(
        "members-publishing-narrow",
        ColorScheme.LIGHT,
        1000,
        700,
        Pictures.published(State.SUBMITTED),
        page -> {});
  }

  @Test
  void fresh() throws Exception {
    Pictures.pictures("members-fresh", () -> Pictures.published(State.FRESH), page -> {});
  }

  @Test
  void stale() throws Exception {
    Pictures.picture(
        "members-stale", ColorScheme.LIGHT, 1280, 800, Pictures.published(State.STALE), page -> {});
  }

  @Test
  void failed() throws Exception {
    Pictures.pictures("members-failed", () -> Pictures.published(State.FAILED), page -> {});
  }

  @Test
  void conflict() throws Exception {
    Pictures.pictures(
        "members-conflict",
        page -> {
          Pictures.prepare(page);
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
    Pictures.pictures(
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
    Pictures.picture(
        "members-not-found",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> page.type("member-search", "nobody of this name"));
  }

  @Test
  void bigRoster() throws Exception {
    Pictures.picture(
        "members-2004",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> page.find("project-list", ListView.class).getSelectionModel().select(8));
  }

  @Test
  void problem() throws Exception {
    Pictures.pictures(
        "members-problem",
        page -> {
          Pictures.prepare(page);
          page.session()
              .tables()
              .trouble(
                  new Problem.NoCredentials("the SSO session of profile acme-prod has expired"));
          page.click("change-publish");
        });
  }

  @Test
  void production() throws Exception {
    var session = new FakeSession(true);
    session.tables().put(new Roster("atlas", "Atlas", 42, Samples.atlas()));
    for (ColorScheme scheme : ColorScheme.values()) {
      Pictures.picture(
          "production-" + Pictures.word(scheme), scheme, 1280, 800, session, Pictures::prepare);
    }
  }

  @Test
  void opening() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      Pictures.onUi(() -> {
        Tools tools = Gallery.tools(FakeSession.START);
        // Nothing that is begun in the background ever ends.
        var never = new Work(_ -> {}, Runnable::run, () -> true);
        Scene scene =
            Pictures.scene(
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
        Pictures.check(Gallery.write(scene, "opening-" + Pictures.word(scheme)));
        return scene;
      });
    }
  }

  @Test
  void notOpened() throws Exception {
    Pictures.onUi(() -> {
      Scene scene =
          Pictures.scene(
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
      Pictures.check(Gallery.write(scene, "not-opened-light"));
      return scene;
    });
  }
}
