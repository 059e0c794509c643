package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Confirmation;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import dev.frontdesk.ui.purge.PickModel.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** The Purge page. */
public final class PurgeView implements Page {
  private static final double PANEL = 360;
  private static final double SMALL = 960;

  /** The input gives way before what stands below it has less than this. */
  private static final double LEAST_BELOW = 300;

  private static final double SMALL_PANEL = 312;

  private final Session session;
  private final Tools tools;
  private final PurgeModel model;
  private final InputPane input;
  private final RecentPurges recent;
  private final PublicationStrip strip;
  private final ProblemBanner banner;
  private final Label asOf = Labels.muted("");
  private final Parent content;

  /**
   * @param openInHistory shows an entry of the journal, by its id, on the History page
   */
  public PurgeView(Session session, Tools tools, Consumer<String> openInHistory) {
    this.session = session;
    this.tools = tools;
    this.model = new PurgeModel(session, tools.work(), tools.now(), tools.texts().locale());
    this.input = new InputPane(model, tools);
    this.recent = new RecentPurges(model, tools, openInHistory);
    this.strip =
        new PublicationStrip(
            tools, new PublicationStrip.Actions(model::retry, model::tryNow, openInHistory));
    this.banner =
        Ids.give("problem-banner", new ProblemBanner(tools.texts(), () -> model.dismissProblem()));
    this.content = build();
    listen();
  }

  private Parent build() {
    var left = new VBox(input, below());
    left.setMinWidth(0);
    HBox.setHgrow(left, Priority.ALWAYS);
    var panel =
        Styles.styled(
            new PlanPanel(model, session.connection().isSandbox(), tools, this::submit),
            Styles.PANEL);
    var upper = Room.rest(new HBox(left, panel));
    var page = Room.rest(new VBox(upper, strip));
    // In a small window what stands beside the table gives way a little too.
    page.widthProperty()
        .subscribe(width -> {
          boolean small = width.doubleValue() > 0 && width.doubleValue() < SMALL;
          double wide = small ? SMALL_PANEL : PANEL;
          panel.setMinWidth(wide);
          panel.setPrefWidth(wide);
          panel.setMaxWidth(wide);
        });
    return new VBox(banner, page);
  }

  /** What was pasted, as it is read; else what could be, and what was purged of late. */
  private Node below() {
    var empty =
        new EmptyState(Icon.ERASER, tools.text("purge.none-title"), tools.text("purge.none"));
    empty.setMinHeight(EmptyState.USE_PREF_SIZE);
    var start = new VBox(empty, recent);
    VBox.setVgrow(recent, Priority.ALWAYS);
    Node waiting = waiting();
    Node table = new ReadingTable(model, tools).table();
    Node picking = new PickPane(model, tools);
    var stack = new StackPane(start, waiting, table, picking);
    stack.setMinHeight(0);
    stack.setMinWidth(0);
    stack.setPrefWidth(0);
    stack.setPrefHeight(LEAST_BELOW);
    var clip = new Rectangle();
    clip.widthProperty().bind(stack.widthProperty());
    clip.heightProperty().bind(stack.heightProperty());
    stack.setClip(clip);
    VBox.setVgrow(stack, Priority.ALWAYS);
    Runnable choose =
        () -> {
          boolean picks = model.picks().step().get() != Step.NOTHING;
          boolean blank = model.input().get().isBlank();
          boolean read = model.plan().get().newest().isPresent();
          picking.setVisible(picks);
          start.setVisible(!picks && blank);
          waiting.setVisible(!picks && !blank && !read);
          table.setVisible(!picks && !blank && read);
        };
    model.picks().step().subscribe(choose);
    model.input().subscribe(choose);
    model.plan().subscribe(choose);
    return stack;
  }

  private Node waiting() {
    Label words = Labels.muted("");
    words.setMinHeight(32);
    words.setStyle("-fx-padding: 0 24 0 24;");
    var rows = new SkeletonRows(10, 64, 112, 320);
    rows.setStyle("-fx-padding: 0 24 0 24;");
    model
        .trouble()
        .subscribe(trouble -> {
          boolean failed = trouble.isPresent();
          words.setText(tools.text(failed ? "purge.not-read" : "purge.reading"));
          rows.setVisible(!failed);
        });
    return new VBox(words, rows);
  }

  private void listen() {
    model.shown().subscribe(this::showEntry);
    Runnable problems = this::showProblem;
    model.problem().subscribe(problems);
    model.trouble().subscribe(problems);
    model.plan().subscribe(problems);
    model.ground().subscribe(this::showAsOf);
    model
        .picks()
        .step()
        .subscribe((before, now) -> {
          if (before != Step.NOTHING && now == Step.NOTHING) {
            input.input().requestFocus();
            input.input().end();
          }
        });
  }

  private void showEntry(Optional<JournalEntry> shown) {
    shown.ifPresentOrElse(
        entry -> strip.show(entry, session.publisher().hands(entry)),
        () -> strip.showNone(tools.text("purge.strip-none"), tools.text("publication.none-yet")));
  }

  private void showProblem() {
    Optional<Problem> command = model.problem().get();
    Optional<Problem> reading = model.trouble().get().or(model.plan().get()::trouble);
    banner.show(command.or(() -> reading), command.isEmpty() ? model::reload : null);
  }

  private void showAsOf(Load<Ground> load) {
    load.newest()
        .flatMap(Ground::told)
        .map(PurgeCircumstances::asOf)
        .ifPresent(at -> {
          asOf.setText(tools.text("purge.as-of", tools.moments().time(at)));
          asOf.setTooltip(new Tooltip(tools.moments().exact(at)));
        });
  }

  /** What is asked is what is sent: the plan may be another when the answer comes. */
  private void submit() {
    if (model.obstacle().get().isEmpty()) {
      model.plan().get().newest().ifPresent(this::submit);
    }
  }

  private void submit(Planned planned) {
    Runnable send = () -> model.submit(planned);
    PurgeWords.question(planned, session.connection(), tools)
        .ifPresentOrElse(asked -> Confirmation.ask(content, asked, send), send);
  }

  /**
   * Pastes what was purged once, for it to be purged again. Nothing is sent.
   *
   * @param items as they travelled
   * @param reason of that time
   */
  public void fill(List<String> items, String reason) {
    model.fill(items, reason);
    input.input().requestFocus();
  }

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public Node aside() {
    return asOf;
  }

  @Override
  public void shown() {
    model.load();
  }

  @Override
  public void tick() {
    model.tick();
    strip.tick();
    recent.tick();
  }

  @Override
  public void reload() {
    model.reload();
  }

  @Override
  public Node searchField() {
    return input.input();
  }

  @Override
  public boolean shows(JournalEntry entry) {
    return strip.shows(entry);
  }

  @Override
  public void close() {
    model.close();
  }
}
