package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Which key attributes of a table and its indexes are numbers: asked once, and only in doubt. */
final class KeyTypes {
  /** A template that is nothing but an id, or digits, and so could make numbers. */
  private static final Pattern DOUBTFUL =
      Pattern.compile("-?\\d*(\\{[A-Za-z][A-Za-z0-9]*})?\\d*(\\.\\d+)?");

  private final Table table;
  private @Nullable Set<String> numbers;

  KeyTypes(Table table) {
    this.table = table;
  }

  /**
   * @param template what the connection says the key's values look like
   */
  boolean isNumber(String attribute, String template) {
    return DOUBTFUL.matcher(template).matches() && numbers().contains(attribute);
  }

  /** A value of a key attribute, for a question. */
  AttributeValue value(String attribute, String template, String text) {
    return isNumber(attribute, template) ? AttributeValue.fromN(text) : Items.text(text);
  }

  private synchronized Set<String> numbers() {
    Set<String> known = numbers;
    if (known == null) {
      known = described();
      numbers = known;
    }
    return known;
  }

  private Set<String> described() {
    try {
      return table.describe().attributeDefinitions().stream()
          .filter(key -> key.attributeType() == ScalarAttributeType.N)
          .map(AttributeDefinition::attributeName)
          .collect(Collectors.toUnmodifiableSet());
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Denied) {
        // Whoever may not ask still works on a table of texts, as nearly all are.
        return Set.of();
      }
      throw e;
    }
  }
}
