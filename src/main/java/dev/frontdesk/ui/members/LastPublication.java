package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.ui.kit.EntryFacts;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.ProbeTable;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.TakeBackButton;
import dev.frontdesk.ui.kit.Tools;
import dev.frontdesk.ui.kit.VerdictLook;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the last probe of the last publication saw, and what can be done with that publication. */
final class LastPublication {
  private final Tools tools;
  private final Label probeTitle = Labels.title("");
  private final Label verdict = Labels.plain("", "state");
  private final ProbeTable probe;
  private final Label proves = Labels.wrapped("", Styles.SMALL);
  private final Label limits = Labels.wrapped("", Styles.MUTED);
  private final VBox evidence;
  private final Button inHistory;
  private final TakeBackButton takeBack;
  private final Node foot;

  LastPublication(
      MembersModel model,
      Tools tools,
      Consumer<String> openInHistory,
      Consumer<JournalEntry> onTakeBack) {
    this.tools = tools;
    this.probe = new ProbeTable(tools);
    var head = new HBox(8, probeTitle, Labels.spring(), verdict);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setMinHeight(24);
    var seen = Styles.styled(new VBox(head, probe), Styles.SECTION);
    var result = Styles.styled(new VBox(proves), Styles.SECTION);
    var info = new HBox(8, Icon.INFO.view(), limits);
    HBox.setHgrow(limits, Priority.ALWAYS);
    limits.setMinWidth(0);
    this.evidence = new VBox(seen, result, Styles.styled(new VBox(info), Styles.SECTION, "last"));
    this.inHistory = new Button(tools.text("publication.in-history"));
    inHistory.setOnAction(
        _ -> model.publication().get().ifPresent(entry -> openInHistory.accept(entry.id())));
    inHistory.setMinWidth(Region.USE_PREF_SIZE);
    verdict.setMinWidth(Region.USE_PREF_SIZE);
    this.takeBack = new TakeBackButton(tools, onTakeBack);
    this.foot = Panels.foot(takeBack, inHistory);
  }

  /** Gone while no probe has seen anything of it. */
  Node evidence() {
    return evidence;
  }

  /** The buttons. */
  Node foot() {
    return foot;
  }

  void tighten(Number width) {
    Panels.tighten(width.doubleValue(), takeBack, inHistory);
  }

  void show(Optional<JournalEntry> publication) {
    inHistory.setVisible(publication.isPresent());
    takeBack.show(publication);
    Optional<Evidence> last = publication.flatMap(EntryFacts::lastOfRoster);
    evidence.setVisible(last.isPresent());
    evidence.setManaged(last.isPresent());
    last.ifPresent(seen -> show(publication.orElseThrow(), seen));
  }

  private void show(JournalEntry entry, Evidence seen) {
    var roster = entry.roster();
    probeTitle.setText(tools.text("probe.title", roster == null ? 0 : roster.versionAfter()));
    VerdictLook.tell(seen.verdict(), verdict, 16, tools.texts());
    probe.show(seen);
    proves.setText(tools.text("verdict." + seen.reason()));
    long asked = entry.progress().evidence().stream().map(Evidence::path).distinct().count();
    String location = seen.edge().location();
    limits.setText(
        tools.text(
            "probe.limits",
            location == null ? "–" : location,
            asked,
            entry.progress().routes().size()));
  }
}
