package dev.frontdesk.ui.kit;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/**
 * Gives a control its skin when it is made. JavaFX does that when the control is first styled, and
 * then styles it once more, with all that is in it: of the first page that was half of all styling.
 */
public final class Skins {
  private Skins() {}

  /** The same control, with the skin that JavaFX would have given it. */
  public static <C extends Control> C early(
      C control, Function<? super C, ? extends Skin<?>> skin) {
    control.setSkin(skin.apply(control));
    return control;
  }

  /**
   * The same as soon as what the skin looks at is there: the column of a cell, or the table that a
   * row comes into.
   */
  public static void asSoonAs(
      ObservableValue<?> there, Control control, Supplier<? extends Skin<?>> skin) {
    there.subscribe(now -> {
      if (now != null && control.getSkin() == null) {
        control.setSkin(skin.get());
      }
    });
  }
}
