package dev.frontdesk.ui;

import dev.frontdesk.problem.Problem;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The History page in its states. */
@ExtendWith(ApplicationExtension.class)
class HistoryGalleryTest {
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
