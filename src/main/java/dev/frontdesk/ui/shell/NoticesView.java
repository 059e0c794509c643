package dev.frontdesk.ui.shell;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.ui.kit.EntryWords;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Remark;
import dev.frontdesk.ui.kit.Remarks;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.shell.NewsModel.Notice;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Notices at the bottom right of a page, over no control of it. */
final class NoticesView extends VBox {
  private static final double WIDTH = 328;
  private static final double MARGIN = 16;

  private final NewsModel model;
  private final Tools tools;
  private final Remarks remarks;
  private final Consumer<String> open;
  private final Parent page;

  /** From the corner to where the notices are: to the left, and up. */
  private Point2D way = Point2D.ZERO;

  /**
   * @param page over which the notices are
   * @param open shows an entry in the history, by its id
   */
  NoticesView(NewsModel model, Tools tools, Parent page, Consumer<String> open) {
    super(8);
    this.model = model;
    this.tools = tools;
    this.remarks = new Remarks(tools);
    this.page = page;
    this.open = open;
    Ids.give("notices", this);
    setMinWidth(WIDTH);
    setMaxSize(WIDTH, USE_PREF_SIZE);
    StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
    hoverProperty().or(focusWithinProperty()).subscribe(model::hold);
    model.notices().subscribe(this::show);
  }

  private void show(List<Notice> notices) {
    // The newest lowest, where the eye has found the ones before.
    getChildren().clear();
    for (int i = 0; i < notices.size(); i++) {
      getChildren().add(line(notices.get(i), notices.size() - i));
    }
    setVisible(!notices.isEmpty());
    place();
  }

  /** A second has passed, or another page is open. */
  void tick() {
    model.tick();
    place();
  }

  void close() {
    model.close();
  }

  /** Keeps clear of the page's controls, which may have moved; stays where it is while it can. */
  private void place() {
    if (getScene() == null || getChildren().isEmpty()) {
      return;
    }
    // A page that has just come to the front has its controls nowhere before it is laid out.
    page.applyCss();
    page.layout();
    applyCss();
    Bounds whole = page.localToScene(page.getLayoutBounds());
    double height = prefHeight(WIDTH);
    var corner =
        new BoundingBox(
            whole.getMaxX() - MARGIN - WIDTH, whole.getMaxY() - MARGIN - height, WIDTH, height);
    List<Bounds> controls = FreeCorner.controls(page);
    if (!FreeCorner.isFree(FreeCorner.moved(corner, way.getX(), way.getY()), controls)) {
      way = FreeCorner.way(corner, controls, whole);
    }
    setTranslateX(-MARGIN - way.getX());
    setTranslateY(-MARGIN - way.getY());
  }

  /**
   * @param place from below, from 1
   */
  private Node line(Notice notice, int place) {
    JournalEntry entry = notice.entry();
    Label title = Labels.plain(EntryWords.title(entry, tools), Styles.STRONG);
    title.setMinWidth(0);
    Label state = Labels.plain("", "state");
    state.setMinWidth(USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    var close =
        Styles.styled(
            Ids.give("notice-close-" + place, new Button(null, Icon.X.view())),
            Styles.FLAT,
            "icon-button");
    close.setAccessibleText(tools.text("banner.dismiss"));
    Hover.say(close, tools.text("banner.dismiss"));
    close.setOnAction(_ -> model.dismiss(entry.id()));
    var first = new HBox(8, title, Labels.spring(), state, close);
    first.setAlignment(Pos.CENTER_LEFT);
    Label more = Labels.wrapped(sentence(notice), Styles.MUTED);
    var look =
        Styles.styled(
            Ids.give("notice-open-" + place, new Button(tools.text("publication.in-history"))),
            Styles.COMPACT);
    // All of the notice for who does not see it: nothing else in it has the focus.
    look.setAccessibleText(
        tools.text(
            "notice.accessible", title.getText(), state.getText(), more.getText(), look.getText()));
    look.setOnAction(_ -> open(entry));
    look.setMinWidth(USE_PREF_SIZE);
    more.setMinWidth(0);
    HBox.setHgrow(more, Priority.ALWAYS);
    more.setMaxWidth(Double.MAX_VALUE);
    var second = new HBox(8, more, look);
    second.setAlignment(Pos.BOTTOM_LEFT);
    var words = new VBox(2, first, second);
    words.setOnMouseClicked(_ -> open(entry));
    Styles.styled(words, "floating-notice");
    if (notice.isBad()) {
      words.getStyleClass().add("bad");
    }
    return words;
  }

  private void open(JournalEntry entry) {
    model.dismiss(entry.id());
    open.accept(entry.id());
  }

  /** What there is to say of a bad end; else how long it took. */
  private String sentence(Notice notice) {
    JournalEntry entry = notice.entry();
    String took = tools.text("notice.took", tools.moments().length(entry.duration()));
    return notice.isBad()
        ? remarks.of(entry, Hands.HERE).stream().findFirst().map(Remark::sentence).orElse(took)
        : took;
  }
}
