package dev.frontdesk.ui.members;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.Conflict.Fate;
import dev.frontdesk.ui.members.Conflict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Says that somebody else was first, what they changed, and what the admin's own change, which
 * stands below, would be on top of it: before anybody presses the button.
 */
final class ConflictNotice extends VBox {
  private static final int MOST = 40;

  private final Tools tools;
  private final Label title = Labels.wrapped("", Styles.STRONG);
  private final Difference theirs;
  private final VBox outcomes = new VBox();

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
    HBox.setHgrow(title, Priority.ALWAYS);
    var head = Styles.styled(new HBox(8, Icon.ALERT_TRIANGLE.view(), title), Styles.ATTENTION);
    var notice =
        Styles.styled(
            new VBox(
                8,
                head,
                Labels.wrapped(tools.text("conflict.kept"), Styles.SMALL),
                new VBox(Labels.caption(tools.text("conflict.theirs")), theirs),
                new VBox(Labels.caption(tools.text("conflict.becomes")), outcomes),
                again),
            "notice");
    getChildren().add(notice);
    setStyle("-fx-padding: 12 16 4 16;");
    Panels.onlyWhile(model.conflict().map(Optional::isPresent), this);
    model.conflict().subscribe(conflict -> conflict.ifPresent(this::show));
  }

  private void show(Conflict conflict) {
    var roster = conflict.now().roster();
    title.setText(tools.text("conflict.title", roster.projectName(), roster.version()));
    theirs.show(conflict.theirs());
    List<Node> lines = new ArrayList<>();
    // What is not simply as the admin made it comes first: that is what there is to decide.
    for (Fate fate : List.of(Fate.BECOMES, Fate.GONE, Fate.ALREADY_SO, Fate.STAYS)) {
      conflict.outcomes().stream()
          .filter(outcome -> outcome.fate() == fate)
          .map(outcome -> line(outcome, conflict))
          .limit(Math.max(0, MOST - lines.size()))
          .forEach(lines::add);
    }
    int more = conflict.outcomes().size() - lines.size();
    if (more > 0) {
      lines.add(Labels.muted(tools.text("change.more", more)));
    }
    outcomes.getChildren().setAll(lines);
  }

  private Node line(Outcome outcome, Conflict conflict) {
    Member member = outcome.member();
    String who = member.name().isEmpty() ? member.email() : member.name();
    String told =
        switch (outcome.fate()) {
          case STAYS -> tools.text("conflict.stays");
          case BECOMES -> becomes(member, conflict);
          case ALREADY_SO -> tools.text("conflict.already-so");
          case GONE -> tools.text("conflict.gone");
        };
    Icon icon =
        switch (outcome.fate()) {
          case STAYS -> Icon.CHECK;
          case BECOMES -> Icon.PENCIL;
          case ALREADY_SO, GONE -> Icon.MINUS_CIRCLE;
        };
    String tone =
        switch (outcome.fate()) {
          case STAYS -> Styles.DONE;
          case BECOMES -> Styles.ATTENTION;
          case ALREADY_SO, GONE -> Styles.QUIET;
        };
    Label name = Labels.plain(who);
    name.setMinWidth(0);
    Hover.say(name, member.email());
    Label fate = Labels.muted(told);
    fate.setMinWidth(USE_PREF_SIZE);
    var line = Styles.styled(new HBox(8, icon.view(), name, Labels.spring(), fate), tone);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    line.setAccessibleText(tools.text("conflict.line", who, told));
    return line;
  }

  /** The same intent, told from how they left the member. */
  private String becomes(Member member, Conflict conflict) {
    var again = conflict.again().change();
    for (Edited edit : again.edited()) {
      if (edit.after().id().equals(member.id())
          || EmailAddress.key(edit.after().email()).equals(EmailAddress.key(member.email()))) {
        return tools.text("change.roles", edit.before().role().name(), edit.after().role().name());
      }
    }
    return again.removed().stream()
        .filter(removed -> removed.id().equals(member.id()))
        .map(removed -> tools.text("conflict.removes", removed.role().name()))
        .findFirst()
        .orElse("");
  }
}
