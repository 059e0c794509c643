package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Evidence.Side;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.ui.kit.Difference;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.EntryWords;
import dev.frontdesk.ui.kit.Identity;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Remark;
import dev.frontdesk.ui.kit.RemarkLine;
import dev.frontdesk.ui.kit.Remarks;
import dev.frontdesk.ui.kit.StepList;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Everything the journal keeps of one entry. */
final class OurDetails {
  private final Tools tools;
  private final DetailsParts parts;
  private final Remarks remarks;
  private final Consumer<String> open;

  /**
   * @param open shows another entry, by its id
   */
  OurDetails(Tools tools, DetailsParts parts, Consumer<String> open) {
    this.tools = tools;
    this.parts = parts;
    this.remarks = new Remarks(tools);
    this.open = open;
  }

  /**
   * @param by who goes on with it
   */
  List<Node> sections(JournalEntry entry, Hands by) {
    List<Node> all = new ArrayList<>();
    all.add(
        parts.head(
            EntryWords.title(entry, tools),
            entry.state(),
            line(entry),
            entry.about().who(),
            entry.invalidationIds()));
    List<Remark> said = remarks.of(entry, by);
    if (!said.isEmpty()) {
      VBox section = DetailsParts.section();
      section.setSpacing(8);
      said.forEach(remark -> section.getChildren().add(RemarkLine.paragraph(remark, tools, open)));
      all.add(section);
    }
    String reason = entry.about().reason();
    all.add(
        reason.isEmpty()
            ? DetailsParts.section(Labels.muted(tools.text("details.no-reason")))
            : DetailsParts.section(Labels.wrapped(reason)));
    all.add(steps(entry, by));
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
    all.add(parts.paths(EntryWords.items(entry), entry.billedPaths()));
    if (!entry.progress().evidence().isEmpty()) {
      all.add(probe(entry));
    }
    return all;
  }

  private String line(JournalEntry entry) {
    String at = tools.moments().exact(entry.about().at());
    String who = Identity.inShort(entry.about().who());
    var roster = entry.roster();
    return roster == null
        ? tools.text("details.by", who, at)
        : tools.text("details.version-by", roster.versionBefore(), roster.versionAfter(), who, at);
  }

  private Node steps(JournalEntry entry, Hands by) {
    var steps = new StepList(tools);
    steps.show(entry);
    String whole = tools.moments().length(entry.duration());
    return Panels.section(
        tools.text("details.steps"),
        Labels.caption(entry.isOpen() ? "" : tools.text("details.in-all", whole)),
        steps,
        driver(entry, by));
  }

  /** Which desk goes on with it; nothing once it is over. */
  private Node driver(JournalEntry entry, Hands by) {
    if (!entry.isOpen()) {
      return new VBox();
    }
    Label line =
        Labels.wrapped(tools.text("hands." + by.name().toLowerCase(Locale.ROOT)), Styles.MUTED);
    line.setTooltip(new Tooltip(tools.text("hands.desk", entry.lease().desk())));
    line.setStyle("-fx-padding: 4 0 4 0;");
    return line;
  }

  private Node probe(JournalEntry entry) {
    Evidence seen = EntryFacts.lastOfRoster(entry).orElseThrow();
    VBox section =
        Panels.section(
            tools.text("details.probe"),
            Labels.caption(tools.text("verdict-word." + seen.verdict().word())),
            parts.fact("probe.edge", side(seen.edge())),
            parts.fact("probe.origin", side(seen.origin())),
            parts.fact("details.says", tools.text("verdict." + seen.reason())),
            parts.fact(
                "details.seen",
                tools.text("details.one-location", tools.moments().exactTime(seen.at()))));
    // What an earlier probe saw is why there was a second purge.
    entry.progress().evidence().stream()
        .filter(other -> other.path().equals(seen.path()) && !other.equals(seen))
        .forEach(other -> section.getChildren().add(earlier(other)));
    return section;
  }

  private Node earlier(Evidence seen) {
    return parts.fact(
        "details.before",
        tools.text(
            "details.earlier-probe",
            tools.moments().exactTime(seen.at()),
            tools.text("verdict-word." + seen.verdict().word()),
            side(seen.edge())));
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
    return String.join(", ", facts);
  }
}
