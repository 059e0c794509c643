package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Distribution;
import java.util.List;
import java.util.Set;

/** Reads what a person pasted to be purged, by the rules of facts.md. */
public final class PurgeReader {
  private final Distribution distribution;
  private final Set<String> hosts;

  /**
   * @param hosts the edge's names, with a port where it is not the scheme's own; those of the
   *     distribution count as well
   */
  public PurgeReader(Distribution distribution, Set<String> hosts) {
    this.distribution = distribution;
    this.hosts = Set.copyOf(hosts);
  }

  /** Reads a text of several lines, each with one thing or several. Never throws. */
  public List<PastedItem> read(String text) {
    throw new UnsupportedOperationException("to be written " + distribution + hosts + text);
  }

  /**
   * Reads exactly one thing, as an argument of a command.
   *
   * @param number its place among the arguments, from 1
   */
  public PastedItem readOne(int number, String text) {
    throw new UnsupportedOperationException("to be written " + number + text);
  }
}
