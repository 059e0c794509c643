package dev.frontdesk.aws;

import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection.Attributes;
import dev.frontdesk.settings.Connection.MembersTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The projects' items, which both layouts have. */
record Projects(Table table, KeyTypes types, KeyForm form, Attributes attributes) {
  static Projects of(AwsClients clients, MembersTable members) {
    var table = new Table(clients, members.table());
    var types = new KeyTypes(table);
    return new Projects(
        table, types, new KeyForm(members.keys().project(), types), members.attributes());
  }

  Map<String, AttributeValue> key(String projectId) {
    return form.of(Map.of(Route.PROJECT_ID, projectId));
  }

  /** The project's item, read consistently; null where there is none. */
  @Nullable Map<String, AttributeValue> item(String projectId) {
    return form.takes(Map.of(Route.PROJECT_ID, projectId)) ? table.get(key(projectId)) : null;
  }

  String name(Map<String, AttributeValue> item, String projectId) {
    String name = OneText.of(item, attributes.projectName(), projectId);
    return name.isBlank() ? projectId : name;
  }

  /** The name in a list, which one project with an odd name does not spoil: see its roster. */
  String listedName(Map<String, AttributeValue> item, String projectId) {
    AttributeValue name = item.get(attributes.projectName());
    return Optional.ofNullable(name)
        .flatMap(OneText::of)
        .filter(text -> !text.isBlank())
        .orElse(projectId);
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
            ? "(%s OR %s)"
                .formatted(
                    expression.absentOrEqual(attributes.version(), version),
                    expression.equal(attributes.version(), AttributeValue.fromNul(true)))
            : expression.equal(attributes.version(), version));
  }
}
