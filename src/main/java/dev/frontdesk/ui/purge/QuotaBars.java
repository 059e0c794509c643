package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgeCircumstances;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.invalidation.QuotaUse;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.purge.Ground.Planned;
import dev.frontdesk.ui.purge.Ground.Standing;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is in progress at CloudFront, and what a plan adds: of what there is room for. */
final class QuotaBars extends VBox {
  private final Tools tools;
  private final Label paths = Labels.muted("");
  private final Label wildcards = Labels.muted("");
  private final Bar pathBar = new Bar();
  private final Bar wildcardBar = new Bar();
  private final Label room = Labels.plain("", Styles.SMALL);

  QuotaBars(Tools tools) {
    super(4);
    this.tools = tools;
    room.setMinHeight(16);
    room.setMinWidth(0);
    getChildren()
        .addAll(
            line("purge.quota.paths", paths),
            pathBar,
            line("purge.quota.wildcards", wildcards),
            wildcardBar,
            room);
  }

  private HBox line(String key, Label numbers) {
    var line = new HBox(8, Labels.plain(tools.text(key), Styles.SMALL), Labels.spring(), numbers);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** What was in progress a while ago is shown as that; what the plan adds is shown in any case. */
  void show(Planned planned) {
    PurgePlan plan = planned.plan();
    boolean isKnown = planned.standing().isKnown();
    QuotaUse quota = planned.standing().told().map(PurgeCircumstances::quota).orElse(QuotaUse.NONE);
    int more = plan.items().size() - plan.wildcards();
    show(paths, pathBar, new Use(quota.paths(), more, QuotaUse.MOST_PATHS), planned.standing());
    show(
        wildcards,
        wildcardBar,
        new Use(quota.wildcards(), plan.wildcards(), QuotaUse.MOST_WILDCARDS),
        planned.standing());
    boolean waits = isKnown && !plan.fitsQuota();
    room.setText(
        isKnown
            ? tools.text(waits ? "purge.quota.waits" : "purge.quota.fits")
            : tools.text("purge.quota.unknown"));
    room.getStyleClass().removeAll(Styles.ATTENTION, "grey");
    room.getStyleClass().add(waits || !isKnown ? Styles.ATTENTION : "grey");
  }

  private record Use(int now, int more, int most) {
    int left() {
      return Math.max(0, most - now);
    }
  }

  private void show(Label numbers, Bar bar, Use use, Standing standing) {
    numbers.setText(
        standing
            .told()
            .map(there ->
                standing.isKnown()
                    ? tools.text("purge.quota", use.left(), use.most(), use.more())
                    : tools.text(
                        "purge.quota-then",
                        use.left(),
                        use.most(),
                        tools.moments().time(there.asOf())))
            .orElseGet(() -> tools.text("purge.quota-more", use.more(), use.most())));
    bar.show(use);
    bar.setAccessibleText(numbers.getText());
    bar.getStyleClass().remove("dimmed");
    if (!standing.isKnown()) {
      bar.getStyleClass().add("dimmed");
    }
  }

  /** A bar of plain regions: what is there, what comes, what is free. */
  private static final class Bar extends Region {
    private static final double HEIGHT = 8;

    private final Region now = Styles.styled(new Region(), "quota-now");
    private final Region more = Styles.styled(new Region(), "quota-more");
    private Use use = new Use(0, 0, 1);

    Bar() {
      Styles.styled(this, "quota-bar");
      setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
      setMaxHeight(HEIGHT);
      getChildren().addAll(now, more);
    }

    void show(Use next) {
      use = next;
      requestLayout();
    }

    @Override
    protected void layoutChildren() {
      double there = length(use.now());
      double end = length((long) use.now() + use.more());
      now.resizeRelocate(0, 0, there, HEIGHT);
      more.resizeRelocate(there, 0, end - there, HEIGHT);
    }

    /** A little is seen, too; what is more than there is room for ends with the bar. */
    private double length(long amount) {
      double share = Math.min(1, (double) amount / use.most());
      return amount == 0 ? 0 : Math.max(2, Math.round(getWidth() * share));
    }
  }
}
