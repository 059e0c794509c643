package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading.Additional;
import dev.frontdesk.fakes.FakeReading;
import dev.frontdesk.fakes.FakeTraffic;
import dev.frontdesk.fakes.FakeTraffic.Fall;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Batch;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Cache page in its states. */
@ExtendWith(ApplicationExtension.class)
class CacheGalleryTest {
  private static final Problem DENIED =
      new Problem.Denied(
          "GetMetricData",
          "user/sandbox is not authorized to perform cloudwatch:GetMetricData",
          "4f2c9d1e-77aa");

  @Test
  void dayWithPurges() throws Exception {
    everywhere("cache-day", CacheGalleryTest::day, "24h");
  }

  @Test
  void week() throws Exception {
    everywhere("cache-week", CacheGalleryTest::day, "7d");
  }

  /** Whoever looks at a label is told what its invalidations did, read for them alone. */
  @Test
  void weekLookedAt() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      for (int width : new int[] {1000, 1280}) {
        Pictures.picture(
            "cache-week-asked-" + width + "-" + Pictures.word(scheme),
            scheme,
            width,
            700,
            production(),
            page -> {
              open(page, "7d");
              lookAtTheFirst(page);
              assertTrue(
                  page.find("purge-effect", Text.class).getText().startsWith("hit ratio 9"),
                  () -> page.find("purge-effect", Text.class).getText());
              String cost = page.find("cache-cost", Label.class).getText();
              assertTrue(cost.contains("an hour; 1 reading of purges: 0.00008 USD."), cost);
            });
      }
    }
  }

  @Test
  void weekLookedAtInVain() throws Exception {
    Pictures.picture(
        "cache-week-asked-denied",
        ColorScheme.LIGHT,
        1000,
        700,
        day(),
        page -> {
          open(page, "7d");
          page.session()
              .metrics()
              .put(_ -> {
                throw new ProblemException(DENIED);
              });
          page.settle();
          Node mark = page.scene().lookup(".mark");
          Bounds before = mark.localToScene(mark.getBoundsInLocal());
          lookAtTheFirst(page);
          page.settle();
          assertEquals(before, mark.localToScene(mark.getBoundsInLocal()), "it moved away");
          assertFalse(page.find("cache-notice", Label.class).getParent().isVisible());
          String why = "the figures around it could not be read: AWS does not allow GetMetricData";
          String told = page.find("purge-effect", Text.class).getText();
          assertTrue(told.startsWith(why), told);
          assertTrue(((ButtonBase) mark).getTooltip().getText().contains(why));
        });
  }

  /** In the table whoever chooses a row asks. */
  @Test
  void weekChosenInTheTable() throws Exception {
    Pictures.picture(
        "cache-week-asked-table",
        ColorScheme.DARK,
        1000,
        700,
        day(),
        page -> {
          open(page, "7d");
          page.click("cache-table-button");
          TableView<?> table = page.find("cache-table", TableView.class);
          table.getSelectionModel().select(9);
          String told = page.find("purge-effect", Text.class).getText();
          assertTrue(told.startsWith("hit ratio "), told);
        });
  }

  /** As if the mouse had rested there. */
  private static void lookAtTheFirst(Pictures.Page page) {
    page.settle();
    Tooltip hover = ((ButtonBase) page.scene().lookup(".mark")).getTooltip();
    hover.getOnShowing().handle(new WindowEvent(null, WindowEvent.WINDOW_SHOWING));
  }

  private static FakeSession production() {
    var production = new FakeSession(true);
    production.metrics().put(traffic()::read);
    production
        .invalidator()
        .put(
            new Invalidation(
                "I2FOREIGNCI03",
                FakeSession.START.minus(Duration.ofMinutes(264)),
                true,
                "cli-1795356131",
                List.of("/static/*")));
    return production;
  }

  /** The edge had lost the race: each purge stands where it was sent. */
  @Test
  void secondPurge() throws Exception {
    FakeSession session = FakeSession.company();
    Instant at = FakeSession.START.minus(Duration.ofMinutes(50));
    JournalEntry saved = session.purge(List.of("/projects/fjord/*"), "Case 8812", at);
    Batch first = saved.progress().batches().getFirst();
    Progress progress =
        new Progress(
            saved.progress().routes(),
            List.of(sent(first, 1, at), sent(first, 2, at.plus(Duration.ofMinutes(20)))),
            List.of(),
            List.of(),
            null,
            true);
    session.tables().put(new JournalEntry(saved.about(), null, progress, saved.lease()));
    session
        .metrics()
        .put(new FakeTraffic(FakeSession.START, List.of(fall(50, 0.2), fall(30, 0.25)))::read);
    Pictures.picture(
        "cache-second-purge",
        ColorScheme.LIGHT,
        1280,
        800,
        session,
        page -> {
          open(page, "1h");
          String both = "invalidation-" + saved.id();
          assertTrue(page.find(both, Button.class).getText().startsWith("/projects/fjord/"));
          String second = page.find(both + "-2", Button.class).getAccessibleText();
          assertTrue(second.startsWith("Purge of /projects/fjord/*, the second purge"), second);
          assertTrue(second.contains("hit ratio "), second);
        });
  }

  private static Batch sent(Batch batch, int attempt, Instant at) {
    return new Batch(
        batch.reference() + attempt, batch.items(), "I3RACE" + attempt, attempt, true, null, at);
  }

  @Test
  void otherRanges() throws Exception {
    for (String range : List.of("1h", "3h", "30d")) {
      Pictures.picture(
          "cache-" + range, ColorScheme.LIGHT, 1280, 800, day(), page -> open(page, range));
    }
  }

  @Test
  void table() throws Exception {
    for (int width : new int[] {1000, 1280}) {
      Pictures.picture(
          "cache-table-" + width,
          ColorScheme.LIGHT,
          width,
          700,
          day(),
          page -> {
            open(page, "24h");
            page.click("cache-table-button");
          });
    }
  }

  @Test
  void whatItCosts() throws Exception {
    Pictures.picture(
        "cache-cost-1000",
        ColorScheme.LIGHT,
        1000,
        700,
        production(),
        page -> {
          open(page, "24h");
          assertEquals(
              "One reading a minute while shown, 0.0048 USD an hour.",
              page.find("cache-cost", Label.class).getText());
          assertEquals("", page.find("cache-made-up", Label.class).getText());
        });
  }

  /** Only the sandbox makes anything up, and it bills nothing. */
  @Test
  void whatIsMadeUp() throws Exception {
    FakeSession sandbox = Past.company();
    sandbox
        .metrics()
        .put(window ->
            traffic()
                .reading(window)
                .madeUpBefore(FakeSession.START.minus(Duration.ofHours(22)))
                .read());
    Pictures.picture(
        "cache-made-up-1000",
        ColorScheme.LIGHT,
        1000,
        700,
        sandbox,
        page -> {
          open(page, "24h");
          for (String id : List.of("cache-made-up", "cache-whose", "cache-cost")) {
            Label label = page.find(id, Label.class);
            assertTrue(label.getWidth() >= Math.floor(label.prefWidth(-1)), id + " is cut");
          }
          assertEquals("Nothing is billed here.", page.find("cache-cost", Label.class).getText());
          assertEquals(
              "The sandbox made up all before Nov 21 16:02.",
              page.find("cache-made-up", Label.class).getText());
        });
  }

  @Test
  void noSubscription() throws Exception {
    everywhere(
        "cache-no-subscription",
        () -> {
          FakeSession session = Past.company();
          session
              .metrics()
              .put(window -> traffic().reading(window).additional(Additional.OFF).read());
          return session;
        },
        "24h");
  }

  @Test
  void empty() throws Exception {
    everywhere("cache-empty", FakeSession::company, "24h");
  }

  @Test
  void notKnown() throws Exception {
    Pictures.picture(
        "cache-not-known",
        ColorScheme.LIGHT,
        1280,
        800,
        FakeSession.company(),
        page -> {
          page.session()
              .metrics()
              .put(window -> traffic().reading(window).additional(Additional.NOT_KNOWN).read());
          page.session()
              .invalidator()
              .meetAtList(
                  new Problem.Denied(
                      "ListInvalidations",
                      "user/sandbox is not authorized to perform cloudfront:ListInvalidations",
                      "4f2c9d1e-77aa"));
          open(page, "24h");
        });
  }

  @Test
  void nobodyAsked() throws Exception {
    Pictures.picture(
        "cache-no-requests",
        ColorScheme.LIGHT,
        1280,
        800,
        FakeSession.company(),
        page -> {
          page.session()
              .metrics()
              .put(window -> new FakeReading(window).each(Metric.REQUESTS, _ -> 0).read());
          open(page, "24h");
        });
  }

  @Test
  void denied() throws Exception {
    everywhere(
        "cache-denied",
        () -> {
          FakeSession session = Past.company();
          session
              .metrics()
              .put(_ -> {
                throw new ProblemException(DENIED);
              });
          return session;
        },
        "24h",
        page -> {
          Node whose = page.find("cache-whose", Label.class);
          assertEquals(
              page.scene().getWidth() - 24,
              whose.localToScene(whose.getBoundsInLocal()).getMaxX(),
              1);
        });
  }

  /** What was there stays, dimmed. */
  @Test
  void deniedLater() throws Exception {
    Pictures.picture(
        "cache-denied-later",
        ColorScheme.LIGHT,
        1280,
        800,
        day(),
        page -> {
          open(page, "24h");
          page.session()
              .metrics()
              .put(_ -> {
                throw new ProblemException(DENIED);
              });
          page.click("cache-range-3h");
          page.settle();
          assertEquals(
              "figures of the last 24 h, as of 14:02",
              page.find("cache-as-of", Label.class).getText());
          Label worse = page.find("hit-ratio-change", Label.class);
          assertEquals("\u22120.3 points", worse.getText());
          assertNotNull(worse.getGraphic(), "colour alone tells it");
          String spoken = page.find("hit-ratio-value", Label.class).getAccessibleText();
          assertTrue(spoken.endsWith("\u22120.3 points on the day before, worse"), spoken);
          assertNull(page.find("median-latency-change", Label.class).getGraphic());
        });
  }

  @Test
  void loading() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      Pictures.unanswered("cache-loading-" + Pictures.word(scheme), "nav-cache", scheme);
    }
    Pictures.unanswered("cache-loading-1000", "nav-cache", ColorScheme.LIGHT, 1000, 700);
  }

  private static void everywhere(String name, Supplier<FakeSession> session, String range)
      throws Exception {
    everywhere(name, session, range, _ -> {});
  }

  private static void everywhere(
      String name, Supplier<FakeSession> session, String range, Consumer<Pictures.Page> then)
      throws Exception {
    Pictures.pictures(
        name,
        session,
        page -> {
          open(page, range);
          page.settle();
          then.accept(page);
        });
    for (ColorScheme scheme : ColorScheme.values()) {
      Pictures.picture(
          name + "-1000-" + Pictures.word(scheme),
          scheme,
          1000,
          700,
          session.get(),
          page -> open(page, range));
    }
  }

  private static void open(Pictures.Page page, String range) {
    page.click("nav-cache");
    page.click("cache-range-" + range);
  }

  private static FakeSession day() {
    FakeSession session = Past.company();
    session.metrics().put(traffic()::read);
    return session;
  }

  /** With the falls that the company's purges and publications would have caused. */
  private static FakeTraffic traffic() {
    return new FakeTraffic(
        FakeSession.START,
        List.of(
            fall(1272, 0.03), fall(912, 0.09), fall(264, 0.15), fall(100, 0.02), fall(24, 0.02)));
  }

  private static Fall fall(int minutesAgo, double by) {
    return new Fall(FakeSession.START.minus(Duration.ofMinutes(minutesAgo)), by);
  }
}
