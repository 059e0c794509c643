package dev.frontdesk.ui.kit;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One thing that is fetched again and again. Loads are numbered: an answer that comes after a newer
 * question is dropped.
 */
public final class Loader<T> {
  private final Work work;
  private final InstantSource clock;
  private final ReadOnlyObjectWrapper<Load<T>> state =
      new ReadOnlyObjectWrapper<>(new Load.Idle<>());
  private long newest;

  public Loader(Work work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  public ReadOnlyObjectProperty<Load<T>> state() {
    return state.getReadOnlyProperty();
  }

  public Load<T> get() {
    return state.get();
  }

  /** Fetches, with the value that is there still visible. */
  public void load(Callable<T> call) {
    work.requireUi();
    long number = ++newest;
    state.set(new Load.Loading<>(get().newest()));
    work.run(
        call,
        value -> {
          if (number == newest) {
            state.set(new Load.Loaded<>(value, clock.instant()));
          }
        },
        problem -> {
          if (number == newest) {
            state.set(new Load.Failed<>(problem, get().newest()));
          }
        });
  }

  /** A value that is known without fetching; an answer still on its way is dropped. */
  public void put(T value) {
    work.requireUi();
    newest++;
    state.set(new Load.Loaded<>(value, clock.instant()));
  }

  /** As if nobody had asked; an answer still on its way is dropped. */
  public void forget() {
    work.requireUi();
    newest++;
    state.set(new Load.Idle<>());
  }
}
