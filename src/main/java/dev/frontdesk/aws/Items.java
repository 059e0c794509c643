package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values, read and made. */
final class Items {
  /** DynamoDB's limit of an item, in bytes (DynamoDB Developer Guide, "Quotas"). */
  static final int LARGEST = 400 * 1024;

  private Items() {}

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static AttributeValue flag(boolean flag) {
    return AttributeValue.fromBool(flag);
  }

  static AttributeValue texts(List<String> texts) {
    return AttributeValue.fromL(texts.stream().map(Items::text).toList());
  }

  /** The text of an attribute; null where it is missing, or NULL. */
  static @Nullable String optionalText(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNullElse(optionalText(item, name), "");
  }

  static @Nullable Long optionalNumber(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null || Boolean.TRUE.equals(value.nul())) {
      return null;
    }
    if (value.n() == null) {
      throw notANumber(name, OneText.told(value));
    }
    try {
      return Long.valueOf(value.n());
    } catch (NumberFormatException e) {
      throw notANumber(name, OneText.told(value));
    }
  }

  private static ProblemException notANumber(String name, String value) {
    return new ProblemException(new Problem.Invalid("table-number", name, value));
  }

  /** A number; 0 where it is missing. */
  static long number(Map<String, AttributeValue> item, String name) {
    Long number = optionalNumber(item, name);
    return number == null ? 0 : number;
  }

  static boolean flag(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  /** A list; empty where it is missing. */
  static List<AttributeValue> list(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || !value.hasL() ? List.of() : value.l();
  }

  static List<String> texts(Map<String, AttributeValue> item, String name) {
    return list(item, name).stream().map(AttributeValue::s).filter(Objects::nonNull).toList();
  }

  /** A map; empty where it is missing. */
  static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null || !value.hasM() ? Map.of() : value.m();
  }

  /** A list of maps; what is no map is left out. */
  static List<Map<String, AttributeValue>> maps(Map<String, AttributeValue> item, String name) {
    return list(item, name).stream().filter(AttributeValue::hasM).map(AttributeValue::m).toList();
  }

  /**
   * The size of an item in bytes (DynamoDB Developer Guide, "Item sizes and formats"), numbers
   * taken a little too large.
   */
  static int size(Map<String, AttributeValue> item) {
    int size = 0;
    for (var attribute : item.entrySet()) {
      size += utf8(attribute.getKey()) + size(attribute.getValue());
    }
    return size;
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      case SS -> value.ss().stream().mapToInt(Items::utf8).sum();
      case NS -> value.ns().stream().mapToInt(n -> n.length() / 2 + 2).sum();
      case BS -> value.bs().stream().mapToInt(b -> b.asByteArrayUnsafe().length).sum();
      case L -> 3 + value.l().stream().mapToInt(each -> 1 + size(each)).sum();
      case M -> 3 + value.m().size() + size(value.m());
      case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
    };
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
