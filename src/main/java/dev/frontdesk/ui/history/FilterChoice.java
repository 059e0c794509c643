package dev.frontdesk.ui.history;

import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;

/** One thing to filter by: any, or one of some. What is chosen stays, whatever is offered. */
final class FilterChoice<T> extends ComboBox<Optional<T>> {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private boolean showing;

  /**
   * @param name for those who do not see it
   * @param any the word for no choice
   * @param word for a choice
   * @param onChosen called when a person chooses
   */
  FilterChoice(
      String id,
      String name,
      String any,
      Function<T, String> word,
      Consumer<Optional<T>> onChosen) {
    Ids.give(id, Styles.styled(this, "filter"));
    setAccessibleText(name);
    setTooltip(new Tooltip(name));
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<T> choice) {
            // The control asks for its own emptiness, too.
            return choice == null ? any : choice.map(word).orElse(any);
          }

          @Override
          public Optional<T> fromString(String text) {
            return Optional.empty();
          }
        });
    getItems().add(Optional.empty());
    setValue(Optional.empty());
    valueProperty()
        .subscribe(choice -> {
          pseudoClassStateChanged(ACTIVE, choice != null && choice.isPresent());
          if (!showing && choice != null) {
            onChosen.accept(choice);
          }
        });
  }

  /** What there is to choose from. */
  void offer(List<T> choices) {
    List<Optional<T>> all = new ArrayList<>();
    all.add(Optional.empty());
    choices.forEach(choice -> all.add(Optional.of(choice)));
    if (!all.equals(getItems())) {
      Optional<T> kept = getValue();
      showing = true;
      getItems().setAll(all);
      setValue(kept);
      showing = false;
    }
  }

  /** Shows a choice that was made elsewhere. */
  void show(Optional<T> choice) {
    showing = true;
    setValue(choice);
    showing = false;
  }
}
