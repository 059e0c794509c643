package dev.frontdesk.files;

import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationArchive;
import java.util.Collection;
import java.util.Optional;

/** Completed invalidations of one distribution in a file of the user's cache folder. */
public final class InvalidationFile implements InvalidationArchive {
  private final String distribution;

  private InvalidationFile(String distribution) {
    this.distribution = distribution;
  }

  /** Reads nothing until it is first asked. */
  public static InvalidationFile of(String distribution) {
    return new InvalidationFile(distribution);
  }

  @Override
  public Optional<Invalidation> find(String id) {
    throw new UnsupportedOperationException("to be written " + distribution);
  }

  @Override
  public Collection<Invalidation> all() {
    throw new UnsupportedOperationException("to be written");
  }

  @Override
  public void keep(Invalidation completed) {
    throw new UnsupportedOperationException("to be written");
  }
}
