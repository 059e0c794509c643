package dev.frontdesk.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A remark as people see it: in one line where there is room for one, else as a paragraph. */
public final class RemarkLine {
  static final double TWO_LINES = 32;

  private RemarkLine() {}

  /** Without the spinner, which turns at the step that is under way. */
  private static Node icon(Remark remark) {
    return remark.look() == StateLook.RUNNING ? Icon.INFO.view() : remark.look().icon().view();
  }

  /**
   * The first remark in two lines at most; what is cut, and the others, on hover.
   *
   * @param open shows another entry, by its id
   */
  static Node line(List<Remark> remarks, Tools tools, Consumer<String> open) {
    Remark first = remarks.getFirst();
    Label sentence = Labels.plain(first.sentence(), Styles.SMALL, first.look().tone());
    sentence.setMinWidth(0);
    sentence.setWrapText(true);
    sentence.setMaxHeight(TWO_LINES);
    Hover.say(sentence, whole(remarks));
    sentence.setAccessibleHelp(whole(remarks));
    var line = new HBox(8, icon(first), sentence);
    first
        .nextTry()
        .ifPresent(at -> {
          Label next = Labels.muted(tools.text("remark.next-try", tools.moments().time(at)));
          next.setMinWidth(Region.USE_PREF_SIZE);
          Hover.say(next, tools.moments().exact(at));
          line.getChildren().add(next);
        });
    first.link().ifPresent(id -> line.getChildren().add(link(id, tools, open)));
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinWidth(0);
    HBox.setHgrow(line, Priority.ALWAYS);
    return Styles.styled(line, first.look().tone());
  }

  private static String whole(List<Remark> remarks) {
    return remarks.stream()
        .flatMap(remark -> java.util.stream.Stream.of(remark.sentence(), remark.more()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** One remark, over as many lines as it takes. */
  public static Node paragraph(Remark remark, Tools tools, Consumer<String> open) {
    var words = new VBox(2, Labels.wrapped(remark.sentence(), Styles.SMALL, remark.look().tone()));
    if (!remark.more().isEmpty()) {
      words.getChildren().add(Labels.wrapped(remark.more(), Styles.SMALL));
    }
    remark
        .nextTry()
        .ifPresent(at ->
            words
                .getChildren()
                .add(Labels.muted(tools.text("remark.next-try", tools.moments().time(at)))));
    remark.link().ifPresent(id -> words.getChildren().add(link(id, tools, open)));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return Styles.styled(new HBox(8, icon(remark), words), remark.look().tone());
  }

  private static Button link(String id, Tools tools, Consumer<String> open) {
    var button =
        Styles.styled(
            new Button(tools.text("remark.open"), Icon.ARROW_RIGHT.view(12)),
            Styles.COMPACT,
            Styles.FLAT);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> open.accept(id));
    return button;
  }
}
