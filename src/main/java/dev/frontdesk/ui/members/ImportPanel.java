package dev.frontdesk.ui.members;

import dev.frontdesk.members.RosterMatch.Others;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.SkeletonRows;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.members.ImportModel.Found;
import dev.frontdesk.ui.members.ImportModel.Laid;
import dev.frontdesk.ui.members.ImportModel.Side;
import dev.frontdesk.ui.members.ImportModel.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A sheet beside the roster: what is wrong with it, or what it would change, in numbers. */
final class ImportPanel extends VBox {
  private static final double INDENT = 22;
  private static final int MOST_LINES = 12;

  private final ImportModel model;
  private final Tools tools;
  private final Label file = Labels.muted("");
  private final VBox content = new VBox();
  private final Button take;
  private final RadioButton merge;
  private final RadioButton replace;
  private final FlowPane mergeNumbers = new FlowPane(12, 4);
  private final FlowPane replaceNumbers = new FlowPane(12, 4);
  private final Difference difference;
  private final VBox choice;

  ImportPanel(ImportModel model, RosterEditor editor, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.difference = new Difference(tools, MOST_LINES);
    this.take =
        Ids.give("import-take", Styles.styled(new Button("", Icon.CHECK.view()), Styles.PRIMARY));
    take.setOnAction(_ -> model.take());
    take.setMinWidth(USE_PREF_SIZE);
    var cancel = Ids.give("import-cancel", new Button(tools.text("cancel")));
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> model.cancel());
    cancel.setCancelButton(true);
    var group = new ToggleGroup();
    this.merge = radio("import-merge", tools.text("import.merge"), group);
    this.replace = radio("import-replace", tools.text("import.replace"), group);
    group
        .selectedToggleProperty()
        .subscribe(chosen -> {
          if (chosen != null) {
            model.others().set(replace.equals(chosen) ? Others.REMOVED : Others.KEPT);
          }
        });
    this.choice =
        Panels.section(
            tools.text("import.how"),
            new Label(),
            way(merge, mergeNumbers, tools.text("import.merge-more")),
            way(replace, replaceNumbers, tools.text("import.replace-more")));
    choice.setSpacing(8);
    file.setMinWidth(0);
    Label title = Labels.title(tools.text("import.title"));
    title.setMinWidth(USE_PREF_SIZE);
    var scroll = Panels.scrolling(content);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(Panels.head(title, file), scroll, Panels.foot(cancel, take));
    model.file().subscribe(this::name);
    model.found().subscribe(this::show);
    model.others().subscribe(() -> show(model.found().get()));
    editor.locked().subscribe(this::enable);
  }

  private RadioButton radio(String id, String text, ToggleGroup group) {
    var radio = Ids.give(id, new RadioButton(text));
    radio.setToggleGroup(group);
    radio.setWrapText(true);
    return radio;
  }

  private static Node way(RadioButton radio, FlowPane numbers, String more) {
    var words = new VBox(4, numbers, Labels.wrapped(more, Styles.MUTED));
    words.setStyle("-fx-padding: 0 0 0 " + INDENT + ";");
    return new VBox(4, radio, words);
  }

  private void name(Optional<java.nio.file.Path> from) {
    file.setText(from.map(path -> path.getFileName().toString()).orElse(""));
    Hover.say(file, from.map(java.nio.file.Path::toString).orElse(null));
  }

  private void show(Load<Found> load) {
    boolean replaces = model.others().get() == Others.REMOVED;
    (replaces ? replace : merge).setSelected(true);
    content
        .getChildren()
        .setAll(
            load.trouble()
                .map(problem -> List.of(trouble(problem)))
                .or(() -> load.newest().map(this::found))
                .orElseGet(this::reading));
    enable();
  }

  private List<Node> reading() {
    var rows = new SkeletonRows(6, 240);
    rows.setStyle("-fx-padding: 0 16 0 16;");
    return List.of(section(Labels.muted(tools.text("import.reading"))), rows);
  }

  private List<Node> found(Found found) {
    return switch (found) {
      case Wrong wrong -> mistakes(wrong);
      case Laid laid -> {
        numbers(mergeNumbers, laid.merge());
        numbers(replaceNumbers, laid.replace());
        Side side = laid.side(model.others().get());
        difference.show(side.change());
        var changes =
            Panels.section(
                tools.text("change.difference"),
                Labels.caption(tools.text("publication.changes", side.change().size())),
                difference);
        Styles.styled(changes, "last");
        yield List.of(choice, changes);
      }
    };
  }

  private void numbers(FlowPane pane, Side side) {
    pane.getChildren()
        .setAll(
            number(Icon.PLUS, Styles.DONE, "import.added", side.change().added().size()),
            number(Icon.PENCIL, Styles.ATTENTION, "import.edited", side.change().edited().size()),
            number(Icon.MINUS, Styles.WRONG, "import.removed", side.change().removed().size()),
            number(Icon.CHECK, Styles.QUIET, "import.same", side.same()));
  }

  private Node number(Icon icon, String tone, String key, int number) {
    var line =
        Styles.styled(
            new HBox(4, icon.view(12), Labels.plain(tools.text(key, number), Styles.SMALL)),
            number == 0 ? Styles.QUIET : tone);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private List<Node> mistakes(Wrong wrong) {
    int all = wrong.mistakes().first().size() + wrong.mistakes().more();
    List<Node> lines = new ArrayList<>();
    lines.add(
        Styles.styled(
            Labels.wrapped(tools.text("import.not-taken", all), Styles.STRONG), Styles.WRONG));
    for (Problem.Invalid mistake : wrong.mistakes().first()) {
      lines.add(wrongLine(ProblemText.of(mistake, tools.texts()).line()));
    }
    if (wrong.mistakes().more() > 0) {
      lines.add(Labels.muted(tools.text("change.more", wrong.mistakes().more())));
    }
    lines.add(Labels.wrapped(tools.text("import.form"), Styles.MUTED));
    var section = Ids.give("import-mistakes", section(lines.toArray(Node[]::new)));
    section.setSpacing(8);
    return List.of(section);
  }

  private Node trouble(Problem problem) {
    return section(wrongLine(ProblemText.of(problem, tools.texts()).line()));
  }

  private static Node wrongLine(String sentence) {
    Label words = Labels.wrapped(sentence, Styles.SMALL);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    return Styles.styled(new HBox(8, Icon.X_CIRCLE.view(), words), Styles.WRONG);
  }

  private static VBox section(Node... nodes) {
    return Styles.styled(new VBox(nodes), Styles.SECTION, "last");
  }

  private void enable() {
    int size = model.ready().map(change -> change.size()).orElse(0);
    take.setVisible(!(model.found().get().newest().orElse(null) instanceof Wrong));
    take.setText(tools.text("import.take", size));
    take.setDisable(size == 0);
  }
}
