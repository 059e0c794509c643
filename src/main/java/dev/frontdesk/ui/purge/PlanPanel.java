package dev.frontdesk.ui.purge;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.invalidation.Price;
import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The plan as a decision: what is sent, what it takes and costs, why, Purge. */
final class PlanPanel extends VBox {
  private final PurgeModel model;
  private final boolean sandbox;
  private final Tools tools;
  private final Label counts = Ids.give("purge-counts", Labels.muted(""));
  private final SmallestSet set;
  private final OfferList offers;
  private final QuotaBars quota;
  private final Label free = Labels.wrapped("", Styles.MUTED);
  private final Label month = Labels.wrapped("", Styles.MUTED);
  private final VBox hits = new VBox();
  private final Label traffic = Labels.wrapped("", Styles.MUTED);
  private final VBox tags;

  /**
   * @param onSubmit purges, or asks first
   */
  PlanPanel(PurgeModel model, boolean sandbox, Tools tools, Runnable onSubmit) {
    this.model = model;
    this.sandbox = sandbox;
    this.tools = tools;
    this.set = new SmallestSet(tools);
    this.offers = new OfferList(tools, model::take);
    this.quota = new QuotaBars(tools);
    offers.setStyle("-fx-padding: 12 16 12 16;");
    this.tags =
        Panels.section(
            tools.text("purge.tags"),
            Labels.caption(""),
            Labels.wrapped(tools.text("purge.no-tags"), Styles.MUTED));
    tags.setVisible(false);
    tags.managedProperty().bind(tags.visibleProperty());
    var scroll =
        Panels.scrolling(
            new VBox(
                set,
                offers,
                Panels.section(tools.text("purge.quota.title"), Labels.caption(""), quota),
                Panels.section(tools.text("purge.month"), Labels.caption(""), month, free),
                Panels.section(tools.text("purge.hits"), Labels.caption(""), hits, traffic),
                tags));
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    counts.setMinWidth(0);
    Label title = Labels.title(tools.text("purge.plan"));
    title.setMinWidth(USE_PREF_SIZE);
    getChildren()
        .addAll(
            Panels.head(title, counts), scroll, new ReasonPane(model, sandbox, tools, onSubmit));
    Runnable show = this::show;
    model.plan().subscribe(show);
    model.trouble().subscribe(show);
  }

  private void show() {
    model.plan().get().newest().ifPresentOrElse(this::show, this::showNothing);
  }

  private void showNothing() {
    set.show(
        List.of(),
        tools.text(model.trouble().get().isPresent() ? "purge.not-read" : "purge.reading"));
    free.setText(tools.text("purge.cost.free"));
  }

  private void show(Planned planned) {
    PurgePlan plan = planned.plan();
    counts.setText(
        plan.lines().isEmpty()
            ? ""
            : tools.text(
                "purge.counts",
                plan.lines().size(),
                planned.sent(),
                planned.redundant(),
                planned.wrong()));
    set.show(
        plan.items(), tools.text(plan.lines().isEmpty() ? "purge.set-none" : "purge.set-nothing"));
    offers.show(plan.offers());
    quota.show(planned);
    month(planned);
    hits(planned, plan.circumstances().distribution());
    tags.setVisible(!plan.circumstances().distribution().takesTags());
  }

  /** So much it has had at least, whenever that was told, while it is the same month. */
  private void month(Planned planned) {
    free.setText(tools.text(sandbox ? "change.cost-sandbox" : "purge.cost.free"));
    month.setText(
        planned
            .standing()
            .told()
            .filter(there -> there.isOfMonth(planned.plan().circumstances().asOf()))
            .map(PurgeCircumstances::pathsThisMonth)
            .map(paths ->
                sandbox
                    ? tools.text("purge.cost.month-sandbox", paths)
                    : tools.text(
                        "purge.cost.month",
                        paths,
                        Price.usd(Math.max(0, paths - Price.FREE_PATHS))))
            .orElseGet(() -> tools.text("purge.cost.month-unknown")));
  }

  private void hits(Planned planned, Distribution distribution) {
    hits.getChildren().setAll(planned.reach().hits().stream().map(this::hit).toList());
    boolean isAlone = distribution.behaviours().size() == 1;
    traffic.setText(
        planned.reach().hits().isEmpty()
            ? tools.text("purge.hits.none")
            : tools.text(isAlone ? "purge.hits.alone" : "purge.hits.uncounted"));
  }

  private Node hit(PurgePlan.Hit hit) {
    Label pattern = Labels.mono(hit.behaviour().pathPattern());
    pattern.setMinWidth(0);
    pattern.setTooltip(new Tooltip(hit.behaviour().cachePolicyName()));
    Label how = Labels.muted(hit.certain() ? "" : tools.text("purge.hits.perhaps"));
    how.setMinWidth(USE_PREF_SIZE);
    var line = new HBox(8, pattern, Labels.spring(), how);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(20);
    return line;
  }
}
