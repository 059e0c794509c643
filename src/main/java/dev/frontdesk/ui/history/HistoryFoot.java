package dev.frontdesk.ui.history;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Journal.Unreadable;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.LiveHistory.Condition;
import dev.frontdesk.ui.kit.LiveHistory.Stage;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Below the table: how much there is, how much of it is shown, and what is not there yet. */
final class HistoryFoot extends HBox {
  /** The hover names no more. */
  private static final int MOST_NAMED = 10;

  private final HistoryModel model;
  private final Tools tools;
  private final Label count = Ids.give("history-count", Labels.muted(""));
  private final Label missing = Ids.give("history-missing", Labels.muted(""));

  HistoryFoot(HistoryModel model, Tools tools) {
    super(16);
    this.model = model;
    this.tools = tools;
    count.setMinWidth(USE_PREF_SIZE);
    missing.setMinWidth(0);
    Styles.styled(this, "foot", "history-foot");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(count, Labels.spring(), missing);
    model.list().subscribe(this::show);
    model.filter().subscribe(this::show);
    model.condition().subscribe(this::show);
  }

  private void show() {
    Condition condition = model.condition().get();
    boolean unread = condition.stage() == Stage.FAILED && model.list().get().counts().all() == 0;
    count.setText(condition.hasBegunToShow() && !unread ? count() : "");
    Optional<Problem> without = condition.trouble();
    missing.getStyleClass().remove(Styles.ATTENTION);
    missing.setTooltip(null);
    if (without.isPresent() && condition.stage() != Stage.FAILED) {
      String sentence = ProblemText.of(without.get(), tools.texts()).sentence();
      missing.setText(tools.text("history.without-foreign"));
      missing.setTooltip(new Tooltip(sentence));
      missing.getStyleClass().add(Styles.ATTENTION);
      return;
    }
    List<Unreadable> unreadable = condition.unreadable();
    if (!unreadable.isEmpty()) {
      missing.setText(tools.text("history.unreadable", unreadable.size()));
      missing.setTooltip(new Tooltip(sentences(unreadable)));
      missing.getStyleClass().add(Styles.ATTENTION);
      return;
    }
    int details = model.list().get().counts().withoutDetails();
    missing.setText(
        details == 0
            ? ""
            : tools.text(
                condition.detailsComing() ? "history.details-coming" : "history.details-missing",
                details));
  }

  private String sentences(List<Unreadable> unreadable) {
    return unreadable.stream()
        .limit(MOST_NAMED)
        .map(entry -> ProblemText.of(entry.why(), tools.texts()).sentence())
        .collect(Collectors.joining("\n"));
  }

  private String count() {
    HistoryFilter filter = model.filter().get();
    int found = model.list().get().entries().size();
    int all = model.list().get().counts().all();
    if (filter.isNone()) {
      return tools.text(
          model.condition().get().stage() == Stage.COMING
              ? "history.entries-so-far"
              : "history.entries",
          found);
    }
    return filter.isTimeAlone()
        ? tools.text(
            "history.found-since", found, tools.text("span-in." + filter.since().word()), all)
        : tools.text("history.found", found, all);
  }
}
