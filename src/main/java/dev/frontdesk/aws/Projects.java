package dev.frontdesk.aws;

import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection.Attributes;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The projects' items, which both layouts have. */
record Projects(Table table, KeyForm form, Attributes attributes) {
  static Projects of(AwsClients clients, MembersTable members) {
    return new Projects(
        new Table(clients, members.table()),
        new KeyForm(members.keys().project()),
        members.attributes());
  }

  Map<String, AttributeValue> key(String projectId) {
    return form.of(Map.of(Route.PROJECT_ID, projectId));
  }

  /** The project's item, read consistently; null where there is none. */
  @Nullable Map<String, AttributeValue> item(String projectId) {
    return table.get(key(projectId));
  }

  String name(Map<String, AttributeValue> item, String projectId) {
    String name = Items.text(item, attributes.projectName());
    return name.isBlank() ? projectId : name;
  }

  /** 0 where the project has none yet. */
  long version(Map<String, AttributeValue> item) {
    return Items.number(item, attributes.version());
  }

  /** The conditions that the project is there and has the version that was seen. */
  List<String> asSeen(long seen, Expression expression) {
    AttributeValue version = Items.number(seen);
    return List.of(
        expression.exists(form.pk().attribute()),
        seen == 0
            ? expression.absentOrEqual(attributes.version(), version)
            : expression.equal(attributes.version(), version));
  }
}
