package dev.frontdesk.sandbox.store.expression;

import dev.frontdesk.sandbox.store.Errors;
import dev.frontdesk.sandbox.store.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The placeholders of one request, shared by its expressions, and which of them were used. */
public final class Scope {
  private final Map<String, String> names;
  private final Map<String, Value> values;
  private final Set<String> usedNames = new LinkedHashSet<>();
  private final Set<String> usedValues = new LinkedHashSet<>();

  public Scope(Map<String, String> names, Map<String, Value> values) {
    this.names = names;
    this.values = values;
  }

  @Nullable String name(String placeholder) {
    usedNames.add(placeholder);
    return names.get(placeholder);
  }

  @Nullable Value value(String placeholder) {
    usedValues.add(placeholder);
    return values.get(placeholder);
  }

  /** DynamoDB refuses placeholders that no expression uses. */
  public void requireAllUsed() {
    requireUsed("ExpressionAttributeNames", names.keySet(), usedNames);
    requireUsed("ExpressionAttributeValues", values.keySet(), usedValues);
  }

  private static void requireUsed(String parameter, Collection<String> given, Set<String> used) {
    Set<String> unused = new LinkedHashSet<>(given);
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw Errors.validation(
          "Value provided in "
              + parameter
              + " unused in expressions: keys: {"
              + String.join(", ", unused)
              + "}");
    }
  }
}
