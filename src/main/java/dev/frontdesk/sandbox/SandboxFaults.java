package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.faults.FaultPlan;
import java.time.Duration;

/**
 * How the sandbox is to differ from its quiet self.
 *
 * @param propagation from an invalidation's creation to its effect at the edge
 * @param ttl the origin's s-maxage, in whole seconds
 * @param holdGet how long the origin holds what it has read before it answers a GET
 * @param aws what goes wrong at AWS's endpoints, and there alone
 * @param readers how many simulated readers ask the edge in a second; 0 for none
 */
public record SandboxFaults(
    Duration propagation, Duration ttl, Duration holdGet, FaultPlan aws, double readers) {
  /** Short enough to watch; CloudFront's own takes 10 to 20 s. A day's TTL, as in the question. */
  public static final SandboxFaults NONE =
      new SandboxFaults(Duration.ofSeconds(3), Duration.ofDays(1));

  public SandboxFaults {
    if (propagation.isNegative()
        || ttl.isNegative()
        || ttl.toNanosPart() != 0
        || holdGet.isNegative()
        || !(readers >= 0)) {
      throw new IllegalArgumentException(
          "none is negative, and ttl is in whole seconds: %s, %s, %s, %s"
              .formatted(propagation, ttl, holdGet, readers));
    }
  }

  /** Nothing goes wrong. */
  public SandboxFaults(Duration propagation, Duration ttl) {
    this(propagation, ttl, Duration.ZERO, FaultPlan.NONE, 0);
  }

  /**
   * Reads a specification as {@code --faults} takes it: {@code propagation=2s,throttle=0.2}. Of a
   * word that comes twice the last counts.
   *
   * @throws IllegalArgumentException with a sentence for a person
   */
  public static SandboxFaults parse(String specification) {
    return FaultSpecification.parse(specification);
  }

  SandboxFaults withPropagation(Duration other) {
    return new SandboxFaults(other, ttl, holdGet, aws, readers);
  }

  SandboxFaults withTtl(Duration other) {
    return new SandboxFaults(propagation, other, holdGet, aws, readers);
  }

  SandboxFaults withHoldGet(Duration other) {
    return new SandboxFaults(propagation, ttl, other, aws, readers);
  }

  SandboxFaults with(FaultPlan other) {
    return new SandboxFaults(propagation, ttl, holdGet, other, readers);
  }

  /** The same with so many simulated readers a second. */
  public SandboxFaults withReaders(double aSecond) {
    return new SandboxFaults(propagation, ttl, holdGet, aws, aSecond);
  }
}
