package dev.frontdesk.ui.members;

import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Choice;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One line in which a member is written down; Enter in it adds as the button does. */
final class AddBar extends VBox {
  /** As wide as a role in the roster above, without what stands at the end of a row there. */
  private static final double ROLE = 128;

  private final RosterEditor editor;
  private final Tools tools;
  private final TextField email;
  private final TextField name;
  private final Choice<Role> role = Ids.give("member-role", new Choice<>());
  private final Button add;
  private boolean asked;
  private final Label hint = Labels.plain("", "hint");

  AddBar(RosterEditor editor, Roles roles, Tools tools) {
    super(4);
    this.editor = editor;
    this.tools = tools;
    this.email = field("member-email", "add.email", 210);
    this.name = field("member-name", "add.name", 150);
    this.add =
        Ids.give(
            "member-add",
            Skins.early(new Button(tools.text("add.add"), Icon.PLUS.view()), ButtonSkin::new));
    role.getItems().setAll(roles.all());
    // The least powerful: what most people are given, and what does least harm by mistake.
    role.setValue(roles.all().getLast());
    role.setAccessibleText(tools.text("add.role"));
    role.setMinWidth(96);
    // Else the choice makes its list to find out how wide it is.
    role.setPrefWidth(ROLE);
    add.setMinWidth(USE_PREF_SIZE);
    add.setOnAction(_ -> add());
    email.setOnAction(_ -> add());
    name.setOnAction(_ -> add());
    var line = new HBox(8, email, name, role, add);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(email, Priority.ALWAYS);
    HBox.setHgrow(name, Priority.ALWAYS);
    hint.setMinWidth(0);
    hint.setMinHeight(16);
    Styles.styled(this, "add-bar");
    getChildren().addAll(line, hint);

    email
        .textProperty()
        .subscribe(() -> {
          asked = false;
          judge();
        });
    editor.draft().subscribe(this::judge);
    editor.refusal().subscribe(this::judge);
    editor.adding().subscribe(this::judge);
    disableProperty()
        .bind(
            editor
                .draft()
                .flatMap(draft -> editor.locked().map(locked -> locked || draft.isEmpty())));
  }

  private TextField field(String id, String key, double width) {
    var field = Ids.give(id, Skins.early(new TextField(), TextFieldSkin::new));
    field.setPromptText(tools.text(key));
    field.setAccessibleText(tools.text(key));
    field.setPrefWidth(width);
    field.setMinWidth(80);
    return field;
  }

  /**
   * An address is told wrong once it could be right, or Enter has asked for it: not while its first
   * letters are typed.
   */
  private void judge() {
    String text = email.getText().strip();
    Optional<Problem.Invalid> refusal = editor.refusalOf(text);
    Optional<Problem> told =
        editor.refusal().get().or(() -> asked || text.contains("@") ? refusal : Optional.empty());
    boolean unfinished =
        !asked
            && told.filter(AddBar::isUnfinished).isPresent()
            && email.isFocused()
            && !text.contains(" ");
    add.setDisable(text.isEmpty() || refusal.isPresent() || editor.adding().get());
    boolean wrong = told.isPresent() && !unfinished;
    email.getStyleClass().remove("wrong");
    hint.getStyleClass().remove("wrong");
    if (wrong) {
      email.getStyleClass().add("wrong");
      hint.getStyleClass().add("wrong");
    }
    hint.setText(
        wrong ? ProblemText.of(told.orElseThrow(), tools.texts()).line() : tools.text("add.hint"));
  }

  private static boolean isUnfinished(Problem problem) {
    return problem instanceof Problem.Invalid(var rule, var values)
        && rule.equals("email-malformed")
        && values.getFirst().matches("[^@]*@([^@]*[^.@])?\\.?[^.@]?");
  }

  private void add() {
    if (add.isDisabled()) {
      asked = !email.getText().isBlank();
      judge();
      return;
    }
    editor.add(email.getText(), name.getText(), role.getValue());
    email.clear();
    name.clear();
    email.requestFocus();
  }
}
