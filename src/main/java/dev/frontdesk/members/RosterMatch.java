package dev.frontdesk.members;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * A list from elsewhere beside a roster: who on it is whom. One is the same by id, else by address,
 * and keeps the roster's id; nobody in the roster is two on the list. The rest are strangers.
 */
public final class RosterMatch {
  /** What becomes of those in the roster who are not on the list. */
  public enum Others {
    /** They go: the roster becomes the list. */
    REMOVED,
    /** They stay as they are: the list adds and edits, and no more. */
    KEPT
  }

  /** How many addresses are asked for at a time: a call each, and a table has its limits. */
  private static final int AT_ONCE = 8;

  private final Roster seen;
  private final List<WantedMember> wanted;
  private final Map<WantedMember, String> ids = new HashMap<>();

  /**
   * @param wanted each address and each id at most once
   */
  public RosterMatch(Roster seen, List<WantedMember> wanted) {
    this.seen = seen;
    this.wanted = List.copyOf(wanted);
    Map<String, String> left = new HashMap<>();
    seen.members().forEach(member -> left.put(member.id(), member.id()));
    match(left, WantedMember::id);
    Set<String> unmatched = Set.copyOf(left.values());
    left.clear();
    seen.members().stream()
        .filter(member -> unmatched.contains(member.id()))
        .forEach(member -> left.putIfAbsent(EmailAddress.key(member.email()), member.id()));
    match(left, one -> EmailAddress.key(one.email()));
  }

  private void match(Map<String, String> left, Function<WantedMember, @Nullable String> key) {
    for (WantedMember one : wanted) {
      String by = ids.containsKey(one) ? null : key.apply(one);
      String id = by == null ? null : left.remove(by);
      if (id != null) {
        ids.put(one, id);
      }
    }
  }

  /**
   * Asks whether strangers who come without an id are known to other projects. Blocks, for a call
   * an address.
   *
   * @return ids by {@link EmailAddress#key}
   * @throws dev.frontdesk.problem.ProblemException where one of the calls meets it
   */
  public Map<String, String> knownTo(RosterStore rosters) {
    return wanted.stream()
        .filter(one -> one.id() == null && !ids.containsKey(one))
        .map(WantedMember::email)
        .gather(
            Gatherers.mapConcurrent(
                AT_ONCE,
                email -> rosters.knownId(email).map(id -> Map.entry(EmailAddress.key(email), id))))
        .flatMap(known -> known.stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * What leads from the roster to the list. A stranger's id is the list's, else the known one, else
   * a new one. Whoever is known by the id of somebody whom the list does not name otherwise is that
   * person, with another address now.
   *
   * @param known ids by {@link EmailAddress#key}
   * @param newIds ids that nobody has
   */
  public RosterChange change(Others others, Map<String, String> known, Supplier<String> newIds) {
    Map<WantedMember, String> chosen = new HashMap<>(ids);
    for (WantedMember one : wanted) {
      if (one.id() != null) {
        chosen.putIfAbsent(one, one.id());
      }
    }
    Set<String> taken = new HashSet<>(chosen.values());
    List<Member> after = new ArrayList<>();
    for (WantedMember one : wanted) {
      String id = chosen.get(one);
      if (id == null) {
        String told = known.get(EmailAddress.key(one.email()));
        id = told != null && taken.add(told) ? told : newIds.get();
      }
      after.add(new Member(id, one.email(), one.name(), one.role()));
    }
    if (others == Others.KEPT) {
      seen.members().stream().filter(member -> !taken.contains(member.id())).forEach(after::add);
    }
    return RosterChange.between(seen.members(), after);
  }
}
