package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.StepList;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Everything the journal keeps of one entry. */
final class DetailsPane extends StackPane {
  private static final double WIDTH = 376;
  private static final double SMALL_WIDTH = 312;
  private static final double NAMES = 64;
  private static final int MOST_PATHS = 100;

  private final Tools tools;
  private final VBox sections = Ids.give("history-details", new VBox());
  private final Node nothing;
  private final Node scroll;

  DetailsPane(Tools tools) {
    this.tools = tools;
    this.nothing =
        new EmptyState(Icon.HISTORY, tools.text("details.none-title"), tools.text("details.none"));
    this.scroll = Panels.scrolling(sections);
    Styles.styled(this, Styles.PANEL);
    narrow(false);
    getChildren().addAll(nothing, scroll);
  }

  void narrow(boolean is) {
    double width = is ? SMALL_WIDTH : WIDTH;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
  }

  void show(Optional<JournalEntry> entry) {
    nothing.setVisible(entry.isEmpty());
    scroll.setVisible(entry.isPresent());
    sections.getChildren().setAll(entry.map(this::sections).orElse(List.of()));
  }

  private List<Node> sections(JournalEntry entry) {
    List<Node> all = new ArrayList<>(List.of(head(entry)));
    Trouble trouble = entry.progress().trouble();
    if (trouble != null) {
      all.add(trouble(entry, trouble));
    }
    String reason = entry.about().reason();
    all.add(
        reason.isEmpty()
            ? section(Labels.muted(tools.text("details.no-reason")))
            : section(Labels.wrapped(reason)));
    var steps = new StepList(tools);
    steps.show(entry);
    String whole = tools.moments().length(entry.duration());
    all.add(
        Panels.section(
            tools.text("details.steps"),
            Labels.caption(entry.isOpen() ? "" : tools.text("details.in-all", whole)),
            steps));
    var roster = entry.roster();
    if (roster != null) {
      var difference = new Difference(tools);
      difference.show(roster.change());
      all.add(
          Panels.section(
              tools.text("details.roster"),
              Labels.caption(tools.text("publication.changes", roster.change().size())),
              difference));
    }
    all.add(paths(entry));
    if (!entry.progress().evidence().isEmpty()) {
      all.add(probe(entry));
    }
    Styles.styled(all.getLast(), "last");
    return all;
  }

  private Node head(JournalEntry entry) {
    Label title = Labels.title(title(entry));
    title.setMinWidth(0);
    Label state = Labels.plain("", "state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    StateLook.tell(entry.state(), state, tools.texts());
    var first = new HBox(8, title, Labels.spring(), state);
    first.setAlignment(Pos.CENTER_LEFT);
    var head = section(first, Labels.wrapped(line(entry), Styles.MUTED));
    HistoryWords.invalidationIds(entry)
        .distinct()
        .forEach(id -> {
          var copyable = new CopyableId(tools.texts());
          copyable.setText(id);
          head.getChildren().add(copyable);
        });
    return head;
  }

  private String title(JournalEntry entry) {
    return tools.text(
        "details.title-" + HistoryWords.kind(entry), HistoryWords.subject(entry, tools));
  }

  private String line(JournalEntry entry) {
    String at = tools.moments().exact(entry.about().at());
    String who = entry.about().who();
    var roster = entry.roster();
    return roster == null
        ? tools.text("details.by", who, at)
        : tools.text("details.version-by", roster.versionBefore(), roster.versionAfter(), who, at);
  }

  private Node trouble(JournalEntry entry, Trouble trouble) {
    ProblemText words = ProblemText.of(trouble.problem(), tools.texts());
    String tone = entry.isOpen() ? Styles.ATTENTION : Styles.WRONG;
    var line =
        Styles.styled(
            new HBox(
                8,
                Icon.ALERT_TRIANGLE.view(),
                new VBox(
                    2,
                    Labels.wrapped(words.sentence(), Styles.SMALL, tone),
                    Labels.wrapped(words.remedy(), Styles.SMALL))),
            tone);
    return section(line);
  }

  private Node paths(JournalEntry entry) {
    List<String> paths = HistoryWords.paths(entry);
    var list = new VBox();
    for (String path : paths.subList(0, Math.min(paths.size(), MOST_PATHS))) {
      Label label = Labels.mono(path);
      label.setTooltip(new Tooltip(path));
      label.setMinHeight(20);
      list.getChildren().add(label);
    }
    if (paths.size() > MOST_PATHS) {
      list.getChildren().add(Labels.muted(tools.text("change.more", paths.size() - MOST_PATHS)));
    }
    return Panels.section(
        tools.text("details.paths"),
        Labels.caption(tools.text("history.paths", paths.size())),
        list);
  }

  private Node probe(JournalEntry entry) {
    List<Evidence> all = entry.progress().evidence();
    Evidence seen = all.getLast();
    for (Evidence each : all) {
      if (each.path().equals(all.getFirst().path())) {
        seen = each;
      }
    }
    return Panels.section(
        tools.text("details.probe"),
        Labels.caption(tools.text("verdict-word." + seen.verdict().word())),
        fact("probe.edge", side(seen.edge())),
        fact("probe.origin", side(seen.origin())),
        fact("details.says", tools.text("verdict." + seen.reason())),
        fact(
            "details.seen",
            tools.text("details.one-location", tools.moments().exactTime(seen.at()))));
  }

  private String side(Side side) {
    if (side.status() == 0) {
      return tools.text("probe.silent");
    }
    List<String> facts = new ArrayList<>(List.of(Integer.toString(side.status())));
    Long version = side.version();
    Integer members = side.members();
    if (version != null) {
      facts.add(tools.text("version", version));
    }
    if (members != null) {
      facts.add(tools.text("members.count", members));
    }
    if (side.xCache() != null) {
      facts.add(side.xCache());
    }
    if (side.location() != null) {
      facts.add(side.location());
    }
    return facts.stream().collect(Collectors.joining(", "));
  }

  private Node fact(String key, String text) {
    Label name = Labels.muted(tools.text(key));
    name.setMinWidth(NAMES);
    Label value = Labels.wrapped(text, Styles.SMALL);
    HBox.setHgrow(value, javafx.scene.layout.Priority.ALWAYS);
    value.setMinWidth(0);
    var line = new HBox(8, name, value);
    line.setStyle("-fx-padding: 2 0 2 0;");
    return line;
  }

  private static VBox section(Node... content) {
    return Styles.styled(new VBox(4, content), Styles.SECTION);
  }
}
