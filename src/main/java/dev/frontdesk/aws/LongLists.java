package dev.frontdesk.aws;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.RouteProgress;
import dev.frontdesk.publishing.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What never changes about an entry and may be longer than an item of DynamoDB holds: whom the
 * change touches, and the routes. What does not fit into the entry's own item lies beside it, in
 * attributes of the same names, whose lists follow on one another.
 */
final class LongLists {
  /** In bytes: leaves room in the entry's own item for all that moves. */
  private static final int OWN = 200 * 1024;

  private static final int BESIDE = 380 * 1024;

  private static final String ADDED = "added";
  private static final String REMOVED = "removed";
  private static final String EDITED = "edited";
  private static final String ROUTES = "routes";
  private static final List<String> NAMES = List.of(ADDED, REMOVED, EDITED, ROUTES);

  private LongLists() {}

  /** The lists of an entry, cut to what items hold: first its own item's share. */
  static List<Map<String, AttributeValue>> of(JournalEntry entry) {
    Map<String, List<AttributeValue>> lists = new LinkedHashMap<>();
    var roster = entry.roster();
    if (roster != null) {
      RosterChange change = roster.change();
      lists.put(ADDED, change.added().stream().map(LongLists::member).toList());
      lists.put(REMOVED, change.removed().stream().map(LongLists::member).toList());
      lists.put(
          EDITED,
          change.edited().stream()
              .map(edit ->
                  AttributeValue.fromM(
                      Map.of("before", member(edit.before()), "after", member(edit.after()))))
              .toList());
    }
    lists.put(ROUTES, entry.progress().routes().stream().map(LongLists::route).toList());
    return cut(lists);
  }

  private static List<Map<String, AttributeValue>> cut(Map<String, List<AttributeValue>> lists) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Map<String, List<AttributeValue>> next = new HashMap<>();
    int room = OWN;
    for (var list : lists.entrySet()) {
      for (AttributeValue value : list.getValue()) {
        int size = Items.size(Map.of("", value)) + 1;
        if (size > room) {
          items.add(item(next));
          next = new HashMap<>();
          room = BESIDE;
        }
        next.computeIfAbsent(list.getKey(), _ -> new ArrayList<>()).add(value);
        room -= size;
      }
    }
    items.add(item(next));
    return items;
  }

  private static Map<String, AttributeValue> item(Map<String, List<AttributeValue>> lists) {
    Map<String, AttributeValue> item = new HashMap<>();
    lists.forEach((name, values) -> item.put(name, AttributeValue.fromL(values)));
    return item;
  }

  /**
   * The lists put together again.
   *
   * @param own the entry's own item
   * @param beside the others, in order
   */
  static Map<String, List<AttributeValue>> whole(
      Map<String, AttributeValue> own, Collection<Map<String, AttributeValue>> beside) {
    Map<String, List<AttributeValue>> lists = new HashMap<>();
    for (String name : NAMES) {
      List<AttributeValue> list = new ArrayList<>(Items.list(own, name));
      beside.forEach(item -> list.addAll(Items.list(item, name)));
      lists.put(name, list);
    }
    return lists;
  }

  static RosterChange change(Map<String, List<AttributeValue>> lists) {
    return new RosterChange(
        members(lists, ADDED),
        members(lists, REMOVED),
        maps(lists, EDITED).stream()
            .map(edit ->
                new RosterChange.Edited(
                    member(Items.map(edit, "before")), member(Items.map(edit, "after"))))
            .toList());
  }

  /**
   * @param states one for each route
   */
  static List<RouteProgress> routes(Map<String, List<AttributeValue>> lists, List<State> states) {
    List<Map<String, AttributeValue>> routes = maps(lists, ROUTES);
    if (routes.size() != states.size()) {
      throw new IllegalArgumentException(
          "%d routes with %d states".formatted(routes.size(), states.size()));
    }
    List<RouteProgress> read = new ArrayList<>();
    for (int i = 0; i < routes.size(); i++) {
      read.add(route(routes.get(i), states.get(i)));
    }
    return read;
  }

  private static List<Member> members(Map<String, List<AttributeValue>> lists, String name) {
    return maps(lists, name).stream().map(LongLists::member).toList();
  }

  private static List<Map<String, AttributeValue>> maps(
      Map<String, List<AttributeValue>> lists, String name) {
    return lists.getOrDefault(name, List.of()).stream()
        .filter(AttributeValue::hasM)
        .map(AttributeValue::m)
        .toList();
  }

  private static AttributeValue member(Member member) {
    return AttributeValue.fromM(
        Map.of(
            "id", Items.text(member.id()),
            "email", Items.text(member.email()),
            "name", Items.text(member.name()),
            "role", Items.text(member.role().name())));
  }

  private static Member member(Map<String, AttributeValue> item) {
    return new Member(
        Items.text(item, "id"),
        Items.text(item, "email"),
        Items.text(item, "name"),
        new Role(Items.text(item, "role")));
  }

  /** Most routes send their own path: what is sent is said where it is something else. */
  private static AttributeValue route(RouteProgress route) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("path", Items.text(route.path()));
    item.put("strategy", Items.text(route.strategy().word()));
    if (!route.items().equals(List.of(route.path()))) {
      item.put("items", Items.texts(route.items()));
    }
    if (route.ordered()) {
      item.put("ordered", Items.flag(true));
    }
    return AttributeValue.fromM(item);
  }

  private static RouteProgress route(Map<String, AttributeValue> item, State state) {
    String path = Items.text(item, "path");
    return new RouteProgress(
        path,
        Strategy.valueOf(Items.text(item, "strategy").toUpperCase(Locale.ROOT)),
        item.containsKey("items") ? Items.texts(item, "items") : List.of(path),
        Items.flag(item, "ordered"),
        state);
  }
}
