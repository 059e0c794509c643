package dev.frontdesk.invalidation;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFront tells of a distribution's invalidations, with the archive in front of it: the
 * details of what is completed are asked for once, ever.
 */
public final class InvalidationLog {
  private final Invalidator invalidator;
  private final InvalidationArchive archive;

  public InvalidationLog(Invalidator invalidator, InvalidationArchive archive) {
    this.invalidator = invalidator;
    this.archive = archive;
  }

  /** A page of the list; see {@link Invalidator#list}. */
  public InvalidationPage list(@Nullable String marker) {
    return invalidator.list(marker);
  }

  /** The details where they are known without asking. */
  public Optional<Invalidation> known(String id) {
    return archive.find(id);
  }

  /** Everything whose details are known without asking, in no order. */
  public Collection<Invalidation> known() {
    return archive.all();
  }

  /** The details, of the archive or of CloudFront. Blocks. */
  public Invalidation details(String id) {
    return archive
        .find(id)
        .orElseGet(() -> {
          Invalidation told = invalidator.get(id);
          if (told.completed()) {
            archive.keep(told);
          }
          return told;
        });
  }
}
