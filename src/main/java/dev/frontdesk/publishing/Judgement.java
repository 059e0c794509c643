package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What two readings of one path prove.
 *
 * @param reason the key of its sentence, without the prefix {@code verdict.}
 */
public record Judgement(Verdict verdict, String reason) {
  /**
   * Compares an edge's answer with one that the origin gave after the save.
   *
   * @param ordered whether the order of arrays of objects with an id matters
   * @param saved the roster's version that the origin must show; 0 for none
   */
  public static Judgement of(Reading edge, Reading origin, boolean ordered, long saved) {
    if (edge.side().status() == 0) {
      return incomparable("edge-silent");
    }
    if (origin.side().status() == 0) {
      return incomparable("origin-silent");
    }
    Optional<String> refusal = refusal(edge, origin);
    if (refusal.isPresent()) {
      return incomparable(refusal.get());
    }
    if (saved > 0 && !showsSaved(origin.side(), saved)) {
      return incomparable("origin-behind");
    }
    if (same(edge, origin, ordered)) {
      return new Judgement(Verdict.FRESH, "same");
    }
    Long version = edge.side().version();
    if (saved > 0 && version != null && version >= saved) {
      return new Judgement(Verdict.FRESH, "newer");
    }
    return new Judgement(Verdict.STALE, "differs");
  }

  /**
   * Judges two looks at what was purged without a change: nobody has said what the answer is to be.
   * That edge and origin differ does not make the edge's answer an old one where the origin's own
   * changes with each request, or where the edge has read it from the origin since the purge.
   *
   * @param shown the version that the origin showed when it was first looked at after the purge;
   *     null where it showed none. That others have changed it again since is no fault of the purge
   */
  public static Judgement ofPurge(Look first, Look second, boolean ordered, @Nullable Long shown) {
    Judgement last = of(second.edge(), second.origin(), ordered, 0);
    if (last.verdict() != Verdict.STALE) {
      return last;
    }
    Long edge = second.edge().side().version();
    if (edge != null && shown != null && edge >= shown) {
      return new Judgement(Verdict.FRESH, "moved-on");
    }
    if (isOlder(second)) {
      return last;
    }
    if (!same(first.origin(), second.origin(), ordered)) {
      return incomparable("origin-varies");
    }
    boolean isJustRead =
        isMiss(second.edge())
            || (isMiss(first.edge()) && same(first.edge(), second.edge(), ordered));
    return isJustRead ? incomparable("edge-differs") : last;
  }

  /** Both sides, one after the other. */
  public record Look(Reading edge, Reading origin) {}

  private static boolean isOlder(Look look) {
    Long edge = look.edge().side().version();
    Long origin = look.origin().side().version();
    return edge != null && origin != null && edge < origin;
  }

  /** CloudFront's word for what it did not have (Developer Guide, "Response headers"). */
  private static boolean isMiss(Reading edge) {
    String xCache = edge.side().xCache();
    return xCache != null && xCache.startsWith("Miss");
  }

  /** A document without a version is taken for the saved one; what is no document is not. */
  private static boolean showsSaved(Evidence.Side origin, long saved) {
    Long version = origin.version();
    return origin.status() / 100 == 2 && (version == null || version >= saved);
  }

  private static Judgement incomparable(String reason) {
    return new Judgement(Verdict.INCOMPARABLE, reason);
  }

  /** Which side gives no document that could be compared, and whether a sign-in would help. */
  private static Optional<String> refusal(Reading edge, Reading origin) {
    Optional<Refusal> atEdge = Refusal.of(edge);
    Optional<Refusal> atOrigin = Refusal.of(origin);
    if (atEdge.isPresent() && atOrigin.isPresent()) {
      return Optional.of("both-refuse");
    }
    return atEdge
        .map(refusal -> named("edge", refusal))
        .or(() -> atOrigin.map(refusal -> named("origin", refusal)))
        .or(() -> Refusal.page(edge, origin).map(place -> place.word() + "-page"));
  }

  private static String named(String side, Refusal refusal) {
    return side + (refusal == Refusal.LOGIN ? "-login" : "-refuses");
  }

  static boolean same(Reading edge, Reading origin, boolean ordered) {
    return edge.side().status() == origin.side().status()
        && switch (edge.body()) {
          case Body.Json(Value mine) ->
              origin.body() instanceof Body.Json(Value theirs) && same(mine, theirs, ordered);
          case Body.Other other -> other.equals(origin.body());
          case Body.None _ -> false; // nothing is the same as no answer
        };
  }

  /** Equal by meaning: objects whatever their order, arrays of objects with an id likewise. */
  static boolean same(Value a, Value b, boolean ordered) {
    return switch (a) {
      case Value.Fields(var mine) ->
          b instanceof Value.Fields(var theirs)
              && mine.keySet().equals(theirs.keySet())
              && mine.entrySet().stream()
                  .allMatch(field ->
                      Optional.ofNullable(theirs.get(field.getKey()))
                          .filter(other -> same(field.getValue(), other, ordered))
                          .isPresent());
      case Value.Items(var mine) ->
          b instanceof Value.Items(var theirs)
              && mine.size() == theirs.size()
              && ((!ordered && haveIds(mine) && haveIds(theirs))
                  ? sameById(mine, theirs)
                  : sameInOrder(mine, theirs, ordered));
      case Value.Text text -> text.equals(b);
      case Value.Numeric number -> number.equals(b);
      case Value.Bool bool -> bool.equals(b);
      case Value.Null nothing -> nothing.equals(b);
    };
  }

  private static boolean sameInOrder(List<Value> mine, List<Value> theirs, boolean ordered) {
    for (int i = 0; i < mine.size(); i++) {
      if (!same(mine.get(i), theirs.get(i), ordered)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameById(List<Value> mine, List<Value> theirs) {
    var byId = new java.util.HashMap<Value, Value>();
    theirs.forEach(item -> byId.put(id(item).orElseThrow(), item));
    return mine.stream()
        .allMatch(item -> {
          Value other = byId.get(id(item).orElseThrow());
          return other != null && same(item, other, false);
        });
  }

  /** Whether all are objects with ids that tell them apart. */
  static boolean haveIds(List<Value> items) {
    Set<Value> ids = new HashSet<>();
    return items.stream().allMatch(item -> id(item).filter(ids::add).isPresent());
  }

  static Optional<Value> id(Value item) {
    return item instanceof Value.Fields fields
        ? Optional.ofNullable(fields.get("id"))
        : Optional.empty();
  }
}
