package dev.frontdesk.ui.shell;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.ui.kit.EntryWords;
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
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
    setTranslateX(-MARGIN);
    setPickOnBounds(false);
    hoverProperty().or(focusWithinProperty()).subscribe(model::hold);
    model.notices().subscribe(this::show);
  }

  private void show(List<Notice> notices) {
    // The newest lowest, where the eye has found the ones before.
    getChildren().setAll(notices.stream().map(this::line).toList());
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

  /** Keeps clear of the page's controls, which may have moved. */
  private void place() {
    if (getScene() == null || getChildren().isEmpty()) {
      return;
    }
    applyCss();
    Bounds whole = page.localToScene(page.getLayoutBounds());
    double height = prefHeight(WIDTH);
    var box =
        new BoundingBox(
            whole.getMaxX() - MARGIN - WIDTH, whole.getMaxY() - MARGIN - height, WIDTH, height);
    setTranslateY(
        -MARGIN - FreeCorner.lift(box, FreeCorner.controls(page), whole.getMinY() + MARGIN));
  }

  private Node line(Notice notice) {
    JournalEntry entry = notice.entry();
    Label state = Labels.plain("", "state");
    state.setMinWidth(USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    Label title = Labels.plain(EntryWords.title(entry, tools), Styles.STRONG);
    title.setMinWidth(0);
    var first = new HBox(8, title, Labels.spring(), state);
    first.setAlignment(Pos.CENTER_LEFT);
    Label more = Labels.wrapped(sentence(notice), Styles.MUTED);
    var words = new VBox(2, first, more);
    // Not wider than the button that they are on.
    words.setPrefWidth(WIDTH - 64);
    words.setMaxWidth(WIDTH - 64);
    var body = Styles.styled(new Body(words), "notice-body");
    body.setAccessibleText(
        tools.text("notice.accessible", title.getText(), state.getText(), more.getText()));
    body.setTooltip(new Tooltip(tools.text("notice.open")));
    body.setMaxWidth(Double.MAX_VALUE);
    body.setOnAction(_ -> {
      model.dismiss(entry.id());
      open.accept(entry.id());
    });
    HBox.setHgrow(body, Priority.ALWAYS);
    var close = Styles.styled(new Button(null, Icon.X.view()), Styles.FLAT, "icon-button");
    close.setAccessibleText(tools.text("banner.dismiss"));
    close.setTooltip(new Tooltip(tools.text("banner.dismiss")));
    close.setOnAction(_ -> model.dismiss(entry.id()));
    var line = Styles.styled(new HBox(body, close), "floating-notice");
    if (notice.isBad()) {
      line.getStyleClass().add("bad");
    }
    return line;
  }

  /** What there is to say of a bad end; else how long it took. */
  private String sentence(Notice notice) {
    JournalEntry entry = notice.entry();
    String took = tools.text("notice.took", tools.moments().length(entry.duration()));
    return notice.isBad()
        ? remarks.of(entry, Hands.HERE).stream().findFirst().map(Remark::sentence).orElse(took)
        : took;
  }

  /**
   * A notice's words, to be pressed. A button asks for the height of what it shows at no width, and
   * wrapped text answers that for its narrowest.
   */
  private static final class Body extends Button {
    Body(Node words) {
      super(null, words);
    }

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(WIDTH);
    }
  }
}
