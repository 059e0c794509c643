package dev.frontdesk.ui.kit;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.RosterChange;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** A change to a roster, a line for each member: who comes, who goes, whose role is another. */
public final class Difference extends VBox {
  /** More lines are counted, not shown: nobody reads a thousand. */
  private static final int MOST = 40;

  private final Tools tools;
  private final int most;

  public Difference(Tools tools) {
    this(tools, MOST);
  }

  /**
   * @param most lines beyond these are counted
   */
  public Difference(Tools tools, int most) {
    this.tools = tools;
    this.most = most;
  }

  public void show(RosterChange change) {
    List<Node> lines = new ArrayList<>();
    change.added().stream()
        .limit(most)
        .map(member -> line(Icon.PLUS, Styles.DONE, "change.added", member, member.role().name()))
        .forEach(lines::add);
    change.removed().stream()
        .limit(most - lines.size())
        .map(member ->
            line(Icon.MINUS, Styles.WRONG, "change.removed", member, member.role().name()))
        .forEach(lines::add);
    change.edited().stream()
        .limit(most - lines.size())
        .map(edit ->
            line(
                Icon.PENCIL,
                Styles.ATTENTION,
                "change.edited",
                edit.after(),
                edited(edit.before(), edit.after())))
        .forEach(lines::add);
    int more = change.size() - lines.size();
    if (more > 0) {
      lines.add(Labels.muted(tools.text("change.more", more)));
    }
    getChildren().setAll(lines);
  }

  /** The roles; where they are the same, what it is that is not. */
  private String edited(Member before, Member after) {
    if (!before.role().equals(after.role())) {
      return tools.text("change.roles", before.role().name(), after.role().name());
    }
    boolean named = !before.name().equals(after.name());
    return tools.text("change.was", named ? before.name() : before.email());
  }

  private Node line(Icon icon, String tone, String key, Member member, String roles) {
    Pane sign = icon.view();
    String who = member.name().isEmpty() ? member.email() : member.name();
    Label name = Labels.plain(who);
    name.setMinWidth(0);
    Hover.say(name, member.email());
    Label role = Labels.muted(roles);
    role.setMinWidth(Label.USE_PREF_SIZE);
    var line = Styles.styled(new HBox(8, sign, name, Labels.spring(), role), tone);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(24);
    line.setAccessibleText(tools.text(key, who, roles));
    return line;
  }
}
