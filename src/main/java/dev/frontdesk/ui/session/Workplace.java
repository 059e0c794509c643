package dev.frontdesk.ui.session;

import dev.frontdesk.members.Roles;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.settings.Connection;
import java.util.function.Supplier;

/**
 * An open connection as the pages see it. Everything in it may block, and is called off the user
 * interface's thread.
 *
 * @param who the identity that the journal will keep; may ask STS
 * @param closing ends what runs behind it, within a bound
 */
public record Workplace(
    Connection connection,
    RosterStore rosters,
    Publishing publishing,
    History history,
    Supplier<String> who,
    Runnable closing) {
  public Roles roles() {
    return connection.members().roles();
  }

  /** Whether a change here reaches customers, so that it is asked about before. */
  public boolean isProduction() {
    return connection.environment() == Connection.Environment.PRODUCTION;
  }

  /** Whether readers can be asked what they get. */
  public boolean canProbe() {
    return connection.site().edgeUrl() != null && connection.site().originUrl() != null;
  }
}
