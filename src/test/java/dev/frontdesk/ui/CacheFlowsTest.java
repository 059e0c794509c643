package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Metric;
import dev.frontdesk.caching.MetricsReading;
import dev.frontdesk.caching.MetricsWindow;
import dev.frontdesk.fakes.FakeReading;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What is read off the Cache page, by mouse, by keyboard and by those who do not see it. */
class CacheFlowsTest extends WindowTest {
  private static final String FOREIGN = "I2FOREIGNCI01";
  private static final String OTHER = "I2FOREIGNCI02";

  /** On the minute, so that it is known which period an instant falls into. */
  private final Instant purged =
      Instant.ofEpochSecond(Instant.now().getEpochSecond() / 300 * 300).minusSeconds(3_600);

  private final FakeSession session = FakeSession.company();

  @BeforeEach
  void measure() {
    session.metrics().put(CacheFlowsTest::steady);
  }

  @Test
  void figuresAreReadBack() throws Exception {
    openCache();
    await("the hit ratio", () -> said("hit-ratio-value").equals("90.0"));
    assertEquals("0.50", said("server-errors-value"));
    assertEquals("1.00", said("client-errors-value"));
    assertEquals("50", said("median-latency-value"));
    assertEquals("288", said("bytes-value"));
    assertEquals("28.8", said("bytes-uploaded-value"));
    for (String figure :
        List.of("client-errors", "server-errors", "median-latency", "latency", "bytes-uploaded")) {
      assertEquals("the same", said(figure + "-change"), figure);
    }
    assertEquals("200", said("latency-value"));
    assertEquals("the same", said("hit-ratio-change"));
    assertTrue(
        spoken("hit-ratio-value").startsWith("Hit ratio, an estimate: 90.0 % the same"),
        spoken("hit-ratio-value"));
    assertTrue(spoken("hit-ratio-chart").contains("last 90.0 %"), spoken("hit-ratio-chart"));
    assertTrue(spoken("requests-chart").contains("last 60"), spoken("requests-chart"));
    assertEquals("Whole distribution, not one path or behaviour.", said("cache-whose"));

    // Of an hour there are fewer requests, in points of a minute.
    robot.clickOn("#cache-range-1h");
    await("its requests", () -> requests() == 3_600);
    assertEquals("1h", root().lookup("#cache-range").getUserData());
    assertEquals(2, session.metrics().readings());
  }

  private int requests() {
    return (int) Double.parseDouble(said("requests-value").replace(",", ""));
  }

  @Test
  void whatAPurgeDidIsToldAndOpenedInTheHistory() throws Exception {
    session.metrics().put(this::fallen);
    openCache();
    await("its sentence", () -> text("purge-effect").startsWith("hit ratio 90.0 % → 60.0 %"));
    assertTrue(text("purge-effect-of").startsWith("Foreign invalidation of /static/*"));
    assertTrue(text("purge-effect").contains("back after 15 min"), text("purge-effect"));
    // 60 a minute for fifteen minutes, of which three in ten more than before.
    assertTrue(text("purge-effect").contains("270 more requests"), text("purge-effect"));
    robot.clickOn("#purge-effect-open");
    await("its details", () -> shown("history-repeat"));
  }

  @Test
  void aMarkLeadsIntoTheHistoryByKeyboard() throws Exception {
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    assertTrue(spoken("invalidation-" + FOREIGN).contains("Foreign invalidation of /static/*"));
    focus("invalidation-" + FOREIGN);
    robot.type(KeyCode.SPACE);
    await("its details", () -> shown("history-repeat"));
  }

  /** Of a month a point covers hours: what is looked at is read by finer ones, once. */
  @Test
  void whatAPurgeDidIsReadWhereSomebodyGoesToIt() throws Exception {
    session.metrics().put(this::fallen);
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    robot.clickOn("#cache-range-30d");
    await("what to do", () -> text("purge-effect").contains("go to it with Tab"));
    int before = session.metrics().readings();
    focus("invalidation-" + FOREIGN);
    await("its sentence", () -> text("purge-effect").startsWith("hit ratio 90.0 % → 60.0 %"));
    await(
        "the same at the label",
        () -> spoken("invalidation-" + FOREIGN).contains("hit ratio 90.0 % → 60.0 %"));
    assertEquals(before + 1, session.metrics().readings());
    focus("cache-range-30d");
    focus("invalidation-" + FOREIGN);
    robot.type(KeyCode.SPACE);
    await("its details", () -> shown("history-repeat"));
    assertEquals(before + 1, session.metrics().readings());
  }

  /** A layout makes no new hover: it may be open. */
  @Test
  void aHoverOutlivesALayout() throws Exception {
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    Button mark = (Button) root().lookup("#invalidation-" + FOREIGN);
    Tooltip hover = mark.getTooltip();
    robot.interact(() -> {
      mark.getParent().requestLayout();
      mark.getParent().layout();
    });
    assertSame(mark, root().lookup("#invalidation-" + FOREIGN));
    assertSame(hover, mark.getTooltip());
    assertTrue(hover.getText().contains("Foreign invalidation of /static/*"), hover.getText());
  }

