package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Ticker;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.LiveHistory.Condition;
import dev.frontdesk.ui.kit.LiveHistory.Stage;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
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
  private final FilterBar filters;
  private final ProblemBanner banner;
  private final HistoryAside aside;
  private final Parent content;

  /**
   * @param takeBack prepares the change that takes a publication back, on the Members page
   * @param purgeAgain prepares the purge of these items for this reason, on the Purge page
   * @param probe asks for a path at edge and origin, on the Probe page
   */
  public HistoryView(
      Session session,
      Tools tools,
      Consumer<JournalEntry> takeBack,
      BiConsumer<List<String>, String> purgeAgain,
      Consumer<String> probe) {
    this.tools = tools;
    this.model =
        new HistoryModel(
            session.publisher(),
            session.history(tools.now().clock())::read,
            tools.work(),
            tools.now(),
            tools.moments(),
            Ticker.system());
    this.table = new HistoryTable(model, tools, this::intoDetails);
    this.details =
        new DetailsPane(
            tools,
            model::hands,
            new DetailsPane.Deeds(
                new PublicationStrip.Actions(model::retry, model::tryNow, this::choose),
                takeBack,
                purgeAgain,
                probe),
            session.connection(),
            () -> table.table().requestFocus());
    this.filters = new FilterBar(model, tools);
    this.banner = new ProblemBanner(tools.texts(), model::dismissProblem);
    Ids.give("problem-banner", banner);
    var export = new ExportModel(tools.work(), tools.texts(), model::tell);
    this.aside = new HistoryAside(model, export, tools);
    this.content = build();
    model.list().subscribe(table::show);
    model.condition().subscribe(this::came);
    model.filter().subscribe(this::placeholder);
    model.chosen().subscribe(this::details);
    model.problem().subscribe(this::banner);
  }

  private Parent build() {
    var skeleton = new SkeletonRows(16, 100, 112, 200, 80, 80);
    skeleton.setStyle("-fx-padding: 32 24 0 24;");
    skeleton
        .visibleProperty()
        .bind(model.condition().map(condition -> condition.stage() == Stage.BEGUN));
    table.table().visibleProperty().bind(skeleton.visibleProperty().not());
    var rows = new StackPane(table.table(), skeleton);
    rows.setMinWidth(0);
    rows.setPrefWidth(0);
    Room.rest(rows);
    var left = Styles.styled(new VBox(filters, rows, new HistoryFoot(model, tools)), "history");
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    var page = Room.rest(new HBox(left, details));
    // In a small window the details give way a little too.
    page.widthProperty().subscribe(width -> details.narrow(width.doubleValue() < SMALL));
    return new VBox(banner, page);
  }

  private void came(Condition condition) {
    banner();
    details();
    placeholder();
  }

  private void banner() {
    boolean reading = model.problem().get().isEmpty();
    banner.show(model.told(), reading ? model::load : null);
  }

  private void details() {
    details.show(model.chosen().get(), model.condition().get().detailsComing());
  }

  private void placeholder() {
    boolean unread = model.condition().get().stage() == Stage.FAILED;
    String word = unread ? "unread" : model.filter().get().isNone() ? "none" : "not-found";
    table
        .table()
        .setPlaceholder(
            new EmptyState(
                word.equals("not-found") ? Icon.SEARCH : Icon.HISTORY,
                tools.text("history." + word + "-title"),
                tools.text("history." + word)));
  }

  private void intoDetails() {
    details.focusDeeds();
  }

  /** Shows an entry's details, by its id. */
  public void choose(String id) {
    model.reset();
    model.choose(id);
    table.reveal();
  }

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
    model.refresh();
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
    return filters.field();
  }

  @Override
  public boolean shows(JournalEntry entry) {
    return true;
  }

  @Override
  public void close() {
    model.close();
  }
}
