package dev.frontdesk.ui.shell;

import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.skin.MenuButtonSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The connection that is open, in white on its environment's colour, and a menu of the others. No
 * combo box: that makes its list before anybody opens it, which each start would wait for.
 */
final class ConnectionPicker extends MenuButton {
  private final Tools tools;
  private final Consumer<ConnectionChoice> onChoice;
  private ConnectionChoice chosen;

  /**
   * @param choices at least one; the first is chosen, without {@code onChoice} being told
   * @param onChoice told when somebody chooses another
   */
  ConnectionPicker(
      List<ConnectionChoice> choices, Tools tools, Consumer<ConnectionChoice> onChoice) {
    this.tools = tools;
    this.onChoice = onChoice;
    this.chosen = choices.getFirst();
    setMnemonicParsing(false);
    setMaxWidth(Double.MAX_VALUE);
    Styles.styled(this, "connection-picker");
    var group = new ToggleGroup();
    for (ConnectionChoice choice : choices) {
      var item = new RadioMenuItem(choice.name(), icon(choice).view());
      // A name may hold an underscore, which is no mnemonic.
      item.setMnemonicParsing(false);
      item.getStyleClass().add("connection-choice");
      item.setToggleGroup(group);
      item.setOnAction(_ -> choose(choice));
      getItems().add(item);
    }
    group.getToggles().getFirst().setSelected(true);
    showChosen();
    setSkin(new MenuButtonSkin(this));
  }

  ConnectionChoice chosen() {
    return chosen;
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
    setGraphic(line);
    setAccessibleText(tools.text("connection.picker", chosen.name(), setting));
  }

  private static Icon icon(ConnectionChoice choice) {
    return choice.setting() == ConnectionChoice.Setting.SANDBOX ? Icon.FLASK : Icon.PLUG;
  }
}