  @Test
  void theTableHasTheSameFigures() throws Exception {
    openCache();
    focus("cache-table-button");
    robot.type(KeyCode.SPACE);
    await("the table", () -> shown("cache-table"));
    TableView<?> table = (TableView<?>) root().lookup("#cache-table");
    assertEquals(288, table.getItems().size());
    focus("cache-table");
    int row = rowOfThePurge(table);
    robot.interact(() -> table.getSelectionModel().select(row));
    robot.type(KeyCode.ENTER);
    await("its details", () -> shown("history-repeat"));
  }

  /** Each of them is reached by keyboard. */
  @Test
  void aRowOfSeveralOpensAList() throws Exception {
    openCache();
    putAnother();
    robot.type(KeyCode.F5);
    focus("cache-table-button");
    robot.type(KeyCode.SPACE);
    await("the table", () -> shown("cache-table"));
    TableView<?> table = (TableView<?>) root().lookup("#cache-table");
    await("both", () -> table.getItems().get(rowOfThePurge(table)).toString().contains(OTHER));
    focus("cache-table");
    robot.interact(() -> table.getSelectionModel().select(rowOfThePurge(table)));
    robot.type(KeyCode.ENTER);
    await("the list", () -> menu().isPresent());
    assertEquals(2, menu().orElseThrow().getItems().size());
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    await("the second's details", () -> shown("history-repeat"));
    assertTrue(menu().isEmpty());
  }

  private void putAnother() {
    session
        .invalidator()
        .put(
            new Invalidation(
                OTHER, purged.plusSeconds(61), true, "cli-1795356191", List.of("/images/*")));
  }

  /** A new invalidation that joins the label takes nothing away from whoever is at it. */
  @Test
  void aLabelThatAnotherJoinsKeepsTheFocus() throws Exception {
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    focus("invalidation-" + FOREIGN);
    Node before = focused();
    putAnother();
    robot.type(KeyCode.F5);
    await("both", () -> spoken("invalidation-" + FOREIGN).contains("/images/*"));
    assertSame(before, focused());
    assertTrue(spoken("invalidation-" + FOREIGN).contains("Opens a list"));
  }

  private static int rowOfThePurge(TableView<?> table) {
    for (int i = 0; i < table.getItems().size(); i++) {
      if (table.getItems().get(i).toString().contains(FOREIGN)) {
        return i;
      }
    }
    throw new AssertionError("no row has " + FOREIGN);
  }

  @Test
  void aProblemIsToldAndMended() throws Exception {
    session
        .metrics()
        .put(_ -> {
          throw new ProblemException(
              new Problem.Denied("GetMetricData", "not authorized", "4f2c9d1e-77aa"));
        });
    openCache();
    await("the problem", () -> shown("problem-banner"));
    session.metrics().put(CacheFlowsTest::steady);
    robot.clickOn("#problem-retry");
    await("the hit ratio", () -> said("hit-ratio-value").equals("90.0"));
    assertTrue(!shown("problem-banner"));
  }

  @Test
  void everythingIsReachedByTab() throws Exception {
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    Set<String> reached = reachedByTab("nav-cache", 20);
    Set<String> wanted =
        new HashSet<>(
            Set.of(
                "cache-range-24h",
                "cache-table-button",
                "purge-effect-open",
                "invalidation-" + FOREIGN));
    wanted.removeAll(reached);
    assertEquals(Set.of(), wanted, () -> "Tab reached only " + reached);
  }

  @Test
  void everyControlHasANameForThoseWhoDoNotSeeIt() throws Exception {
    openCache();
    await("its mark", () -> shown("invalidation-" + FOREIGN));
    List<String> nameless = new ArrayList<>();
    int controls = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> walk(root(), nameless));
    assertEquals(List.of(), nameless);
    assertTrue(controls > 12, () -> "only " + controls + " controls seen");
  }

  private void openCache() throws TimeoutException {
    session
        .invalidator()
        .put(
            new Invalidation(
                FOREIGN, purged.plusSeconds(1), true, "cli-1795356131", List.of("/static/*")));
    open(session.open());
    await("the pages", () -> shown("member-table"));
    withCtrl(KeyCode.DIGIT4);
    await("the page", () -> shown("cache-range"));
  }

  /** A request a second, nine in ten of them served from the cache. */
  private static FakeReading reading(MetricsWindow window) {
    return new FakeReading(window)
        .each(Metric.REQUESTS, _ -> window.period().toSeconds())
        .each(Metric.BYTES_DOWNLOADED, _ -> 1_000)
        .each(Metric.BYTES_UPLOADED, _ -> 100)
        .each(Metric.CLIENT_ERRORS, _ -> 0.01)
        .each(Metric.SERVER_ERRORS, _ -> 0.005)
        .each(Metric.HIT_RATIO, _ -> 0.9)
        .each(Metric.ORIGIN_LATENCY_P50, _ -> 50)
        .each(Metric.ORIGIN_LATENCY_P90, _ -> 200);
  }

  private static MetricsReading steady(MetricsWindow window) {
    return reading(window).read();
  }

  /** Six in ten for a quarter of an hour. */
  private MetricsReading fallen(MetricsWindow window) {
    return reading(window)
        .each(
            Metric.HIT_RATIO,
            start -> start.isBefore(purged) || !start.isBefore(purged.plusSeconds(900)) ? 0.9 : 0.6)
        .read();
  }

  private String text(String id) {
    return ((Text) root().lookup("#" + id)).getText();
  }

  private String spoken(String id) {
    return String.valueOf(root().lookup("#" + id).getAccessibleText());
  }
}
