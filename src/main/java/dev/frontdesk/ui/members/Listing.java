package dev.frontdesk.ui.members;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.Roles;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.ui.members.MemberRow.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which rows the table shows, and in which order.
 *
 * @param search words that a row must contain, each somewhere; empty for all
 */
record Listing(String search, Column column, boolean ascending) {
  /** What the table can be sorted by. */
  enum Column {
    NAME,
    EMAIL,
    ROLE
  }

  static final Listing BY_NAME = new Listing("", Column.NAME, true);

  Listing searching(String text) {
    return new Listing(text, column, ascending);
  }

  Listing sortedBy(Column other, boolean upwards) {
    return new Listing(search, other, upwards);
  }

  /** The rows of a draft. Additions stand last, where an eye that has just added one looks. */
  List<MemberRow> rows(Draft draft, Roles roles) {
    RosterChange change = draft.change();
    Set<String> removed = new HashSet<>();
    change.removed().forEach(member -> removed.add(member.id()));
    Map<String, Member> edited = new HashMap<>();
    change.edited().forEach(edit -> edited.put(edit.after().id(), edit.after()));

    List<RowKeys> saved = new ArrayList<>(filtered(draft.base().keys()));
    saved.sort(order(roles));
    List<RowKeys> added =
        new ArrayList<>(filtered(change.added().stream().map(draft.base()::keys).toList()));

    List<MemberRow> rows = new ArrayList<>(saved.size() + added.size());
    for (RowKeys keys : saved) {
      Member member = keys.member();
      Member after = edited.getOrDefault(member.id(), member);
      Mark mark =
          removed.contains(member.id())
              ? Mark.REMOVED
              : edited.containsKey(member.id()) ? Mark.CHANGED : Mark.NONE;
      rows.add(new MemberRow(after, mark, member.role()));
    }
    added.forEach(keys -> rows.add(new MemberRow(keys.member(), Mark.ADDED, keys.member().role())));
    return List.copyOf(rows);
  }

  private List<RowKeys> filtered(List<RowKeys> all) {
    String[] words = search.strip().toLowerCase(Locale.ROOT).split("\\s+");
    return all.stream()
        .filter(keys -> {
          for (String word : words) {
            if (!keys.searched().contains(word)) {
              return false;
            }
          }
          return true;
        })
        .toList();
  }

  private Comparator<RowKeys> order(Roles roles) {
    Comparator<RowKeys> byName = Comparator.comparing(RowKeys::name);
    Comparator<RowKeys> order =
        switch (column) {
          case NAME -> byName;
          case EMAIL -> Comparator.comparing(RowKeys::email);
          case ROLE -> byRank(roles).thenComparing(byName);
        };
    return ascending ? order : order.reversed();
  }

  /** The most powerful first; a role that the connection does not know comes last. */
  private static Comparator<RowKeys> byRank(Roles roles) {
    Map<Role, Integer> ranks = new HashMap<>();
    roles.all().forEach(role -> ranks.put(role, ranks.size()));
    return Comparator.comparingInt(
        keys -> ranks.getOrDefault(keys.member().role(), Integer.MAX_VALUE));
  }
}
