package dev.frontdesk.ui.members;

import dev.frontdesk.members.EmailAddress;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Roster;
import java.text.Collator;
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
  private static final String STROKED = "ĐđŁłØøĦħŦŧ";
  private static final String UNSTROKED = "DdLlOoHhTt";

  private final Roster roster;
  private final Map<String, Member> byId = new HashMap<>();
  private final Map<String, Member> byEmail = new HashMap<>();
  private final List<RowKeys> keys;
  private final Collator collator;

  RosterIndex(Roster roster, Locale locale) {
    this.roster = roster;
    this.collator = Collator.getInstance(locale);
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
    synchronized (collator) {
      String name = member.name().isEmpty() ? member.email() : member.name();
      return new RowKeys(
          member,
          collator.getCollationKey(plain(name)),
          EmailAddress.key(member.email()),
          (member.name() + '\n' + member.email() + '\n' + member.role().name())
              .toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Letters with a stroke have no decomposition, so that a collator puts them behind Z; people look
   * for them beside the letter without it.
   */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name);
    for (int i = 0; i < plain.length(); i++) {
      int at = STROKED.indexOf(plain.charAt(i));
      if (at >= 0) {
        plain.setCharAt(i, UNSTROKED.charAt(at));
      }
    }
    return plain.toString();
  }
}
