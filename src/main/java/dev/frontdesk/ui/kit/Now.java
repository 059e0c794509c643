package dev.frontdesk.ui.kit;

import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The time of day as the console shows it; it moves when it is told to. */
public final class Now {
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Instant> value;

  public Now(InstantSource clock) {
    this.clock = clock;
    this.value = new ReadOnlyObjectWrapper<>(clock.instant());
  }

  public ReadOnlyObjectProperty<Instant> value() {
    return value.getReadOnlyProperty();
  }

  public InstantSource clock() {
    return clock;
  }

  /** Looks at the clock. */
  public void tick() {
    value.set(clock.instant());
  }
}
