package dev.frontdesk.ui.members;

import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that somebody else was first, what they changed, and offers to go on on top of it. */
final class ConflictNotice extends VBox {
  private final Tools tools;
  private final Label title = Labels.wrapped("", Styles.STRONG);
  private final Difference theirs;

  ConflictNotice(MembersModel model, Tools tools) {
    super(8);
    this.tools = tools;
    this.theirs = new Difference(tools);
    var again =
        Ids.give(
            "conflict-apply-again",
            Styles.styled(
                new Button(tools.text("conflict.apply-again"), Icon.REPEAT.view()),
                Styles.PRIMARY));
    again.setOnAction(_ -> model.applyAgain());
    again.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(0);
    HBox.setHgrow(title, javafx.scene.layout.Priority.ALWAYS);
    var head = Styles.styled(new HBox(8, Icon.ALERT_TRIANGLE.view(), title), Styles.ATTENTION);
    var notice =
        Styles.styled(
            new VBox(
                8,
                head,
                Labels.caption(tools.text("conflict.theirs")),
                theirs,
                Labels.wrapped(tools.text("conflict.kept"), Styles.SMALL),
                again),
            "notice");
    getChildren().add(notice);
    setStyle("-fx-padding: 12 16 0 16;");
    Panels.onlyWhile(model.conflict().map(Optional::isPresent), this);
    model.conflict().subscribe(conflict -> conflict.ifPresent(this::show));
  }

  private void show(MembersModel.Conflict conflict) {
    var roster = conflict.now().roster();
    title.setText(tools.text("conflict.title", roster.projectName(), roster.version()));
    theirs.show(conflict.theirs());
  }
}
