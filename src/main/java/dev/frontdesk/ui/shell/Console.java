package dev.frontdesk.ui.shell;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Release;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.behaviours.BehavioursView;
import dev.frontdesk.ui.cache.CacheView;
import dev.frontdesk.ui.history.HistoryView;
import dev.frontdesk.ui.kit.Confirmation;
import dev.frontdesk.ui.kit.Identity;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Theme;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.MembersView;
import dev.frontdesk.ui.probe.ProbeView;
import dev.frontdesk.ui.purge.PurgeView;
import dev.frontdesk.ui.shell.Sidebar.Place;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The console's window. It stands at once; the connection is opened behind it, and pages are made
 * when they are first shown.
 */
public final class Console {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 640;
  private static final double HEAD = 68;
  private static final double LINE = 4;

  private final Tools tools;
  private final ConnectionPicker picker;
  private final Sidebar sidebar;
  private final Curtain curtain;
  private final Label title = Labels.plain("", Styles.PAGE_TITLE);
  private final Label line = Labels.muted("");
  private final HBox aside = new HBox();
  private final StackPane content = new StackPane();

  /** The page, and what comes over it unasked. */
  private final StackPane front = new StackPane(content);

  private final HBox root = new HBox();
  private final Map<Place, Page> pages = new EnumMap<>(Place.class);
  private final Timeline seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> second()));
  private Optional<Session> session = Optional.empty();
  private Optional<NoticesView> notices = Optional.empty();
  private Place place = Place.MEMBERS;
  private @Nullable Stage stage;
  private int attempts;

  /**
   * @param choices at least one; the first is opened
   */
  public Console(Tools tools, List<ConnectionChoice> choices) {
    this.tools = tools;
    this.curtain = new Curtain(tools.work());
    this.picker = new ConnectionPicker(choices, tools, this::open);
    this.sidebar = new Sidebar(tools, picker.button(), this::show);
    var strip = Room.high(LINE, Styles.styled(new Region(), "environment-line"));
    var words = new VBox(title, line);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    aside.setAlignment(Pos.CENTER_RIGHT);
    aside.setMinWidth(Region.USE_PREF_SIZE);
    var head = Styles.styled(new HBox(16, words, Labels.spring(), aside), "page-head");
    head.setAlignment(Pos.CENTER_LEFT);
    Room.high(HEAD, head);
    content.setMinHeight(0);
    Room.rest(front);
    var right = new VBox(strip, head, front);
    right.setMinWidth(0);
    // It takes what the sidebar leaves: how wide it would like to be is not worth finding out.
    right.setPrefWidth(0);
    Room.asHighAsRow(right);
    HBox.setHgrow(right, Priority.ALWAYS);
    root.getChildren().addAll(Room.asHighAsRow(sidebar), right);
    seconds.setCycleCount(Animation.INDEFINITE);
    open(picker.chosen());
  }

  /** What the window shows; for a scene of one's own. */
  public Parent root() {
    if (stage == null) {
      curtain.lift();
    }
    return root;
  }

  /** Puts it into a window, and opens that. */
  public void show(Stage window) {
    stage = window;
    var scene = new Scene(root, WIDTH, HEIGHT);
    Theme.follow(scene);
    shortcuts(scene);
    window.setScene(scene);
    window.setMinWidth(LEAST_WIDTH);
    window.setMinHeight(LEAST_HEIGHT);
    retitle();
    window.setOnCloseRequest(request -> {
      int unpublished = pages.values().stream().mapToInt(Page::unpublished).sum();
      if (unpublished > 0) {
        request.consume();
        askToDiscard(unpublished, window);
      }
    });
    // Nothing is refreshed for a window that nobody sees.
    window
        .showingProperty()
        .subscribe(showing -> {
          if (showing) {
            seconds.play();
          } else {
            seconds.stop();
          }
        });
    // Styled while what the page shows is read.
    root.applyCss();
    curtain.over(window);
    // Read and scaled after the first picture, which nobody misses it in.
    tools
        .work()
        .behind(() -> {
          var icon = Console.class.getResourceAsStream("/dev/frontdesk/ui/icon.png");
          if (icon != null) {
            window.getIcons().add(new Image(icon));
          }
        });
  }

  /** A publication under way goes on at the next start; edits that nobody published do not. */
  private void askToDiscard(int unpublished, Stage window) {
    Confirmation.ask(
        root,
        new Confirmation.Question(
            tools.text("close.question"),
            tools.text("close.numbers", unpublished),
            tools.text("close.discard", unpublished),
            tools.text("cancel")),
        window::close);
  }

  /**
   * Says at the window's edge that there is a newer version.
   *
   * @param browse opens the page where one gets it
   */
  public void tell(Release newer, Consumer<URI> browse) {
    sidebar.tell(newer, browse);
  }

  /** Stops what runs, and ends the connection; returns when it has ended. Call it once, last. */
  public void close() {
    attempts++;
    curtain.close();
    seconds.stop();
    closePages();
    session.ifPresent(open -> open.close());
    session = Optional.empty();
  }

  private void shortcuts(Scene scene) {
    Map<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (Place each : Place.values()) {
      KeyCode digit = KeyCode.getKeyCode(each.digit);
      keys.put(
          new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
          () -> session.ifPresent(_ -> show(each)));
    }
    keys.put(
        new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN),
        () -> page().ifPresent(page -> page.searchField().requestFocus()));
    keys.put(new KeyCodeCombination(KeyCode.F5), () -> page().ifPresent(Page::reload));
  }

  private Optional<Page> page() {
    return Optional.ofNullable(pages.get(place));
  }

  /** What is iconified nobody sees, and reading costs calls; it catches up when it comes back. */
  private void second() {
    Stage window = stage;
    if (window != null && window.isIconified()) {
      return;
    }
    tools.now().tick();
    page().ifPresent(Page::tick);
    notices.ifPresent(NoticesView::tick);
  }

  // Connections

  private void open(ConnectionChoice choice) {
    closePages();
    session.ifPresent(this::end);
    session = Optional.empty();
    int attempt = ++attempts;
    root.getStyleClass().removeIf(style -> style.startsWith("environment-"));
    root.getStyleClass().add("environment-" + choice.setting().word());
    sidebar.enable(false);
    sidebar.show(place);
    sidebar.signedIn("…", "");
    head();
    aside.getChildren().clear();
    content.getChildren().clear();
    curtain.atRise(() -> {
      if (attempt == attempts && content.getChildren().isEmpty()) {
        content.getChildren().setAll(new OpeningPane(choice, tools));
      }
    });
    tools
        .work()
        .run(
            choice.opening(),
            open -> {
              if (attempt == attempts) {
                opened(open);
              } else {
                end(open);
              }
            },
            problem -> {
              if (attempt == attempts) {
                failed(choice, problem);
              }
            });
  }

  /** In the background: it waits for writes under way. */
  private void end(Session old) {
    tools
        .work()
        .run(
            () -> {
              old.close();
              return true;
            },
            _ -> {},
            _ -> {});
  }

  private void opened(Session open) {
    session = Optional.of(open);
    sidebar.enable(true);
    listen(open);
    show(place);
    tools
        .work()
        .runBehind(
            open.who()::get,
            who -> sidebar.signedIn(Identity.shortened(who), who),
            _ -> sidebar.signedIn(tools.text("signed-in.not-known"), ""));
  }

  /** To what this desk does there, whichever page is open. */
  private void listen(Session open) {
    var news =
        new NewsModel(
            open.publisher(),
            tools.work(),
            tools.now(),
            entry -> page().filter(front -> front.shows(entry)).isPresent());
    news.open().subscribe(count -> sidebar.open(count.intValue()));
    var view = new NoticesView(news, tools, content, this::openInHistory);
    notices = Optional.of(view);
    front.getChildren().setAll(content, view);
  }

  private void failed(ConnectionChoice choice, Problem problem) {
    var banner = Ids.give("problem-banner", new ProblemBanner(tools.texts(), () -> {}));
    banner.show(Optional.of(problem), () -> open(choice));
    content.getChildren().setAll(new VBox(banner));
    curtain.ready();
    sidebar.signedIn(tools.text("signed-in.not-known"), "");
  }

  private void closePages() {
    notices.ifPresent(NoticesView::close);
    notices = Optional.empty();
    front.getChildren().setAll(content);
    pages.values().forEach(Page::close);
    pages.clear();
  }

  // Pages

  private void show(Place to) {
    place = to;
    sidebar.show(to);
    head();
    session.ifPresent(open -> {
      Page page = pages.computeIfAbsent(to, _ -> make(to, open));
      content.getChildren().setAll(page.content());
      aside.getChildren().setAll(page.aside());
      page.shown();
      curtain.awaits(page.settled());
      notices.ifPresent(NoticesView::tick);
    });
  }

  private Page make(Place of, Session open) {
    return switch (of) {
      case MEMBERS -> new MembersView(open, tools, this::openInHistory, this::probe);
      case PURGE -> new PurgeView(open, tools, this::openInHistory);
      case HISTORY -> new HistoryView(open, tools, this::takeBack, this::purgeAgain, this::probe);
      case CACHE -> new CacheView(open, tools, this::openInHistory);
      case BEHAVIOURS -> new BehavioursView(open, tools, this::probe, this::purgePath);
      case PROBE ->
          new ProbeView(open, tools, new ProbeView.Deeds(this::purgePath, this::explainPath));
    };
  }

  private void openInHistory(String entryId) {
    show(Place.HISTORY);
    if (pages.get(Place.HISTORY) instanceof HistoryView history) {
      history.choose(entryId);
    }
  }

  /** Puts what was purged once into the Purge page; nothing is sent. */
  private void purgeAgain(List<String> items, String reason) {
    show(Place.PURGE);
    if (pages.get(Place.PURGE) instanceof PurgeView purge) {
      purge.fill(items, reason);
    }
  }

  private void purgePath(String path) {
    purgeAgain(List.of(path), "");
  }

  /** Puts a path into the Probe page, and asks for it. */
  private void probe(String path) {
    show(Place.PROBE);
    if (pages.get(Place.PROBE) instanceof ProbeView probe) {
      probe.ask(path);
    }
  }

  /** Puts a path into the Behaviours page, and explains it. */
  private void explainPath(String path) {
    show(Place.BEHAVIOURS);
    if (pages.get(Place.BEHAVIOURS) instanceof BehavioursView behaviours) {
      behaviours.explain(path);
    }
  }

  private void takeBack(JournalEntry publication) {
    show(Place.MEMBERS);
    if (pages.get(Place.MEMBERS) instanceof MembersView members) {
      members.takeBack(publication);
    }
  }

  private void head() {
    title.setText(tools.text("page." + place.word + ".title"));
    line.setText(tools.text("page." + place.word + ".line"));
    retitle();
  }

  private void retitle() {
    if (stage != null) {
      stage.setTitle(tools.text("window.title", title.getText(), picker.chosen().name()));
    }
  }
}
