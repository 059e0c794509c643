package dev.frontdesk.ui.history;

import dev.frontdesk.ui.history.ExportModel.Written;
import dev.frontdesk.ui.kit.FilePrompt;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.LiveHistory.Stage;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** At the right of the page's head: how new it is, and the button that takes it along. */
final class HistoryAside extends HBox {
  private static final double WIDEST = 320;

  private final HistoryModel model;
  private final ExportModel export;
  private final Tools tools;
  private final Label line = Ids.give("history-line", Labels.muted(""));
  private final Button button = Ids.give("history-export", new Button("", Icon.DOWNLOAD.view()));

  HistoryAside(HistoryModel model, ExportModel export, Tools tools) {
    super(12);
    this.model = model;
    this.export = export;
    this.tools = tools;
    setAlignment(Pos.CENTER_RIGHT);
    line.setMaxWidth(WIDEST);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(tools.text("history.export-hover")));
    button.setOnAction(_ -> choose());
    getChildren().addAll(line, button);
    model.list().subscribe(this::show);
    model.filter().subscribe(export::forget);
    model.condition().subscribe(this::show);
    export.written().subscribe(this::show);
    show();
  }

  private void show() {
    int found = model.list().get().entries().size();
    Stage stage = model.condition().get().stage();
    button.setText(tools.text("history.export", found));
    // What is still coming in would be missing in the file, and nobody would see that.
    button.setDisable(found == 0 || stage == Stage.BEGUN || stage == Stage.COMING);
    Optional<Written> written = export.written().get();
    line.setText(
        written
            .map(it ->
                tools.text("history.exported", it.entries(), it.file().getFileName().toString()))
            .orElseGet(() -> live(stage)));
    line.setTooltip(written.map(it -> new Tooltip(it.file().toString())).orElse(null));
  }

  private String live(Stage stage) {
    return switch (stage) {
      case IDLE, BEGUN -> "";
      case COMING -> tools.text("history.coming");
      case WHOLE -> tools.text("history.live");
      case FAILED -> tools.text("history.not-live");
    };
  }

  private void choose() {
    var wish =
        new FilePrompt.Wish(
            tools.text("history.export-choose"),
            tools.text("history.export-kind"),
            List.of(".csv", ".json"));
    String name =
        tools.text(
            "history.export-name", tools.moments().dayOf(tools.now().clock().instant()).toString());
    tools
        .files()
        .toSave(getScene().getWindow(), wish, name)
        .ifPresent(file -> export.write(model.list().get().entries(), file));
  }
}
