package dev.frontdesk.ui.shell;

import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.MenuOpener;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The connection that is open, in white on its environment's colour, and a menu of all of them. */
final class ConnectionPicker {
  private final List<ConnectionChoice> choices;
  private final Tools tools;
  private final Consumer<ConnectionChoice> onChoice;
  private final MenuOpener button = Ids.give("connection-picker", new MenuOpener(this::items));
  private ConnectionChoice chosen;

  /**
   * @param choices at least one; the first is chosen, without {@code onChoice} being told
   * @param onChoice told when somebody chooses another
   */
  ConnectionPicker(
      List<ConnectionChoice> choices, Tools tools, Consumer<ConnectionChoice> onChoice) {
    this.choices = choices;
    this.tools = tools;
    this.onChoice = onChoice;
    this.chosen = choices.getFirst();
    button.setMaxWidth(Double.MAX_VALUE);
    Styles.styled(button, "connection-picker");
    showChosen();
  }

  Node button() {
    return button;
  }

  ConnectionChoice chosen() {
    return chosen;
  }

  private List<RadioMenuItem> items() {
    var group = new ToggleGroup();
    return choices.stream().map(choice -> item(choice, group)).toList();
  }

  private RadioMenuItem item(ConnectionChoice choice, ToggleGroup group) {
    var item = new RadioMenuItem(choice.name(), icon(choice).view());
    // A name may hold an underscore, which is no mnemonic.
    item.setMnemonicParsing(false);
    item.getStyleClass().add("connection-choice");
    item.setToggleGroup(group);
    item.setSelected(choice.equals(chosen));
    item.setOnAction(_ -> choose(choice));
    return item;
  }

  private void choose(ConnectionChoice choice) {
    if (!choice.equals(chosen)) {
      chosen = choice;
      showChosen();
      onChoice.accept(choice);
    }
  }

  private void showChosen() {
    String setting = tools.text("environment." + chosen.setting().word());
    var words =
        new VBox(
            Labels.plain(chosen.name(), "connection-name"),
            Labels.plain(setting, "connection-detail"));
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Node chevron = Icon.CHEVRON_DOWN.view();
    HBox.setMargin(words, new Insets(0, 0, 0, 4));
    var line = new HBox(4, icon(chosen).view(), words, chevron);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setPrefWidth(Sidebar.WIDTH - 24);
    button.setGraphic(line);
    button.setAccessibleText(tools.text("connection.picker", chosen.name(), setting));
  }

  private static Icon icon(ConnectionChoice choice) {
    return choice.setting() == ConnectionChoice.Setting.SANDBOX ? Icon.FLASK : Icon.PLUG;
  }
}
