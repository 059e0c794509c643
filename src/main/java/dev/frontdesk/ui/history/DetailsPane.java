package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.ui.kit.CopyableId;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.Remark;
import dev.frontdesk.ui.kit.RemarkLine;
import dev.frontdesk.ui.kit.Remarks;
import dev.frontdesk.ui.kit.RetryButton;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.StepList;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TakeBackButton;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything the journal keeps of one entry. */
final class DetailsPane extends StackPane {
  private static final double WIDTH = 376;
  private static final double SMALL_WIDTH = 312;
  private static final double NAMES = 64;
  private static final int MOST_PATHS = 100;

  private static final int MOST_IDS = 6;

  private final Tools tools;
  private final Function<JournalEntry, Hands> hands;
  private final PublicationStrip.Actions actions;
  private final Remarks remarks;
  private final RetryButton retry;
  private final TakeBackButton takeBack;
  private final VBox sections = Ids.give("history-details", new VBox());
  private final Node nothing;
  private final Node whole;
  private @Nullable JournalEntry shown;

  /**
   * @param hands who goes on with an entry
   * @param takeBack prepares the change that takes a publication back
   */
  DetailsPane(
      Tools tools,
      Function<JournalEntry, Hands> hands,
      PublicationStrip.Actions actions,
      Consumer<JournalEntry> takeBack) {
    this.tools = tools;
    this.hands = hands;
    this.actions = actions;
    this.remarks = new Remarks(tools);
    this.retry = new RetryButton(tools, actions.retry(), actions.tryNow());
    this.takeBack = new TakeBackButton(tools, takeBack);
    retry.getStyleClass().remove(Styles.COMPACT);
    this.nothing =
        new EmptyState(Icon.HISTORY, tools.text("details.none-title"), tools.text("details.none"));
    var scroll = Panels.scrolling(sections);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    this.whole = new VBox(scroll, Panels.foot(this.takeBack, retry));
    Styles.styled(this, Styles.PANEL);
    narrow(false);
    getChildren().addAll(nothing, whole);
  }

  void narrow(boolean is) {
    double width = is ? SMALL_WIDTH : WIDTH;
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
  }

  void show(Optional<JournalEntry> entry) {
    nothing.setVisible(entry.isEmpty());
    whole.setVisible(entry.isPresent());
    takeBack.show(entry);
    entry.ifPresentOrElse(one -> retry.show(one, hands.apply(one)), retry::hideIt);
    if (shown == null || entry.filter(shown::equals).isEmpty()) {
      shown = entry.orElse(null);
      sections.getChildren().setAll(entry.map(this::sections).orElse(List.of()));
    }
  }

  private List<Node> sections(JournalEntry entry) {
    List<Node> all = new ArrayList<>(List.of(head(entry)));
    Hands by = hands.apply(entry);
    List<Remark> said = remarks.of(entry, by);
    if (!said.isEmpty()) {
      VBox section = section();
      section.setSpacing(8);
      said.forEach(
          remark -> section.getChildren().add(RemarkLine.paragraph(remark, tools, actions.open())));
      all.add(section);
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
            steps,
            driver(entry, by)));
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
    List<String> ids = HistoryWords.invalidationIds(entry).distinct().toList();
    for (String id : ids.subList(0, Math.min(ids.size(), MOST_IDS))) {
      var copyable = new CopyableId(tools.texts());
      copyable.setText(id);
      head.getChildren().add(copyable);
    }
    if (ids.size() > MOST_IDS) {
      head.getChildren().add(Labels.muted(tools.text("change.more", ids.size() - MOST_IDS)));
    }
    return head;
  }

  /** Which desk goes on with it; nothing once it is over. */
  private Node driver(JournalEntry entry, Hands by) {
    if (!entry.isOpen()) {
      return new VBox();
    }
    Label line =
        Labels.wrapped(
            tools.text("hands." + by.name().toLowerCase(java.util.Locale.ROOT)), Styles.MUTED);
    line.setTooltip(new Tooltip(tools.text("hands.desk", entry.lease().desk())));
    line.setStyle("-fx-padding: 4 0 4 0;");
    return line;
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
    Evidence seen = EntryFacts.lastOfRoster(entry).orElseThrow();
    VBox section =
        Panels.section(
            tools.text("details.probe"),
            Labels.caption(tools.text("verdict-word." + seen.verdict().word())),
            fact("probe.edge", side(seen.edge())),
            fact("probe.origin", side(seen.origin())),
            fact("details.says", tools.text("verdict." + seen.reason())),
            fact(
                "details.seen",
                tools.text("details.one-location", tools.moments().exactTime(seen.at()))));
    // What an earlier probe saw is why there was a second purge.
    entry.progress().evidence().stream()
        .filter(other -> other.path().equals(seen.path()) && !other.equals(seen))
        .forEach(other ->
            section
                .getChildren()
                .add(
                    fact(
                        "details.before",
                        tools.text(
                            "details.earlier-probe",
                            tools.moments().exactTime(other.at()),
                            tools.text("verdict-word." + other.verdict().word()),
                            side(other.edge())))));
    return section;
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
    HBox.setHgrow(value, Priority.ALWAYS);
    value.setMinWidth(0);
    var line = new HBox(8, name, value);
    line.setStyle("-fx-padding: 2 0 2 0;");
    return line;
  }

  private static VBox section(Node... content) {
    return Styles.styled(new VBox(4, content), Styles.SECTION);
  }
}
