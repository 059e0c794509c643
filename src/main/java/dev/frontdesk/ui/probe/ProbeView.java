package dev.frontdesk.ui.probe;

import dev.frontdesk.publishing.Probe;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.Tools;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Probe page: edge and origin side by side. */
public final class ProbeView implements Page {
  private final Tools tools;
  private final ProbeModel model;
  private final AskPane ask;
  private final Label asOf = Labels.muted("");
  private final HBox aside = new HBox(asOf);
  private final VBox content;

  /**
   * @param deeds what can be done about the path that was probed
   */
  public ProbeView(Session session, Tools tools, Deeds deeds) {
    this.tools = tools;
    this.model = new ProbeModel(session.probing(tools.now().clock()), tools.work(), tools.now());
    this.ask = new AskPane(model, tools);
    var result = new ResultPane(model, deeds, this::cancel, tools);
    VBox.setVgrow(result, Priority.ALWAYS);
    content = new VBox(ask, result);
    content.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ESCAPE && model.probe().get().isLoading()) {
        model.cancel();
        key.consume();
      }
    });
    aside.setAlignment(Pos.CENTER_RIGHT);
    model.probe().subscribe(this::show);
  }

  /** What can be done about a path: its purge prepared, its caching explained. */
  public record Deeds(Consumer<String> purge, Consumer<String> explain) {}

  /** The button that did it goes, and must not leave the keyboard nowhere. */
  private void cancel() {
    model.cancel();
    ask.field().requestFocus();
  }

  private void show(Load<Probe> load) {
    asOf.setText(
        load.newest()
            .map(probe -> tools.text("as-of", tools.moments().time(probe.at())))
            .orElse(""));
    load.newest()
        .ifPresent(probe -> asOf.setTooltip(new Tooltip(tools.moments().exact(probe.at()))));
  }

  /** Asks for a path. */
  public void ask(String path) {
    model.ask(path);
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
    // A person asks; nothing is asked by itself.
  }

  @Override
  public void tick() {
    // What was seen at one moment stays as it was.
  }

  @Override
  public void reload() {
    model.again();
  }

  @Override
  public Node searchField() {
    return ask.field();
  }

  @Override
  public void close() {
    model.close();
  }
}
