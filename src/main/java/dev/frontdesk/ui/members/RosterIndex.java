package dev.frontdesk.ui.members;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import dev.frontdesk.ui.kit.NameOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A roster with what the page looks up and sorts by, computed once and off the user interface's
 * thread: rosters have up to 100,000 members.
 */
final class RosterIndex {
  private final Roster roster;
  private final Map<String, Member> byId = new HashMap<>();
  private final Map<String, Member> byEmail = new HashMap<>();
  private final List<RowKeys> keys;
  private final NameOrder order;

  RosterIndex(Roster roster, Locale locale) {
    this.roster = roster;
    this.order = new NameOrder(locale);
    List<RowKeys> all = new ArrayList<>(roster.members().size());
    for (Member member : roster.members()) {
      byId.put(member.id(), member);
      byEmail.putIfAbsent(EmailAddress.key(member.email()), member);
      all.add(keys(member));
    }
    this.keys = List.copyOf(all);
  }

  Roster roster() {
    return roster;
  }

  Optional<Member> member(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Member> memberByEmail(String email) {
    return Optional.ofNullable(byEmail.get(EmailAddress.key(email)));
  }

  /** One for each member, in the roster's order. */
  List<RowKeys> keys() {
    return keys;
  }

  RowKeys keys(Member member) {
    return new RowKeys(
        member,
        order.key(member.name().isEmpty() ? member.email() : member.name()),
        EmailAddress.key(member.email()),
        (member.name() + '\n' + member.email() + '\n' + member.role().name())
            .toLowerCase(Locale.ROOT));
  }
}
