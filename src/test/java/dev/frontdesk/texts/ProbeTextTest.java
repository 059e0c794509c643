package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.publishing.Differences;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.Probe.Place;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.ui.Answers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProbeTextTest {
  private final ProbeText words = new ProbeText(Texts.of(Locale.ENGLISH));

  /** A support person is to read that the edge is no more broken than the origin. */
  @Test
  void twoRefusalsAreToldTogether() {
    Reading refusal = Answers.wall(403, null);
    assertEquals(
        "Edge and origin refuse alike (status 403): the same error at both. Neither gave the"
            + " document. If readers send a header, give it.",
        reason("refuses", refusal, refusal, Differences.Listed.NONE));
    assertEquals(
        "Edge and origin both refuse (status 403), in different words.",
        first(
            reason(
                "refuses",
                refusal,
                refusal,
                new Differences.Whole(refusal.body(), refusal.body()))));
    assertEquals(
        "Edge and origin both fail (status 500 and 503), in different words.",
        first(
            reason(
                "fails",
                Answers.wall(500, null),
                Answers.wall(503, null),
                Differences.Listed.NONE)));
    assertEquals(
        "Edge and origin send readers on alike (status 301), to the same address.",
        first(
            reason(
                "redirects",
                Answers.wall(301, "/b"),
                Answers.wall(301, "/b"),
                Differences.Listed.NONE)));
    assertEquals(
        "Edge and origin both ask for a sign-in (status 401).",
        first(
            reason(
                "login",
                Answers.wall(401, null),
                Answers.wall(401, null),
                Differences.Listed.NONE)));
  }

  private String reason(String why, Reading edge, Reading origin, Differences differences) {
    return words.reason(
        new Probe(
            Instant.EPOCH,
            "/a",
            new Probe.Finding(Verdict.INCOMPARABLE, why, Place.BOTH),
            edge,
            origin,
            new Probe.Kept(
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                null),
            differences));
  }

  private static String first(String text) {
    return text.substring(0, text.indexOf(". ") + 1);
  }
}
