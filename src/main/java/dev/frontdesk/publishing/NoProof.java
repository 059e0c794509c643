package dev.frontdesk.publishing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why completed is the end of an entry, and not fresh. */
public sealed interface NoProof {
  /** The connection has no address of edge or origin, so nobody was asked. */
  record NoAddress() implements NoProof {}

  /**
   * Wildcards and tags stand for more than could be asked; what could be is fresh.
   *
   * @param targets all of them, at least one
   * @param proved how many paths beside them are fresh
   */
  record StandsForMore(List<String> targets, int proved) implements NoProof {
    public StandsForMore {
      targets = List.copyOf(targets);
    }
  }

  /**
   * A side asks for a login.
   *
   * @param atEdge whether the edge does, or else the origin
   * @param status its HTTP status
   */
  record Login(boolean atEdge, int status, Evidence seen) implements NoProof {}

  /** What the two answered cannot be compared. */
  record Incomparable(Evidence seen) implements NoProof {}

  /** Of an entry that has ended; empty where it was proved, or ended in another way. */
  static Optional<NoProof> of(JournalEntry entry) {
    if (entry.isOpen() || entry.state() != State.COMPLETED) {
      return Optional.empty();
    }
    List<RouteProgress> routes = entry.progress().routes();
    Set<String> unproved =
        routes.stream()
            .filter(route -> route.state() == State.COMPLETED && route.canBeProbed())
            .map(RouteProgress::path)
            .collect(Collectors.toSet());
    Optional<Evidence> last =
        entry.progress().evidence().reversed().stream()
            .filter(seen -> seen.verdict() == Verdict.INCOMPARABLE)
            .filter(seen -> unproved.contains(seen.path()))
            .findFirst();
    if (last.isPresent()) {
      return last.map(NoProof::of);
    }
    List<String> more =
        routes.stream().filter(route -> !route.canBeProbed()).map(RouteProgress::path).toList();
    return Optional.of(
        more.isEmpty() || !unproved.isEmpty()
            ? new NoAddress()
            : new StandsForMore(more, routes.size() - more.size()));
  }

  private static NoProof of(Evidence seen) {
    boolean atEdge = seen.reason().startsWith("edge");
    int status = (atEdge ? seen.edge() : seen.origin()).status();
    return status == 401 || status == 403
        ? new Login(atEdge, status, seen)
        : new Incomparable(seen);
  }
}
