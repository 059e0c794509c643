package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Silence;
import dev.frontdesk.ui.kit.Work;
import dev.frontdesk.ui.shell.ConnectionChoice;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Probe page in its states, as pictures in target/gallery, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class ProbeGalleryTest {
  private static final String PATH = "/projects/atlas/members";

  @Test
  void empty() throws Exception {
    show("probe-empty", null, null, null, page -> page.click("nav-probe"));
  }

  @Test
  void fresh() throws Exception {
    probe("probe-fresh", "fresh", Answers.hit(42, 5, "editor", 2_880), origin(42, 5, "editor"));
  }

  @Test
  void stale() throws Exception {
    probe("probe-stale", "stale", Answers.hit(41, 6, "editor", 2_880), origin(42, 5, "viewer"));
  }

  @Test
  void manyDifferences() throws Exception {
    probe("probe-many", "stale", Answers.hit(41, 120, "editor", 80_000), origin(42, 2, "viewer"));
  }

  @Test
  void loginWall() throws Exception {
    probe(
        "probe-login",
        "incomparable",
        Answers.wall(302, "https://sso.acme.example/login?back=/projects/atlas/members"),
        origin(42, 5, "editor"));
  }

  @Test
  void bothRefuse() throws Exception {
    probe("probe-both", "incomparable", Answers.wall(403, null), Answers.wall(403, null));
  }

  @Test
  void silence() throws Exception {
    probe(
        "probe-timeout",
        "incomparable",
        Answers.hit(42, 5, "editor", 2_880),
        Answers.silence(Silence.TIMEOUT));
  }

  @Test
  void wrongInput() throws Exception {
    show(
        "probe-wrong",
        null,
        null,
        null,
        page -> {
          page.click("nav-probe");
          page.type("probe-input", "https://cdn.acme.example/projects/atlas/members");
          page.click("probe-ask");
        });
  }

  @Test
  void headers() throws Exception {
    show(
        "probe-headers",
        "fresh",
        Answers.hit(42, 5, "editor", 2_880),
        origin(42, 5, "editor"),
        page -> {
          page.click("nav-probe");
          page.click("probe-headers-show");
          page.type("probe-headers", "Authorization: Bearer abc.def\nAccept-Language: de");
          page.type("probe-input", PATH);
          page.click("probe-ask");
        });
  }

  /** The second question never comes back: what was shown before stays, and looks old. */
  @Test
  void loading() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      var holding = new AtomicBoolean();
      FakeSession session = session(Answers.hit(41, 6, "editor", 2_880), origin(42, 5, "viewer"));
      Pictures.onUi(() -> {
        Scene scene =
            Pictures.scene(
                Gallery.tools(FakeSession.START.plusSeconds(9), work(holding), new FakeFiles()),
                ConnectionChoice.of(session.open().connection(), session::open),
                scheme,
                1280,
                800);
        var page = new Pictures.Page(scene, session, new FakeFiles());
        page.click("nav-probe");
        page.type("probe-input", PATH);
        page.click("probe-ask");
        holding.set(true);
        page.click("probe-ask");
        assertNull(page.find("probe-verdict", Label.class).getUserData());
        Pictures.check(Gallery.write(scene, "probe-loading-" + Pictures.word(scheme)));
        return scene;
      });
      session.open().close();
    }
  }

  /** At once, until it holds what comes. */
  private static Work work(AtomicBoolean holding) {
    return new Work(
        call -> {
          if (!holding.get()) {
            call.run();
          }
        },
        Runnable::run,
        Platform::isFxApplicationThread);
  }

  private static Reading origin(long version, int members, String role) {
    return Answers.fromOrigin(version, members, role);
  }

  private static FakeSession session(@Nullable Reading edge, @Nullable Reading origin) {
    FakeSession session = FakeSession.company();
    if (edge != null && origin != null) {
      session.prober().says(PATH, edge, origin);
    }
    return session;
  }

  private static void probe(String name, String verdict, Reading edge, Reading origin)
      throws Exception {
    show(
        name,
        verdict,
        edge,
        origin,
        page -> {
          page.click("nav-probe");
          page.type("probe-input", PATH);
          page.click("probe-ask");
        });
  }

  private static void show(
      String name,
      @Nullable String verdict,
      @Nullable Reading edge,
      @Nullable Reading origin,
      Pictures.Story story)
      throws Exception {
    Pictures.Story told =
        page -> {
          story.play(page);
          assertEquals(verdict, page.find("probe-verdict", Label.class).getUserData());
          assertEquals(List.of(), page.cut("probe-sides"), "values may differ at their ends alone");
        };
    Pictures.pictures(name, () -> session(edge, origin), told);
    Pictures.picture(
        name + "-small-light", ColorScheme.LIGHT, 1000, 640, session(edge, origin), told);
  }
}
