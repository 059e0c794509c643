package dev.frontdesk.invalidation;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.PathPattern;
import dev.frontdesk.invalidation.PurgePlan.Hit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which behaviours have objects that items mean. Behaviours that never match are left out. */
final class BehaviourHits {
  private final List<Behaviour> behaviours = new ArrayList<>();
  private final List<PathPattern> patterns = new ArrayList<>();

  /**
   * @param all in matching order, the default one last
   */
  BehaviourHits(List<Behaviour> all) {
    for (Behaviour behaviour : all) {
      var pattern = new PathPattern(behaviour.pathPattern());
      if (patterns.stream().noneMatch(earlier -> earlier.includes(pattern))) {
        behaviours.add(behaviour);
        patterns.add(pattern);
      }
    }
  }

  /** In matching order. */
  List<Hit> of(List<InvalidationItem> items) {
    var certain = new BitSet();
    boolean tags = false;
    for (InvalidationItem item : items) {
      if (item instanceof CachePath path) {
        add(path, certain);
      } else {
        tags = true;
      }
      if (certain.cardinality() == patterns.size()) {
        break;
      }
    }
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < behaviours.size(); i++) {
      if (certain.get(i) || tags) {
        hits.add(new Hit(behaviours.get(i), certain.get(i)));
      }
    }
    return hits;
  }

  /** Whether a wildcard hits all of them. */
  boolean all(CachePath wildcard) {
    var hits = new BitSet();
    add(wildcard, hits);
    return hits.cardinality() == patterns.size();
  }

  private void add(CachePath path, BitSet hits) {
    int question = path.wire().indexOf('?');
    if (question >= 0) {
      // Query strings take no part in the match: variants are where their path is.
      addExact(path.wire().substring(0, question), hits);
    } else if (path.isWildcard()) {
      addBelow(Stems.of(path.wire()), hits);
    } else {
      addExact(path.wire(), hits);
    }
  }

  private void addExact(String path, BitSet hits) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matches(path)) {
        hits.set(i);
        return;
      }
    }
  }

  private void addBelow(String stem, BitSet hits) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matchesSomeBelow(stem)) {
        hits.set(i);
      }
      if (patterns.get(i).matchesAllBelow(stem)) {
        return;
      }
    }
  }
}
