package dev.frontdesk.ui.history;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.SearchField;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The History page. */
public final class HistoryView implements Page {
  private static final double SMALL = 960;

  private final Tools tools;
  private final HistoryModel model;
  private final HistoryTable table;
  private final DetailsPane details;
  private final SearchField search;
  private final ProblemBanner banner;
  private final Label live = Labels.muted("");
  private final Label foot = Labels.muted("");
  private final Parent content;

  /**
   * @param takeBack prepares the change that takes a publication back, on the Members page
   */
  public HistoryView(Session session, Tools tools, Consumer<JournalEntry> takeBack) {
    this.tools = tools;
    this.model = new HistoryModel(session, tools.work(), tools.now(), tools.moments());
    this.table = new HistoryTable(model, tools);
    this.details =
        new DetailsPane(
            tools,
            model::hands,
            new PublicationStrip.Actions(model::retry, model::tryNow, this::choose),
            takeBack);
    this.search = new SearchField("history-search", tools.text("history.search"));
    this.banner = new ProblemBanner(tools.texts(), model::dismissProblem);
    Ids.give("problem-banner", banner);
    search.field().textProperty().bindBidirectional(model.search());
    this.content = build();
    model.rows().subscribe(load -> load.newest().ifPresent(table::show));
    model.rows().subscribe(this::foot);
    model.entries().subscribe(this::came);
    model.chosen().subscribe(entry -> details.show(entry));
    model.problem().subscribe(() -> came(model.entries().get()));
  }

  private Parent build() {
    search.setPrefWidth(240);
    search.setMaxWidth(320);
    var bar = Styles.styled(new HBox(search, Labels.spring()), Styles.TOOLBAR, "wide");
    bar.setAlignment(Pos.CENTER_LEFT);
    var skeleton = new SkeletonRows(16, 100, 112, 200, 80, 80);
    skeleton.setStyle("-fx-padding: 32 24 0 24;");
    skeleton
        .visibleProperty()
        .bind(model.entries().map(load -> load.isLoading() && load.newest().isEmpty()));
    table.table().visibleProperty().bind(skeleton.visibleProperty().not());
    var rows = new StackPane(table.table(), skeleton);
    rows.setMinHeight(0);
    rows.setMinWidth(0);
    rows.setPrefWidth(0);
    VBox.setVgrow(rows, Priority.ALWAYS);
    var bottom = Styles.styled(new HBox(foot), "foot", "history-foot");
    bottom.setAlignment(Pos.CENTER_LEFT);
    var left = Styles.styled(new VBox(bar, rows, bottom), "history");
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    var page = new HBox(left, details);
    page.setMinHeight(0);
    // In a small window the details give way a little too.
    page.widthProperty().subscribe(width -> details.narrow(width.doubleValue() < SMALL));
    VBox.setVgrow(page, Priority.ALWAYS);
    return new VBox(banner, page);
  }

  private void came(Load<List<JournalEntry>> load) {
    Optional<Problem> command = model.problem().get();
    boolean reading = command.isEmpty() && load.trouble().isPresent();
    banner.show(command.or(load::trouble), reading ? model::load : null);
    live.setText(
        switch (load) {
          case Load.Loaded<List<JournalEntry>> _ -> tools.text("history.live");
          case Load.Failed<List<JournalEntry>> _ -> tools.text("history.not-live");
          case Load.Idle<List<JournalEntry>> _, Load.Loading<List<JournalEntry>> _ ->
              live.getText();
        });
  }

  private void foot() {
    int shown =
        (int)
            model.rows().get().newest().orElse(List.of()).stream()
                .filter(HistoryRow.Entry.class::isInstance)
                .count();
    int all = model.entries().get().newest().map(List::size).orElse(0);
    boolean searching = !model.search().get().isBlank();
    foot.setText(
        searching ? tools.text("history.found", shown, all) : tools.text("history.entries", shown));
    table
        .table()
        .setPlaceholder(
            searching
                ? new EmptyState(
                    Icon.SEARCH,
                    tools.text("history.not-found-title"),
                    tools.text("history.not-found"))
                : new EmptyState(
                    Icon.HISTORY, tools.text("history.none-title"), tools.text("history.none")));
  }

  /** Shows an entry's details, by its id. */
  public void choose(String id) {
    search.field().clear();
    model.choose(id);
  }

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public Node aside() {
    return live;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void tick() {
    model.tick();
    table.tick();
  }

  @Override
  public void reload() {
    model.load();
  }

  @Override
  public Node searchField() {
    return search.field();
  }

  @Override
  public void close() {
    model.close();
  }
}
