package dev.frontdesk.sandbox;

import dev.frontdesk.sandbox.traffic.Traffic;
import java.util.function.Supplier;

/**
 * Puts a past before what the edge counts, when somebody first looks: it takes about a second to
 * make, and the start of the sandbox is not to wait for it.
 */
final class Past implements Supplier<Traffic> {
  private final Traffic traffic;
  private final Supplier<Traffic> past;
  private boolean made;

  Past(Traffic traffic, Supplier<Traffic> past) {
    this.traffic = traffic;
    this.past = past;
  }

  @Override
  public synchronized Traffic get() {
    if (!made) {
      traffic.add(past.get());
      made = true;
    }
    return traffic;
  }
}
