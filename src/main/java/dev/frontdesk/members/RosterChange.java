package dev.frontdesk.members;

import dev.frontdesk.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an admin does to one roster in one go. Each member occurs once.
 *
 * @param added members whose ids the roster does not have
 * @param removed members as the admin saw them
 * @param edited members whose role or name changes
 */
public record RosterChange(List<Member> added, List<Member> removed, List<Edited> edited) {
  /** One member before and after; the id stays. */
  public record Edited(Member before, Member after) {
    public Edited {
      if (!before.id().equals(after.id())) {
        throw new IllegalArgumentException("an edited member keeps the id " + before.id());
      }
    }
  }

  /**
   * A change on top of another roster, and what of it was already done or has become impossible.
   */
  public record Rebased(RosterChange change, List<Member> dropped) {
    public Rebased {
      dropped = List.copyOf(dropped);
    }
  }

  public static final RosterChange NONE = new RosterChange(List.of(), List.of(), List.of());

  public RosterChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    edited = List.copyOf(edited);
    Set<String> ids = new HashSet<>();
    Stream.of(added.stream(), removed.stream(), edited.stream().map(Edited::after))
        .flatMap(members -> members)
        .forEach(member -> {
          if (!ids.add(member.id())) {
            throw new IllegalArgumentException(member.id() + " occurs twice in one change");
          }
        });
  }

  /** What leads from one list of members to another; members are the same where ids are. */
  public static RosterChange between(List<Member> before, List<Member> after) {
    Map<String, Member> old = new LinkedHashMap<>();
    before.forEach(member -> old.put(member.id(), member));
    List<Member> added = new ArrayList<>();
    List<Edited> edited = new ArrayList<>();
    for (Member member : after) {
      Member was = old.remove(member.id());
      if (was == null) {
        added.add(member);
      } else if (!was.equals(member)) {
        edited.add(new Edited(was, member));
      }
    }
    return new RosterChange(added, List.copyOf(old.values()), edited);
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  /** How many members it touches. */
  public int size() {
    return added.size() + removed.size() + edited.size();
  }

  /** Everyone it touches: as they will be, or as they were where they go. */
  public Stream<Member> touched() {
    return Stream.of(added.stream(), removed.stream(), edited.stream().map(Edited::after))
        .flatMap(members -> members);
  }

  /** What takes it back. */
  public RosterChange inverse() {
    return new RosterChange(
        removed,
        added,
        edited.stream().map(edit -> new Edited(edit.after(), edit.before())).toList());
  }

  /**
   * A part of it, where additions come first, then edits, then removals: nobody is missing in
   * between who is there before and after.
   *
   * @param from the first member's number, from 0
   * @param to the number after the last one's; beyond the end means the end
   */
  public RosterChange slice(int from, int to) {
    int edits = added.size();
    int removals = edits + edited.size();
    return new RosterChange(
        slice(added, from, to),
        slice(removed, from - removals, to - removals),
        slice(edited, from - edits, to - edits));
  }

  private static <T> List<T> slice(List<T> list, int from, int to) {
    int end = Math.clamp(to, 0, list.size());
    return list.subList(Math.clamp(from, 0, end), end);
  }

  /** The same but for these members. */
  public RosterChange without(Set<String> ids) {
    return new RosterChange(
        added.stream().filter(member -> !ids.contains(member.id())).toList(),
        removed.stream().filter(member -> !ids.contains(member.id())).toList(),
        edited.stream().filter(edit -> !ids.contains(edit.after().id())).toList());
  }

  /** Whom it touches and who is not, on this roster, as the change has seen them. */
  public List<String> movedOn(Roster roster) {
    return Stream.of(
            added.stream().filter(member -> roster.member(member.id()).isPresent()),
            removed.stream().filter(member -> !isAsSeen(member, roster)),
            edited.stream().map(Edited::before).filter(member -> !isAsSeen(member, roster)))
        .flatMap(members -> members)
        .map(Member::id)
        .toList();
  }

  private static boolean isAsSeen(Member member, Roster roster) {
    return roster.member(member.id()).filter(member::equals).isPresent();
  }

  /** The roster after this change, one version on; additions stand at its end. */
  public Roster applyTo(Roster roster) {
    Set<String> gone = new HashSet<>();
    removed.forEach(member -> gone.add(member.id()));
    Map<String, Member> changed = new HashMap<>();
    edited.forEach(edit -> changed.put(edit.after().id(), edit.after()));
    List<Member> members = new ArrayList<>();
    for (Member member : roster.members()) {
      if (!gone.contains(member.id())) {
        members.add(changed.getOrDefault(member.id(), member));
      }
    }
    members.addAll(added);
    return new Roster(roster.projectId(), roster.projectName(), roster.version() + 1, members);
  }

  /**
   * The same intent on top of a roster that somebody else has moved meanwhile. What they did
   * themselves, or made impossible, is dropped and told: a removal of one who is gone, an addition
   * of one who is there in that role, an edit of one who is gone. An addition of one who is there
   * in another role becomes an edit.
   */
  public Rebased onTopOf(Roster theirs) {
    Map<String, Member> byId = new HashMap<>();
    Map<String, Member> byEmail = new HashMap<>();
    for (Member member : theirs.members()) {
      byId.putIfAbsent(member.id(), member);
      byEmail.putIfAbsent(EmailAddress.key(member.email()), member);
    }
    List<Member> adds = new ArrayList<>();
    Map<String, Member> removals = new LinkedHashMap<>();
    Map<String, Edited> edits = new LinkedHashMap<>();
    List<Member> dropped = new ArrayList<>();
    for (Member member : removed) {
      Member now = byId.get(member.id());
      if (now == null) {
        dropped.add(member);
      } else {
        removals.put(now.id(), now);
      }
    }
    for (Edited edit : edited) {
      Member now = byId.get(edit.after().id());
      Member next = now == null ? null : merged(edit, now);
      if (now == null || next == null || now.equals(next)) {
        dropped.add(edit.after());
      } else {
        edits.put(now.id(), new Edited(now, next));
      }
    }
    for (Member member : added) {
      Member same = byId.get(member.id());
      Member there = same == null ? byEmail.get(EmailAddress.key(member.email())) : same;
      boolean goes = there != null && removals.containsKey(there.id());
      if (there == null || (goes && !there.id().equals(member.id()))) {
        adds.add(member);
      } else if (there.role().equals(member.role()) || goes || edits.containsKey(there.id())) {
        dropped.add(member);
      } else {
        edits.put(there.id(), new Edited(there, there.withRole(member.role())));
      }
    }
    return new Rebased(
        new RosterChange(adds, List.copyOf(removals.values()), List.copyOf(edits.values())),
        dropped);
  }

  /** What this edit changed is taken from it, the rest from how the member is now. */
  private static Member merged(Edited edit, Member now) {
    Member before = edit.before();
    Member after = edit.after();
    return new Member(
        now.id(),
        before.email().equals(after.email()) ? now.email() : after.email(),
        before.name().equals(after.name()) ? now.name() : after.name(),
        before.role().equals(after.role()) ? now.role() : after.role());
  }

  /**
   * The rules it breaks on {@code roster}: an address malformed or taken, a role unknown, the last
   * owner gone. Only what the change itself brings is judged, so that a roster which breaks a rule
   * already can still be mended.
   */
  public List<Problem.Invalid> problems(Roster roster, Roles roles) {
    List<Problem.Invalid> problems = new ArrayList<>();
    Roster after = applyTo(roster);
    Map<String, Integer> uses = new HashMap<>();
    after
        .members()
        .forEach(member -> uses.merge(EmailAddress.key(member.email()), 1, Integer::sum));
    Stream.concat(added.stream(), edited.stream().map(Edited::after))
        .forEach(member -> {
          if (!EmailAddress.isWellFormed(member.email())) {
            problems.add(new Problem.Invalid("email-malformed", member.email()));
          } else if (uses.getOrDefault(EmailAddress.key(member.email()), 0) > 1) {
            problems.add(new Problem.Invalid("email-taken", member.email(), roster.projectName()));
          }
          if (!roles.knows(member.role())) {
            problems.add(
                new Problem.Invalid(
                    "role-unknown",
                    member.role().name(),
                    String.join(", ", roles.all().stream().map(Role::name).toList())));
          }
        });
    if (hasOwner(roster, roles) && !hasOwner(after, roles)) {
      problems.add(new Problem.Invalid("last-owner", roles.owner().name(), roster.projectName()));
    }
    return List.copyOf(problems);
  }

  private static boolean hasOwner(Roster roster, Roles roles) {
    return roster.members().stream().anyMatch(member -> member.role().equals(roles.owner()));
  }
}
