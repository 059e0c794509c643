package dev.frontdesk.fakes;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationArchive;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An archive in memory. */
public final class FakeArchive implements InvalidationArchive {
  private final Map<String, Invalidation> kept = new ConcurrentHashMap<>();

  @Override
  public Optional<Invalidation> find(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Collection<Invalidation> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public void keep(Invalidation completed) {
    if (!completed.completed()) {
      throw new IllegalArgumentException(completed.id() + " is in progress");
    }
    kept.put(completed.id(), completed);
  }
}
