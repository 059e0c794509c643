package dev.frontdesk.publishing;

/**
 * Which desk drives an entry. Every write moves the counter, so that others see that the desk lives
 * without comparing anybody's clock with theirs.
 */
public record Lease(String desk, long counter) {
  /** Whose lease it is that a desk has given back. */
  static final String NOBODY = "";

  /** Whether any desk may take over at once. */
  boolean isFree() {
    return desk.equals(NOBODY);
  }

  public Lease moved() {
    return new Lease(desk, counter + 1);
  }

  public Lease takenBy(String other) {
    return new Lease(other, counter + 1);
  }
}
