package dev.frontdesk.ui.cache;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Session;
import dev.frontdesk.texts.MetricsText;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Cache page: hit ratio, requests, errors and latency, and what purges did to them. */
public final class CacheView implements Page {
  private static final String DIMMED = "dimmed";

  private final Tools tools;
  private final CacheModel model;
  private final CacheAside aside;
  private final ProblemBanner banner;
  private final FigureGrid figures;
  private final Label notice = Ids.give("cache-notice", Labels.wrapped(""));
  private final HBox noticeBar;
  private final EffectStrip effect;
  private final ChartStack charts;
  private final ScrollPane chartsBelow;
  private final CacheTable table;
  private final SkeletonRows skeleton = new SkeletonRows(14, 160, 320, 240);
  private final StackPane sentence = new StackPane();
  private final CacheFoot foot;
  private final VBox content;

  /**
   * @param openInHistory shows an entry, by its id, on the History page
   */
  public CacheView(Session session, Tools tools, Consumer<String> openInHistory) {
    this.tools = tools;
    this.model =
        new CacheModel(
            session.metrics(),
            session.history(tools.now().clock())::read,
            session.publisher(),
            tools.work(),
            tools.now(),
            Ticker.system());
    this.aside = new CacheAside(model, tools);
    this.banner =
        Ids.give("problem-banner", new ProblemBanner(tools.texts(), model::dismissProblem));
    this.figures = new FigureGrid(tools);
    MarkActions actions = actions(openInHistory);
    this.effect = new EffectStrip(tools, actions);
    this.charts = new ChartStack(tools, actions);
    this.chartsBelow = Ids.give("cache-charts", new ScrollPane(charts));
    chartsBelow.setFitToWidth(true);
    chartsBelow.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    chartsBelow.setAccessibleText(tools.text("cache.charts"));
    this.table = new CacheTable(tools, actions);
    this.foot = new CacheFoot(session.connection().isSandbox(), tools);
    this.noticeBar = Styles.styled(new HBox(8, Icon.INFO.view(), notice), "cache-notice");
    noticeBar.setAlignment(Pos.CENTER_LEFT);
    notice.setMinWidth(0);
    HBox.setHgrow(notice, Priority.ALWAYS);
    skeleton.setStyle("-fx-padding: 16 24 0 24;");
    this.content = build();
    model.seen().subscribe(this::refresh);
    model.marks().subscribe(this::refresh);
    model.range().subscribe(this::refresh);
    model.historyTrouble().subscribe(this::refresh);
    model
        .problem()
        .subscribe(problem -> {
          banner.show(problem, model::load);
          refresh();
        });
    aside.table().subscribe(this::refresh);
    refresh();
  }

  private MarkActions actions(Consumer<String> openInHistory) {
    return new MarkActions() {
      @Override
      public void open(String entryId) {
        openInHistory.accept(entryId);
      }

      @Override
      public void lookAt(List<Mark> marks) {
        model.lookAt(marks);
      }

      @Override
      public void restOn(List<Mark> marks) {
        model.restOn(marks);
      }
    };
  }

  private VBox build() {
    var body = Room.rest(new StackPane(chartsBelow, table.table(), skeleton, sentence));
    body.setMinWidth(0);
    return new VBox(banner, figures, noticeBar, effect, body, foot);
  }

  // What it shows

  private void refresh() {
    Load<Seen> load = model.seen().get();
    Optional<Seen> newest = load.newest();
    newest.ifPresent(this::fill);
    boolean empty = newest.filter(it -> it.isWithoutPoints() || it.isWithoutRequests()).isPresent();
    boolean full = newest.isPresent() && !empty;
    boolean failed = newest.isEmpty() && load.trouble().isPresent();
    skeleton.setVisible(newest.isEmpty() && !failed);
    chartsBelow.setVisible(full && !aside.table().get());
    table.table().setVisible(full && aside.table().get());
    sentence.setVisible(empty || failed);
    if (failed) {
      effect.showNothing(tools.text("cache.unread-title"));
      say("cache.unread-title", "cache.unread");
    } else if (empty) {
      if (newest.orElseThrow().isWithoutPoints()) {
        say("cache.no-points-title", "metrics.no-points");
      } else {
        say("cache.none-title", "cache.none");
      }
    }
    for (Node node : List.of(figures, effect, chartsBelow, table.table())) {
      node.getStyleClass().remove(DIMMED);
      if (newest.isPresent() && model.isOld()) {
        node.getStyleClass().add(DIMMED);
      }
    }
    List<String> notices = newest.map(this::notices).orElse(List.of());
    notice.setText(String.join("\n", notices));
    noticeBar.setVisible(!notices.isEmpty());
    noticeBar.setManaged(!notices.isEmpty());
  }

  private void fill(Seen seen) {
    Marks marks = model.marks().get();
    figures.show(seen);
    effect.show(marks);
    foot.show(seen, model.asked().get());
    // What is not looked at is not drawn either.
    if (aside.table().get()) {
      table.show(seen, marks);
    } else {
      charts.show(seen, marks);
    }
  }

  /** Keys of a title and the sentence below it. */
  private void say(String title, String words) {
    sentence
        .getChildren()
        .setAll(new EmptyState(Icon.ACTIVITY, tools.text(title), tools.text(words)));
  }

  /**
   * What stands beside the figures, each in a sentence. Nothing that comes of the mouse's resting
   * somewhere: the charts would move away from below it.
   */
  private List<String> notices(Seen seen) {
    List<String> notices = new ArrayList<>(MetricsText.notices(seen.reading(), tools.texts()));
    model
        .historyTrouble()
        .get()
        .ifPresent(problem -> notices.add(tools.text("cache.history-missing", sentence(problem))));
    return notices;
  }

  private String sentence(Problem problem) {
    return ProblemText.of(problem, tools.texts()).sentence();
  }

  // The page

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public Node aside() {
    return aside;
  }

  @Override
  public void shown() {
    model.tick();
  }

  @Override
  public void tick() {
    model.tick();
  }

  @Override
  public void reload() {
    model.load();
  }

  /** There is nothing to search: the range is what people choose by. */
  @Override
  public Node searchField() {
    return aside.chosen();
  }

  @Override
  public void close() {
    model.close();
  }
}
