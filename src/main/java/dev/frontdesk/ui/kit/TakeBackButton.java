package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/**
 * Prepares the change that takes a publication back; there only where there is something to take.
 */
public final class TakeBackButton extends Button {
  private final Consumer<JournalEntry> onTakeBack;

  public TakeBackButton(Tools tools, Consumer<JournalEntry> onTakeBack) {
    super(tools.text("take-back"), Icon.UNDO.view());
    this.onTakeBack = onTakeBack;
    Ids.give("publication-undo", this);
    Hover.say(this, tools.text("take-back.hover"));
    setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  public void show(Optional<JournalEntry> entry) {
    Optional<JournalEntry> ended = entry.filter(EntryFacts::canTakeBack);
    setVisible(ended.isPresent());
    setOnAction(_ -> ended.ifPresent(onTakeBack));
  }
}
