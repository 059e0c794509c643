package dev.frontdesk.settings.json;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.settings.json.Node.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules that a connections file breaks, each with its place. */
final class Findings {
  private record Finding(Place place, Problem.Invalid problem) {}

  private final String file;
  private final List<Finding> found = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  /**
   * A broken rule. Its sentence names, in this order, the file, line, column, the field's path, and
   * then {@code values}.
   *
   * @param rule without the prefix {@code settings-}
   */
  void add(String rule, Place place, String path, String... values) {
    List<String> all = new ArrayList<>();
    all.add(file);
    all.add(Integer.toString(place.line()));
    all.add(Integer.toString(place.column()));
    all.add(path);
    all.addAll(List.of(values));
    found.add(new Finding(place, new Problem.Invalid("settings-" + rule, all)));
  }

  /** In the order of the file. */
  List<Problem.Invalid> problems() {
    // Hardly ever is there anything to order, and an order takes a while to be made.
    if (found.isEmpty()) {
      return List.of();
    }
    Comparator<Finding> byPlace =
        Comparator.<Finding>comparingInt(finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());
    return found.stream().sorted(byPlace).map(Finding::problem).toList();
  }
}
