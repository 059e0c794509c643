package dev.frontdesk.contract;

import dev.frontdesk.fakes.FakeRoutes;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Roles;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Account;
import dev.frontdesk.settings.Connection.Attributes;
import dev.frontdesk.settings.Connection.Endpoints;
import dev.frontdesk.settings.Connection.Environment;
import dev.frontdesk.settings.Connection.Index;
import dev.frontdesk.settings.Connection.Indexes;
import dev.frontdesk.settings.Connection.JournalTable;
import dev.frontdesk.settings.Connection.KeyAttribute;
import dev.frontdesk.settings.Connection.Keys;
import dev.frontdesk.settings.Connection.Layout;
import dev.frontdesk.settings.Connection.MembersTable;
import dev.frontdesk.settings.Connection.Site;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections as the suites use them. */
final class Connections {
  static final Roles ROLES = Roles.of("owner", "admin", "editor", "viewer");

  private Connections() {}

  static Connection of(
      URI dynamodb, URI cloudfront, String distribution, MembersTable members, JournalTable table) {
    var route = FakeRoutes.members();
    return new Connection(
        "contract",
        Environment.DEVELOPMENT,
        new Account(
            null,
            "us-east-1",
            "contract",
            new Endpoints(cloudfront, cloudfront, dynamodb, dynamodb, null)),
        new Site(distribution, null, null, List.of(route), 1),
        members,
        table);
  }

  static Connection dynamodb(URI address, MembersTable members, JournalTable table) {
    return of(address, Servers.NOBODY, "none", members, table);
  }

  static Connection cloudfront(URI address, String distribution) {
    return of(
        Servers.NOBODY, address, distribution, Shape.SINGLE.at("none"), journal("none", null));
  }

  static JournalTable journal(String table, @Nullable Integer keepDays) {
    return new JournalTable(table, keepDays);
  }

  /** The ways in which a table may hold rosters. */
  enum Shape {
    SINGLE(Layout.ITEM_PER_MEMBER, "pk", "sk"),
    SINGLE_OTHER_NAMES(Layout.ITEM_PER_MEMBER, "PK", "SK"),
    LISTS_WITHOUT_SORT_KEY(Layout.ITEM_PER_PROJECT, "pk", null),
    LISTS_OTHER_NAMES(Layout.ITEM_PER_PROJECT, "projectKey", "size");

    final Layout layout;
    final String pk;
    final @Nullable String sk;

    Shape(Layout layout, String pk, @Nullable String sk) {
      this.layout = layout;
      this.pk = pk;
      this.sk = sk;
    }

    MembersTable at(String table) {
      return at(table, new Indexes(null, null));
    }

    MembersTable indexed(String table) {
      Index byEmail =
          layout == Layout.ITEM_PER_MEMBER ? new Index("by-email", email(), null) : null;
      return at(table, new Indexes(new Index("by-kind", "kind", "PROJECT"), byEmail));
    }

    private MembersTable at(String table, Indexes indexes) {
      return new MembersTable(
          table,
          layout,
          new Keys(
              key("PROJECT"), layout == Layout.ITEM_PER_MEMBER ? key("MEMBER#{memberId}") : null),
          new Attributes(
              personName(),
              layout == Layout.ITEM_PER_PROJECT ? memberId() : null,
              personName(),
              email(),
              role(),
              version()),
          ROLES,
          indexes);
    }

    private Connection.Key key(String sort) {
      return new Connection.Key(
          new KeyAttribute(pk, new PathTemplate("PROJECT#{projectId}")),
          sk == null ? null : new KeyAttribute(sk, new PathTemplate(sort)));
    }

    String personName() {
      return "name";
    }

    boolean isList() {
      return layout == Layout.ITEM_PER_PROJECT;
    }

    /** Reserved words of DynamoDB's expressions, every one. */
    private boolean hasOtherNames() {
      return this == SINGLE_OTHER_NAMES || this == LISTS_OTHER_NAMES;
    }

    String memberId() {
      return hasOtherNames() ? "user" : "id";
    }

    String email() {
      return hasOtherNames() ? "value" : "email";
    }

    String role() {
      return hasOtherNames() ? "role" : "level";
    }

    String version() {
      return hasOtherNames() ? "counter" : "version";
    }
  }
}
