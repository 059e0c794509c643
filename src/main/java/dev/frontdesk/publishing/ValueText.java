package dev.frontdesk.publishing;

import dev.frontdesk.publishing.Prober.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A JSON value as a text of bounded length, its fields in the order of their names. */
final class ValueText {
  private final StringBuilder text = new StringBuilder();
  private final int longest;

  private ValueText(int longest) {
    this.longest = longest;
  }

  /**
   * @param longest in characters; what is longer ends in an ellipsis
   */
  static String of(Value value, int longest) {
    var writer = new ValueText(longest);
    writer.write(value);
    return shortened(writer.text.toString(), longest);
  }

  static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** No more than will be shown: a value may be many megabytes. */
  private boolean isFull() {
    return text.length() > longest;
  }

  private void write(Value value) {
    switch (value) {
      case Value.Text(String plain) -> quote(plain);
      case Value.Numeric(var number) -> text.append(number.toString());
      case Value.Bool(boolean bool) -> text.append(bool);
      case Value.Null() -> text.append("null");
      case Value.Items(List<Value> items) -> {
        text.append('[');
        String comma = "";
        for (Value item : items) {
          if (isFull()) {
            return;
          }
          text.append(comma);
          write(item);
          comma = ", ";
        }
        text.append(']');
      }
      case Value.Fields(Map<String, Value> fields) -> {
        text.append('{');
        String comma = "";
        for (var field : new TreeMap<>(fields).entrySet()) {
          if (isFull()) {
            return;
          }
          text.append(comma);
          quote(field.getKey());
          text.append(": ");
          write(field.getValue());
          comma = ", ";
        }
        text.append('}');
      }
    }
  }

  private void quote(String plain) {
    text.append('"');
    for (int i = 0; i < plain.length() && !isFull(); i++) {
      char c = plain.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
