package dev.frontdesk.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The few kinds of text that the console has. */
public final class Labels {
  private Labels() {}

  public static Label plain(String text, String... classes) {
    return Styles.styled(Skins.early(new Label(text), LabelSkin::new), classes);
  }

  public static Label title(String text) {
    return plain(text, Styles.TITLE);
  }

  /** The small heading of a section in a panel. */
  public static Label caption(String text) {
    return plain(text, Styles.CAPTION);
  }

  public static Label muted(String text) {
    return plain(text, Styles.MUTED);
  }

  public static Label mono(String text) {
    return plain(text, Styles.MONO);
  }

  /** A sentence over as many lines as it takes. */
  public static Label wrapped(String text, String... classes) {
    Label label = plain(text, classes);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Takes the room between what stands left and what stands right. */
  public static Region spring() {
    var spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
