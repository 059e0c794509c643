package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import java.util.function.Consumer;
import javafx.scene.control.Button;

/**
 * One button for both ways to try again: a new entry where the old one ended without getting fresh,
 * the next step at once where an open one waits. It is there only while one of them makes sense.
 */
public final class RetryButton extends Button {
  private final Tools tools;
  private final Consumer<JournalEntry> again;
  private final Consumer<JournalEntry> now;

  /**
   * @param again tries an ended entry again
   * @param now steps an open one at once
   */
  public RetryButton(Tools tools, Consumer<JournalEntry> again, Consumer<JournalEntry> now) {
    super(tools.text("publication.retry"), Icon.REPEAT.view(12));
    this.tools = tools;
    this.again = again;
    this.now = now;
    Ids.give("publication-retry", this);
    Styles.styled(this, Styles.COMPACT);
    setMinWidth(USE_PREF_SIZE);
    managedProperty().bind(visibleProperty());
    hideIt();
  }

  public void hideIt() {
    setVisible(false);
  }

  public void show(JournalEntry entry, Hands hands) {
    if (EntryFacts.canRetry(entry)) {
      offer("publication.retry", "publication.retry-hover", () -> again.accept(entry));
    } else if (EntryFacts.canTryNow(entry, hands)) {
      offer("publication.try-now", "publication.try-now-hover", () -> now.accept(entry));
    } else {
      hideIt();
    }
  }

  private void offer(String text, String hover, Runnable action) {
    setText(tools.text(text));
    Hover.say(this, tools.text(hover));
    setOnAction(_ -> action.run());
    setVisible(true);
  }
}
