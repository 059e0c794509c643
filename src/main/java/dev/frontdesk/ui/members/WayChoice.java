package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.Offer;
import dev.frontdesk.publishing.Preview;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * Exactly the stale paths, or one that stands for thousands and reaches too far: with the price.
 */
final class WayChoice extends VBox {
  private final RosterEditor editor;
  private final Tools tools;
  private final VBox choices = new VBox(12);
  private Optional<Preview> shown = Optional.empty();

  WayChoice(RosterEditor editor, Tools tools) {
    this.editor = editor;
    this.tools = tools;
    getChildren()
        .add(
            Panels.section(
                tools.text("preview.title"),
                Labels.caption(""),
                Labels.wrapped(tools.text("preview.why", Preview.MANY), Styles.MUTED),
                choices));
    choices.setStyle("-fx-padding: 8 0 0 0;");
    Panels.onlyWhile(
        editor
            .preview()
            .map(load -> load.newest().filter(now -> !now.offers().isEmpty()).isPresent()),
        this);
    editor.preview().subscribe(this::show);
    disableProperty().bind(editor.locked());
  }

  private void show(Load<Preview> load) {
    Optional<Preview> next = load.newest().filter(now -> !now.offers().isEmpty());
    if (next.isPresent() && next.equals(shown)) {
      return; // the same radios stay, and the keyboard with them
    }
    shown = next;
    choices.getChildren().clear();
    next.ifPresent(this::show);
  }

  private void show(Preview exact) {
    String taken = editor.way().get().map(Offer::wire).orElse("");
    var group = new ToggleGroup();
    List<Node> lines = new ArrayList<>();
    lines.add(
        choice(
            new Choice("preview-exact", tools.text("preview.exact"), "", exact, Optional.empty()),
            taken.isEmpty(),
            group));
    int wildcards = 0;
    for (Offer offer : exact.offers()) {
      Choice choice =
          switch (offer) {
            case Offer.Wildcard wildcard -> {
              wildcards++;
              String wire = wildcard.wire();
              yield new Choice(
                  wildcards == 1 ? "preview-wildcard" : "preview-wildcard-" + wildcards,
                  tools.text("preview.wildcard", wire),
                  tools.text("preview.wildcard-reach", wire.substring(0, wire.length() - 1)),
                  wildcard.preview(),
                  Optional.of(wildcard));
            }
            case Offer.Tag tag ->
                new Choice(
                    "preview-tag",
                    tools.text("preview.tag", tag.wire()),
                    tools.text("preview.tag-reach", tag.wire()),
                    tag.preview(),
                    Optional.of(tag));
          };
      lines.add(choice(choice, offer.wire().equals(taken), group));
    }
    choices.getChildren().setAll(lines);
  }

  /**
   * @param reach what it makes stale beside; empty for nothing
   */
  private record Choice(
      String id, String text, String reach, Preview preview, Optional<Offer> offer) {}

  private Node choice(Choice choice, boolean isTaken, ToggleGroup group) {
    var radio = Ids.give(choice.id(), new RadioButton(choice.text()));
    radio.setToggleGroup(group);
    radio.setSelected(isTaken);
    radio.setMnemonicParsing(false);
    radio.setWrapText(true);
    Label price =
        Labels.wrapped(
            tools.text(
                "preview.price", choice.preview().items().size(), choice.preview().costAtMostUsd()),
            Styles.SMALL);
    var words = new VBox(2, radio, price);
    if (!choice.reach().isEmpty()) {
      words.getChildren().add(Labels.wrapped(choice.reach(), Styles.MUTED));
    }
    words.getChildren().stream().skip(1).forEach(line -> line.setStyle("-fx-padding: 0 0 0 22;"));
    radio.setAccessibleHelp(price.getText() + "\n" + choice.reach());
    radio
        .selectedProperty()
        .subscribe(is -> {
          boolean other =
              !editor.way().get().map(Offer::wire).equals(choice.offer().map(Offer::wire));
          if (is && other) {
            editor.take(choice.offer());
          }
        });
    return words;
  }
}
