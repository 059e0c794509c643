package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Explanation;
import dev.frontdesk.publishing.PathExplainer;
import dev.frontdesk.publishing.RouteCheck;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Loader;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * How the distribution keeps answers. The origin is asked for the routes when the page is first
 * shown, and for a path when a person asks about it.
 */
final class BehavioursModel {
  private final PathExplainer explainer;
  private final Loader<Distribution> distribution;
  private final Loader<Optional<List<RouteCheck>>> checks;
  private final Loader<Explanation> explanation;
  private final StringProperty path = new SimpleStringProperty("");

  BehavioursModel(PathExplainer explainer, Work work, Now now) {
    this.explainer = explainer;
    this.distribution = new Loader<>(work, now.clock());
    this.checks = new Loader<>(work, now.clock());
    this.explanation = new Loader<>(work, now.clock());
  }

  // Properties

  ReadOnlyObjectProperty<Load<Distribution>> distribution() {
    return distribution.state();
  }

  /** Each route of the connection; empty where no project has a member to take as the example. */
  ReadOnlyObjectProperty<Load<Optional<List<RouteCheck>>>> checks() {
    return checks.state();
  }

  ReadOnlyObjectProperty<Load<Explanation>> explanation() {
    return explanation.state();
  }

  /** A path or an address that a person asks about. */
  StringProperty path() {
    return path;
  }

  // Commands

  /** The page has come to the front: what is not there yet is asked for. */
  void show() {
    if (!(distribution.get() instanceof Load.Loaded<?>) && !distribution.get().isLoading()) {
      load();
    }
  }

  /** Reads everything on the page again, for the page says as of when it is. */
  void load() {
    explainer.forget();
    distribution.load(explainer::distribution);
    checks.load(explainer::checks);
    explanation
        .get()
        .newest()
        .ifPresent(shown -> explanation.load(() -> explainer.explain(shown.path())));
  }

  /** Explains what is written, unless that is nothing. */
  void explain() {
    String asked = path.get();
    if (!asked.isBlank()) {
      explanation.load(() -> explainer.explain(asked));
    }
  }
}
