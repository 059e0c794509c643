package dev.frontdesk.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in kinds that differ in what a person or the program does next. The sentences
 * are in the resource bundle; a problem carries what they name.
 */
public sealed interface Problem {
  /** The AWS request id, for a support case; null where no request was answered. */
  default @Nullable String requestId() {
    return null;
  }

  /** Whether the same call may succeed later without anybody mending anything. */
  default boolean passes() {
    return false;
  }

  /** The caller may not do it. {@code detail} is AWS's own sentence: it names the permission. */
  record Denied(String action, String detail, @Nullable String requestId) implements Problem {}

  /** The credentials are missing, expired or wrong. */
  record NoCredentials(String detail) implements Problem {}

  /** AWS asked to slow down. */
  record Throttled(String action, @Nullable String requestId) implements Problem {
    @Override
    public boolean passes() {
      return true;
    }
  }

  /**
   * CloudFront has as many paths or wildcards in progress as it takes, or as this desk leaves room
   * for.
   *
   * @param place in this desk's line of purges that wait; 1 is the next, 0 where there is no line
   * @param detail AWS's own sentence; empty where it was not asked
   */
  record QuotaFull(int place, String detail, @Nullable String requestId) implements Problem {
    @Override
    public boolean passes() {
      return true;
    }
  }

  /** A change whose outcome was unknown is known not to be in the tables. */
  record Unsaved() implements Problem {}

  /** CloudFront takes the paths, but not so many at once. */
  record TooLarge(String action, String detail, @Nullable String requestId) implements Problem {}

  /** Somebody else moved first; nothing was changed. */
  record Conflict(String what) implements Problem {}

  /**
   * Somebody's change is too large for one transaction, and is being saved in several; nothing was
   * changed.
   *
   * @param who that somebody
   */
  record Locked(String what, String who) implements Problem {}

  /** What was asked for is not there: a project, a table, a distribution. */
  record Missing(String what, String name, @Nullable String requestId) implements Problem {}

  /**
   * The input breaks a rule.
   *
   * @param rule the key of its sentence in the bundle, without the prefix {@code rule.}
   * @param values what the sentence names, in its order
   */
  record Invalid(String rule, List<String> values) implements Problem {
    public Invalid {
      values = List.copyOf(values);
    }

    public Invalid(String rule, String... values) {
      this(rule, List.of(values));
    }
  }

  /** Nobody answered at the address; nothing is known to have happened there. */
  record Offline(String address, String detail) implements Problem {
    @Override
    public boolean passes() {
      return true;
    }
  }

  /** The request went out and no answer came: it may or may not have been carried out. */
  record UnknownOutcome(String action, String detail) implements Problem {
    @Override
    public boolean passes() {
      return true;
    }
  }

  /** The service failed on its side (5xx); it may work again in a moment. */
  record Unavailable(String action, String detail, @Nullable String requestId) implements Problem {
    @Override
    public boolean passes() {
      return true;
    }
  }

  /** Refused for a reason that none of the others names; {@code detail} is AWS's own sentence. */
  record Refused(String action, String detail, @Nullable String requestId) implements Problem {}

  /** This machine does not let it: a port is taken, a folder cannot be written. */
  record Machine(String detail) implements Problem {}

  /** A mistake in Frontdesk itself. */
  record Bug(String detail) implements Problem {}
}
