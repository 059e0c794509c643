package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.PurgeOffer;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Other ways to purge the same: each with what it reaches, and a button that takes it. */
final class OfferList extends VBox {
  /** More would push what there is to decide out of sight; the next come when these are taken. */
  private static final int MOST = 3;

  private final Tools tools;
  private final Consumer<PurgeOffer> onTake;
  private List<PurgeOffer> shown = List.of();

  OfferList(Tools tools, Consumer<PurgeOffer> onTake) {
    super(8);
    this.tools = tools;
    this.onTake = onTake;
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  void show(List<PurgeOffer> offers) {
    if (offers.equals(shown)) {
      return; // the same buttons stay, and the keyboard with them
    }
    shown = List.copyOf(offers);
    setVisible(!shown.isEmpty());
    List<Node> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, shown.size()); i++) {
      lines.add(offer(shown.get(i), i + 1));
    }
    getChildren().setAll(lines);
  }

  private Node offer(PurgeOffer offer, int number) {
    var words = Labels.wrapped(sentence(offer), Styles.SMALL);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    var take = Ids.give("purge-offer-" + number, new Button(action(offer)));
    Styles.styled(take, Styles.COMPACT);
    take.setMnemonicParsing(false);
    take.setAccessibleHelp(words.getText());
    take.setOnAction(_ -> onTake.accept(offer));
    var column = new VBox(8, words, take);
    HBox.setHgrow(column, Priority.ALWAYS);
    return Styles.styled(new HBox(8, Icon.INFO.view(), column), "offer", Styles.RUNNING);
  }

  private String sentence(PurgeOffer offer) {
    String lines = lines(offer.lines());
    return switch (offer) {
      case PurgeOffer.Wildcard(var wildcard, var _, int spares) ->
          tools.text("purge.offer.wildcard", lines, wildcard.wire(), spares, stem(wildcard.wire()));
      case PurgeOffer.Tag(var tag, var _, int spares, var _) ->
          tools.text("purge.offer.tag", lines, tag.wire(), spares);
      case PurgeOffer.Narrower(var wildcard, var _, var paths) ->
          tools.text(
              "purge.offer.narrower",
              lines,
              stem(wildcard.wire()),
              paths.size(),
              paths.getFirst().wire());
    };
  }

  private String action(PurgeOffer offer) {
    return switch (offer) {
      case PurgeOffer.Wildcard _ -> tools.text("purge.offer.use-wildcard");
      case PurgeOffer.Tag _ -> tools.text("purge.offer.use-tag");
      case PurgeOffer.Narrower narrower ->
          tools.text("purge.offer.use-paths", narrower.paths().size());
    };
  }

  private static String stem(String wildcard) {
    return wildcard.substring(0, wildcard.length() - 1);
  }

  private String lines(List<Integer> lines) {
    return tools.text("purge.offer.lines", lines.size(), lines.getFirst(), lines.getLast());
  }
}
