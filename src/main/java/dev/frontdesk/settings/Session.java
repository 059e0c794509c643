package dev.frontdesk.settings;

import dev.frontdesk.caching.CacheMetrics;
import dev.frontdesk.caching.Distributions;
import dev.frontdesk.invalidation.InvalidationLog;
import dev.frontdesk.members.RosterStore;
import dev.frontdesk.publishing.Ground;
import dev.frontdesk.publishing.History;
import dev.frontdesk.publishing.Journal;
import dev.frontdesk.publishing.PathExplainer;
import dev.frontdesk.publishing.Prober;
import dev.frontdesk.publishing.Probing;
import dev.frontdesk.publishing.Publisher;
import dev.frontdesk.publishing.PurgePlanning;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * A connection opened: the ports behind it. Opening builds nothing that is slow; the first call of
 * each port does.
 *
 * @param prober reads at edge and origin, as the publisher's proofs do
 * @param who signs what is done here; may block for seconds when first asked
 * @param resources closed last, after the publisher has let go of them
 */
public record Session(
    Connection connection,
    Books books,
    Publisher publisher,
    Prober prober,
    Supplier<String> who,
    Resources resources)
    implements AutoCloseable {

  /** What there is to read: the tables, and what CloudFront and CloudWatch tell of the cache. */
  public record Books(
      RosterStore rosters,
      Journal journal,
      InvalidationLog invalidations,
      Distributions distributions,
      CacheMetrics metrics) {}

  /** The clients behind the ports. */
  public interface Resources extends AutoCloseable {
    @Override
    void close();
  }

  /** Opens connections. */
  public interface Opener {
    Session open(Connection connection);
  }

  public RosterStore rosters() {
    return books.rosters();
  }

  public Journal journal() {
    return books.journal();
  }

  public InvalidationLog invalidations() {
    return books.invalidations();
  }

  public Distributions distributions() {
    return books.distributions();
  }

  public CacheMetrics metrics() {
    return books.metrics();
  }

  /** What plans purges, with what is known of the month kept. */
  public PurgePlanning purgePlanning(InstantSource time) {
    return new PurgePlanning(
        journal(),
        invalidations(),
        distributions(),
        connection.site().routes(),
        connection.site().edgeHosts(),
        time);
  }

  /** What probes a path when a person asks. */
  public Probing probing(InstantSource time) {
    return new Probing(prober, distributions(), ground(), time);
  }

  /** What explains how paths are cached. */
  public PathExplainer pathExplainer(InstantSource time) {
    return new PathExplainer(distributions(), rosters(), prober, ground(), time);
  }

  private Ground ground() {
    var site = connection.site();
    return new Ground(site.routes(), site.edgeHosts(), site.originUrl());
  }

  /** The journal and what others have invalidated, in one. */
  public History history(InstantSource time) {
    return new History(journal(), invalidations(), time);
  }

  /** The same, with rosters read in another way. */
  public Session reading(RosterStore rosters) {
    var others = new Books(rosters, journal(), invalidations(), distributions(), metrics());
    return new Session(connection, others, publisher, prober, who, resources);
  }

  /** The same, with something that is closed after everything else. */
  public Session closing(Resources last) {
    return new Session(
        connection,
        books,
        publisher,
        prober,
        who,
        () -> {
          try {
            resources.close();
          } finally {
            last.close();
          }
        });
  }

  /** Stops what it does in the background, awaits the writes under way, closes its clients. */
  @Override
  public void close() {
    try {
      publisher.close();
    } finally {
      resources.close();
    }
  }
}
