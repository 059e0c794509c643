package dev.frontdesk.aws;

import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.settings.Connection.Index;
import java.util.Map;

/** What the index by address is asked for. */
final class EmailIndex {
  /** The place that stands for the address in the index's value. */
  static final String EMAIL = "email";

  private EmailIndex() {}

  /** The address itself, or the index's own form of it: {@code EMAIL#{email}}. */
  static String value(Index index, String email) {
    String form = index.value();
    return form == null ? email : new PathTemplate(form).fill(Map.of(EMAIL, email));
  }
}
