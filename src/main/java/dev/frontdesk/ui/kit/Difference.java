package dev.frontdesk.ui.kit;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.members.RosterChange.Edited;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** A change to a roster, a line for each member: who comes, who goes, whose role is another. */
public final class Difference extends VBox {
  /** More lines are counted, not shown: nobody reads a thousand. */
  private static final int MOST = 40;

  private final Tools tools;

  public Difference(Tools tools) {
    this.tools = tools;
  }

  public void show(RosterChange change) {
    List<Node> lines = new ArrayList<>();
    for (Member member : change.added()) {
      lines.add(line(Icon.PLUS, Styles.DONE, "change.added", member, member.role().name()));
    }
    for (Member member : change.removed()) {
      lines.add(line(Icon.MINUS, Styles.WRONG, "change.removed", member, member.role().name()));
    }
    for (Edited edit : change.edited()) {
      String roles =
          tools.text("change.roles", edit.before().role().name(), edit.after().role().name());
      lines.add(line(Icon.PENCIL, Styles.ATTENTION, "change.edited", edit.after(), roles));
    }
    int more = lines.size() - MOST;
    if (more > 0) {
      lines.subList(MOST, lines.size()).clear();
      lines.add(Labels.muted(tools.text("change.more", more)));
    }
    getChildren().setAll(lines);
  }

  private Node line(Icon icon, String tone, String key, Member member, String roles) {
    Pane sign = icon.view();
    String who = member.name().isEmpty() ? member.email() : member.name();
    Label name = Labels.plain(who);
    name.setMinWidth(0);
    name.setTooltip(new Tooltip(member.email()));
    Label role = Labels.muted(roles);
    role.setMinWidth(Label.USE_PREF_SIZE);
    var line = Styles.styled(new HBox(8, sign, name, Labels.spring(), role), tone);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    line.setAccessibleText(tools.text(key, who, roles));
    return line;
  }
}
