package dev.frontdesk.ui.behaviours;

import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.OriginAnswer;
import dev.frontdesk.caching.Strategy;
import dev.frontdesk.publishing.RouteCheck;
import dev.frontdesk.publishing.RouteCheck.Finding;
import dev.frontdesk.texts.CachingText;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the check of a route found, in sentences. */
record RouteWords(Tools tools) {
  /** How a fit is told beside its sentence. */
  record Look(Icon icon, String tone) {}

  Look look(RouteCheck.Fit fit) {
    return switch (fit) {
      case FITS -> new Look(Icon.CHECK_CIRCLE, Styles.DONE);
      case MIND -> new Look(Icon.ALERT_TRIANGLE, Styles.ATTENTION);
      case MISFIT -> new Look(Icon.X_CIRCLE, Styles.WRONG);
      case NOT_KNOWN -> new Look(Icon.CIRCLE, Styles.QUIET);
    };
  }

  /** The strategy, of a purge also by what. */
  String strategy(RouteCheck check) {
    if (check.route().strategy() != Strategy.INVALIDATE) {
      return tools.text("strategy." + check.route().strategy().word());
    }
    return tools.text(check.route().tag() == null ? "behaviours.by-path" : "behaviours.by-tag");
  }

  /** The worst of it. */
  String sentence(RouteCheck check) {
    return sentence(check, check.findings().getFirst());
  }

  /** All of it. */
  String whole(RouteCheck check) {
    return check.findings().stream()
        .map(finding -> sentence(check, finding))
        .collect(Collectors.joining(" "));
  }

  private String sentence(RouteCheck check, Finding finding) {
    var words = new CachingText(tools.texts());
    if (finding == Finding.ORIGIN_NOT_KNOWN) {
      return check
          .explanation()
          .answer()
          .map(OriginAnswer::status)
          .map(status -> tools.text("fit.origin-status", status, check.explanation().path()))
          .orElseGet(() -> tools.text("fit.origin_not_known"));
    }
    String kept =
        check.explanation().edge().map(EffectiveTtl::seconds).map(words::length).orElse("");
    return tools.text(
        "fit." + finding.name().toLowerCase(Locale.ROOT),
        kept,
        words.key(check.explanation().match().behaviour()));
  }
}
