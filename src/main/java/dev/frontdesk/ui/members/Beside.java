package dev.frontdesk.ui.members;

import dev.frontdesk.ui.kit.Lazily;
import dev.frontdesk.ui.kit.Styles;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * What stands beside the roster: a sheet to be taken over, else the pending change, else what there
 * is to say without one. Each is made when it is first to be seen.
 */
final class Beside extends StackPane {
  Beside(
      MembersModel model,
      Supplier<Region> quiet,
      Supplier<Region> change,
      Supplier<Region> imported) {
    Styles.styled(this, Styles.PANEL);
    // What is higher than the window ends at its edge.
    setAlignment(Pos.TOP_LEFT);
    var importing = model.imports().file().map(Optional::isPresent);
    var pending =
        model.editor().draft().map(draft -> draft.filter(now -> !now.isEmpty()).isPresent());
    within(pending.flatMap(is -> importing.map(covered -> !is && !covered)), quiet);
    within(pending.flatMap(is -> importing.map(covered -> is && !covered)), change);
    within(importing, imported);
  }

  private void within(ObservableValue<Boolean> seen, Supplier<Region> panel) {
    Lazily.add(
        this,
        seen,
        () -> {
          Region one = panel.get();
          // What does not fit is cut at its right, and moves nothing.
          one.setMinWidth(0);
          return one;
        });
  }
}
