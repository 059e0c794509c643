package dev.frontdesk.ui.history;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.ui.kit.HistoryFacts;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Panels;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/**
 * What CloudFront tells of an invalidation that the journal does not know, and what it does not.
 */
final class ForeignDetails {
  private final Tools tools;
  private final DetailsParts parts;

  ForeignDetails(Tools tools, DetailsParts parts) {
    this.tools = tools;
    this.parts = parts;
  }

  /**
   * @param coming whether what is missing may still come
   */
  List<Node> sections(Foreign foreign, boolean coming) {
    List<Node> all = new ArrayList<>();
    all.add(
        parts.head(
            tools.text("details.title-foreign"),
            HistoryFacts.state(foreign),
            tools.text("details.foreign-at", tools.moments().exact(foreign.at())),
            tools.text("details.nobody"),
            List.of(foreign.id())));
    all.add(
        DetailsParts.section(
            Labels.wrapped(tools.text("details.foreign")),
            Labels.wrapped(tools.text("details.nobody"), Styles.MUTED)));
    Invalidation details = foreign.details();
    if (details == null) {
      String why = tools.text(coming ? "details.paths-coming" : "details.paths-missing");
      all.add(
          Panels.section(
              tools.text("details.paths"),
              Labels.caption(HistoryWords.NOT_YET),
              Labels.wrapped(why, Styles.MUTED)));
    } else {
      all.add(parts.paths(details.items(), details.items().size()));
      all.add(
          Panels.section(
              tools.text("details.reference"),
              Labels.caption(""),
              parts.id(details.callerReference())));
    }
    return all;
  }
}
