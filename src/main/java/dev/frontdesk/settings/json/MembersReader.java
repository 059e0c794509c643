package dev.frontdesk.settings.json;

import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Roles;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Attributes;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.Indexes;
import dev.frontdesk.settings.Connection.KeyAttribute;
import dev.frontdesk.settings.Connection.Keys;
import dev.frontdesk.settings.Connection.Layout;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where rosters are. */
final class MembersReader {
  /** Of a member's map in item-per-project, where the file does not say. */
  private static final String ID = "id";

  private static final String EMAIL = "email";

  private MembersReader() {}

  static MembersTable read(Section section) {
    try (section) {
      String table = section.text("table");
      List<String> layouts = Arrays.stream(Layout.values()).map(Layout::word).toList();
      Layout layout =
          Layout.valueOf(
              section.word("layout", layouts, null).toUpperCase(Locale.ROOT).replace('-', '_'));
      return new MembersTable(
          table,
          layout,
          keys(section, layout),
          attributes(section.section("attributes"), layout),
          roles(section),
          new Indexes(
              index(section, "projectsIndex", List.of()),
              index(section, "membersIndex", List.of(EMAIL))));
    }
  }

  private static Keys keys(Section section, Layout layout) {
    Connection.Key project = key(section.section("project"), Templates.PROJECT);
    if (!places(project).contains(Route.PROJECT_ID)) {
      section.wrong("key-place", "project", "{" + Route.PROJECT_ID + "}");
    }
    if (layout == Layout.ITEM_PER_PROJECT) {
      Section unused = section.optionalSection("member");
      if (unused != null) {
        key(unused, Templates.BOTH);
      }
      return new Keys(project, null);
    }
    Connection.Key member = key(section.section("member"), Templates.BOTH);
    if (section.has("member")) {
      requireMemberKey(section, project, member);
    }
    return new Keys(project, member);
  }

  /** A roster is found by one query: a partition for each project, its members told by sk. */
  private static void requireMemberKey(
      Section section, Connection.Key project, Connection.Key member) {
    KeyAttribute sk = member.sk();
    if (sk == null) {
      section.wrong("key-no-sk", "member");
      return;
    }
    if (!member.pk().value().variables().contains(Route.PROJECT_ID)
        || member.pk().value().variables().contains(Route.MEMBER_ID)) {
      section.wrong("key-place", "member", "{" + Route.PROJECT_ID + "} in pk");
    } else if (!sk.value().variables().contains(Route.MEMBER_ID)) {
      section.wrong("key-place", "member", "{" + Route.MEMBER_ID + "} in sk");
    }
    KeyAttribute projectSk = project.sk();
    if (!member.pk().attribute().equals(project.pk().attribute())
        || projectSk == null
        || !projectSk.attribute().equals(sk.attribute())) {
      section.wrong("key-differs", "member");
    }
  }

  private static Set<String> places(Connection.Key key) {
    Set<String> places = new LinkedHashSet<>(key.pk().value().variables());
    KeyAttribute sk = key.sk();
    if (sk != null) {
      places.addAll(sk.value().variables());
    }
    return places;
  }

  private static Connection.Key key(Section section, List<String> variables) {
    try (section) {
      KeyAttribute pk = keyAttribute(section, "pk", variables);
      KeyAttribute sk = section.has("sk") ? keyAttribute(section, "sk", variables) : null;
      section.optional("sk");
      return new Connection.Key(pk, sk);
    }
  }

  /** A template alone, whose attribute is called as the field; or both. */
  private static KeyAttribute keyAttribute(Section section, String name, List<String> variables) {
    if (section.optional(name) instanceof Node.Fields object) {
      try (var inner = new Section(object, section.path(name), section.findings())) {
        return new KeyAttribute(
            inner.text("attribute"), Templates.of(inner, "value", inner.text("value"), variables));
      }
    }
    return new KeyAttribute(name, Templates.of(section, name, section.text(name), variables));
  }

  private static Attributes attributes(Section section, Layout layout) {
    try (section) {
      String memberId = section.optionalText("memberId");
      return new Attributes(
          section.text("projectName"),
          memberId == null && layout == Layout.ITEM_PER_PROJECT ? ID : memberId,
          section.text("memberName"),
          section.text("email"),
          section.text("role"),
          section.text("version"));
    }
  }

  private static Roles roles(Section section) {
    List<String> names = new ArrayList<>();
    List<Node> items = section.items("roles");
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String path = section.path("roles") + "[" + i + "]";
      if (!(item instanceof Node.Text text) || text.text().isBlank()) {
        section.findings().add("role-blank", item.place(), path);
      } else if (names.contains(text.text())) {
        section.findings().add("role-twice", item.place(), path, text.text());
      } else {
        names.add(text.text());
      }
    }
    if (items.isEmpty() && section.has("roles")) {
      section.wrong("roles-empty", "roles");
    }
    return names.isEmpty() ? Roles.of("?") : Roles.of(names.toArray(String[]::new));
  }

  private static void requirePlaces(Section index, String value, List<String> variables) {
    if (!variables.containsAll(new PathTemplate(value).variables())) {
      Templates.of(index, "value", value, variables);
    }
  }

  private static @Nullable Index index(Section section, String name, List<String> variables) {
    Section index = section.optionalSection(name);
    if (index == null) {
      return null;
    }
    try (index) {
      // The listing asks for one value; the question by address brings its own.
      String value = variables.isEmpty() ? index.text("value") : index.optionalText("value");
      if (value != null) {
        requirePlaces(index, value, variables);
      }
      return new Index(index.text("index"), index.text("attribute"), value);
    }
  }
}
