package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import java.util.Locale;
import java.util.Optional;

/** What stands in the way of a document: an answer that says nothing of it. */
enum Refusal {
  /** A sign-in is asked for. */
  LOGIN,
  /** Without a word on a sign-in: a rule, a missing right to the origin's bucket, a country. */
  REFUSES,
  /** The answer is at another address. */
  REDIRECTS,
  THROTTLES,
  FAILS;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty where the reading says something of the document, or nobody answered. */
  static Optional<Refusal> of(Reading reading) {
    int status = reading.side().status();
    if (isLogin(reading)) {
      return Optional.of(LOGIN);
    }
    if (status == 403) {
      return Optional.of(REFUSES);
    }
    if (status / 100 == 3) {
      return Optional.of(REDIRECTS);
    }
    if (status == 429) {
      return Optional.of(THROTTLES);
    }
    return status >= 500 ? Optional.of(FAILS) : Optional.empty();
  }

  /** A 403 is one only where it says how to sign in (RFC 9110, 11.6.1, has that for a 401). */
  private static boolean isLogin(Reading reading) {
    int status = reading.side().status();
    String location = reading.headers().first("location");
    return status == 401
        || (status == 403 && reading.headers().first("www-authenticate") != null)
        || (status / 100 == 3 && location != null && LoginPage.isOne(location));
  }

  /**
   * The side that answers with a page where the other has a JSON document: a sign-in or an error
   * page may come with status 200. Empty where both have the same kind.
   */
  static Optional<Probe.Place> page(Reading edge, Reading origin) {
    boolean isDocument = edge.body() instanceof Body.Json;
    if (!isWell(edge) || !isWell(origin) || isDocument == origin.body() instanceof Body.Json) {
      return Optional.empty();
    }
    return Optional.of(isDocument ? Probe.Place.ORIGIN : Probe.Place.EDGE);
  }

  private static boolean isWell(Reading reading) {
    return reading.side().status() / 100 == 2;
  }
}
