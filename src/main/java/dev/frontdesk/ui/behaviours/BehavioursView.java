package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Behaviours page: how long the edge may keep what, and why. */
public final class BehavioursView implements Page {
  /** Which part of the width asks for a path. */
  private static final double EXPLAIN_SHARE = 0.4;

  private static final double LEAST_MIDDLE = 288;

  private final Tools tools;
  private final BehavioursModel model;
  private final BehaviourTable table;
  private final BehaviourFacts facts;
  private final ExplainPane explain;
  private final ProblemBanner banner;
  private final Label asOf = Labels.muted("");
  private final HBox aside = new HBox(8);
  private final Parent content;

  /**
   * @param probe asks for a path at edge and origin, on the Probe page
   * @param purge prepares the purge of a path, on the Purge page
   */
  public BehavioursView(
      Session session, Tools tools, Consumer<String> probe, Consumer<String> purge) {
    this.tools = tools;
    this.model =
        new BehavioursModel(session.pathExplainer(tools.now().clock()), tools.work(), tools.now());
    this.table = new BehaviourTable(tools);
    this.facts = new BehaviourFacts(tools);
    this.explain = new ExplainPane(model, tools);
    this.banner = Ids.give("problem-banner", new ProblemBanner(tools.texts(), () -> {}));
    var site = session.connection().site();
    this.content =
        build(new TtlPane(model, site.originUrl() != null, new TtlPane.Deeds(probe, purge), tools));
    var id = new CopyableId(tools.texts());
    id.setText(site.distributionId());
    aside.setAlignment(Pos.CENTER_RIGHT);
    aside.getChildren().addAll(Labels.muted(tools.text("behaviours.distribution")), id, asOf);
    model.distribution().subscribe(this::show);
    model.checks().subscribe(_ -> showProblem());
    model.explanation().subscribe(this::choose);
    table.table().getSelectionModel().selectedItemProperty().subscribe(_ -> showFacts());
  }

  private Parent build(TtlPane ttl) {
    var skeleton = new SkeletonRows(6, 48, 160, 112, 240, 96, 96, 96);
    skeleton.setStyle("-fx-padding: 32 0 0 24;");
    skeleton
        .visibleProperty()
        .bind(model.distribution().map(load -> load.isLoading() && load.newest().isEmpty()));
    skeleton.managedProperty().bind(skeleton.visibleProperty());
    table.table().visibleProperty().bind(skeleton.visibleProperty().not());
    var rows = new StackPane(table.table(), skeleton);
    rows.setAlignment(Pos.TOP_LEFT);
    rows.setMinHeight(0);
    Styles.styled(explain, "side");
    HBox.setHgrow(ttl, Priority.ALWAYS);
    var middle = Styles.styled(new HBox(explain, ttl), "behaviour-middle");
    middle.setMinHeight(LEAST_MIDDLE);
    middle.setPrefHeight(LEAST_MIDDLE);
    middle
        .widthProperty()
        .subscribe(width -> {
          double wide = Math.floor(width.doubleValue() * EXPLAIN_SHARE);
          explain.setMinWidth(wide);
          explain.setPrefWidth(wide);
          explain.setMaxWidth(wide);
        });
    VBox.setVgrow(middle, Priority.ALWAYS);
    var page = Room.rest(new VBox(rows, facts, middle, new RouteTable(model, tools).table()));
    return new VBox(banner, page);
  }

  private void show(Load<Distribution> load) {
    load.newest().ifPresent(table::show);
    if (load instanceof Load.Loaded<Distribution>(Distribution _, var at)) {
      asOf.setText(tools.text("as-of", tools.moments().time(at)));
      asOf.setTooltip(new Tooltip(tools.moments().exact(at)));
    }
    table
        .table()
        .setPlaceholder(
            Labels.muted(
                tools.text(load.trouble().isPresent() ? "behaviours.failed" : "behaviours.none")));
    showFacts();
    showProblem();
  }

  private void showProblem() {
    banner.show(
        model.distribution().get().trouble().or(() -> model.checks().get().trouble()), model::load);
  }

  private void showFacts() {
    facts.show(
        model.distribution().get().newest(),
        Optional.ofNullable(table.table().getSelectionModel().getSelectedItem()));
  }

  private void choose(Load<Explanation> load) {
    if (load instanceof Load.Loaded<Explanation>(Explanation explanation, var _)) {
      table.choose(explanation.match().number());
    }
  }

  /** Explains a path. */
  public void explain(String path) {
    model.path().set(path);
    model.explain();
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
    model.show();
  }

  @Override
  public void tick() {}

  @Override
  public void reload() {
    model.load();
  }

  @Override
  public Node searchField() {
    return explain.field();
  }

  @Override
  public void close() {}
}
