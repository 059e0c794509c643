package dev.frontdesk.ui;

import dev.frontdesk.fakes.GatedTicker;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The History page in its states. */
@ExtendWith(ApplicationExtension.class)
class HistoryGalleryTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void full() throws Exception {
    Pictures.pictures("history", Past::company, page -> open(page, "Atlas"));
    for (int width : new int[] {1000, 1680}) {
      Pictures.picture(
          "history-" + width,
          ColorScheme.LIGHT,
          width,
          width == 1000 ? 700 : 1000,
          Past.company(),
          page -> open(page, "Atlas"));
    }
  }

  @Test
  void foreign() throws Exception {
    Pictures.pictures("history-foreign", Past::company, page -> open(page, Past.FOREIGN));
    Pictures.picture(
        "history-foreign-1000",
        ColorScheme.LIGHT,
        1000,
        700,
        Past.company(),
        page -> open(page, Past.FOREIGN));
  }

  @Test
  void purge() throws Exception {
    Pictures.picture(
        "history-purge",
        ColorScheme.LIGHT,
        1280,
        800,
        Past.company(),
        page -> open(page, "Former member visible"));
  }

  @Test
  void failedPurge() throws Exception {
    Pictures.picture(
        "history-failed-purge",
        ColorScheme.LIGHT,
        1000,
        700,
        Past.company(),
        page -> open(page, "Profile no longer allowed"));
  }

  @Test
  void filtered() throws Exception {
    for (int width : new int[] {1000, 1280, 1680}) {
      Pictures.picture(
          "history-filtered-" + width,
          width == 1280 ? ColorScheme.DARK : ColorScheme.LIGHT,
          width,
          800,
          Past.company(),
          page -> {
            open(page, "Atlas");
            page.type("history-search", "/projects");
            choose(page, "history-since", "MONTH");
            choose(page, "history-kind", "PUBLICATION");
            choose(page, "history-person", "amara");
          });
    }
    Pictures.picture(
        "history-filtered-time",
        ColorScheme.LIGHT,
        1280,
        800,
        Past.company(),
        page -> {
          page.click("nav-history");
          choose(page, "history-since", "DAY");
        });
  }

  @Test
  void nothingFound() throws Exception {
    Pictures.picture(
        "history-not-found",
        ColorScheme.LIGHT,
        1280,
        800,
        Past.company(),
        page -> {
          page.click("nav-history");
          page.type("history-search", "nothing of that kind");
        });
  }

  @Test
  void empty() throws Exception {
    Pictures.pictures("history-empty", page -> page.click("nav-history"));
  }

  @Test
  void withoutCloudFront() throws Exception {
    Pictures.picture(
        "history-without-foreign",
        ColorScheme.LIGHT,
        1280,
        800,
        Past.company(),
        page -> {
          page.session()
              .invalidator()
              .meetAtList(
                  new Problem.Denied(
                      "ListInvalidations",
                      "user/sandbox is not authorized to perform cloudfront:ListInvalidations",
                      "4f2c9d1e-77aa"));
          open(page, "Atlas");
        });
  }

  @Test
  void notRead() throws Exception {
    Pictures.picture(
        "history-failed",
        ColorScheme.LIGHT,
        1280,
        800,
        page -> {
          page.session()
              .tables()
              .trouble(
                  new Problem.NoCredentials("the SSO session of profile acme-prod has expired"));
          page.click("nav-history");
        });
  }

  /** Over each of the pages that have a button where a notice would be. */
  @Test
  void notices() throws Exception {
    for (String place : List.of("members", "purge")) {
      for (ColorScheme scheme : ColorScheme.values()) {
        var ticker = new GatedTicker();
        FakeSession session = FakeSession.company(ticker);
        Pictures.picture(
            "notices-" + place + "-" + Pictures.word(scheme),
            scheme,
            1280,
            800,
            session,
            page -> {
              page.click("nav-" + place);
              if (place.equals("members")) {
                Pictures.prepare(page);
              }
              endsElsewhere(session, ticker);
            });
      }
    }
  }

  /** One that is refused, and one that gets fresh; both are told before it returns. */
  private static void endsElsewhere(FakeSession session, GatedTicker ticker) throws Exception {
    ticker.shut();
    Publisher publisher = session.open().publisher();
    session
        .invalidator()
        .meet(
            new Problem.Denied(
                "CreateInvalidation",
                "user/sandbox is not authorized to perform cloudfront:CreateInvalidation",
                "4f2c9d1e-77aa"));
    for (String project : List.of("helios", "osaka")) {
      Roster seen = session.roster(project);
      JournalEntry begun =
          publisher.publish(
              seen,
              RosterChange.between(
                  seen.members(), seen.members().subList(1, seen.members().size())),
              "");
      ticker.open();
      publisher.await(begun.id(), Duration.ofSeconds(20));
    }
    // What was told on other threads waits for this one.
    var told = new Object();
    Platform.runLater(() -> Platform.exitNestedEventLoop(told, null));
    Platform.enterNestedEventLoop(told);
  }

  @Test
  void loading() throws Exception {
    Pictures.unanswered("history-loading", "nav-history", ColorScheme.LIGHT);
  }

  @Test
  void exported() throws Exception {
    Pictures.picture(
        "history-exported-1000",
        ColorScheme.LIGHT,
        1000,
        700,
        Past.company(),
        page -> {
          open(page, "Atlas");
          page.files().choosing(folder);
          page.click("history-export");
        });
  }

  private static void open(Pictures.Page page, String words) {
    page.click("nav-history");
    TableView<?> table = page.find("history-table", TableView.class);
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).toString().contains(words)) {
        table.getSelectionModel().clearAndSelect(i);
        return;
      }
    }
    throw new AssertionError("no row has " + words);
  }

  @SuppressWarnings("unchecked")
  private static void choose(Pictures.Page page, String id, String word) {
    ComboBox<Optional<?>> box = page.find(id, ComboBox.class);
    box.setValue(
        box.getItems().stream()
            .filter(choice -> choice.toString().contains(word))
            .findFirst()
            .orElseThrow());
  }
}
