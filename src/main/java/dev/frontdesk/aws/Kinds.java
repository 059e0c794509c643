package dev.frontdesk.aws;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The kinds of the members' attributes, see {@link MemberFields}, in the rosters that were read
 * last. A write is conditional on the values in these types: what is out of date here is a
 * conflict, and the next reading mends it.
 */
final class Kinds {
  private static final int MOST = 64;

  /**
   * @param odd by member, those whose attributes are not all plain texts
   * @param usual of a member who joins
   */
  record OfRoster(
      Map<String, Map<String, AttributeValue.Type>> odd, Map<String, AttributeValue.Type> usual) {
    static final OfRoster PLAIN = new OfRoster(Map.of(), Map.of());

    Map<String, AttributeValue.Type> of(String memberId) {
      return odd.getOrDefault(memberId, Map.of());
    }
  }

  private final LinkedHashMap<String, OfRoster> last = new LinkedHashMap<>();

  /**
   * @param members by id, with those who have plain texts alone
   */
  synchronized void learn(String projectId, Map<String, Map<String, AttributeValue.Type>> members) {
    // Most members are alike: ten thousand of them share one map.
    Map<Map<String, AttributeValue.Type>, Map<String, AttributeValue.Type>> shared =
        new HashMap<>();
    Map<String, Map<String, AttributeValue.Type>> odd = new HashMap<>();
    members.forEach((id, kinds) -> {
      if (!kinds.isEmpty()) {
        odd.put(id, shared.computeIfAbsent(kinds, same -> same));
      }
    });
    // Where nobody is yet, what is usual in the roster read before is the best guess.
    Map<String, AttributeValue.Type> usual =
        !members.isEmpty()
            ? MemberFields.usual(members.values())
            : last.isEmpty() ? Map.of() : last.lastEntry().getValue().usual();
    last.remove(projectId);
    last.put(projectId, new OfRoster(odd, usual));
    if (last.size() > MOST) {
      last.pollFirstEntry();
    }
  }

  /** Null where the roster was not read, or long ago. */
  synchronized @Nullable OfRoster of(String projectId) {
    return last.get(projectId);
  }
}
