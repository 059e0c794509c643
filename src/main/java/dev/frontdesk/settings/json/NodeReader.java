package dev.frontdesk.settings.json;

import dev.frontdesk.settings.json.Node.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a text into nodes; what is no JSON becomes a finding. */
final class NodeReader {
  private static final Place START = new Place(1, 1);

  private final Findings findings;

  NodeReader(Findings findings) {
    this.findings = findings;
  }

  /** The document; null where the text is none, which is told. */
  @Nullable Node read(String text) {
    // Windows' editors put a byte order mark before UTF-8.
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == null) {
        findings.add("empty", START, "");
        return null;
      }
      Node node = node(parser, "");
      if (parser.nextToken() != null) {
        findings.add("syntax", place(parser.currentTokenLocation()), "", "text after the end");
      }
      return node;
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      findings.add(
          "syntax", location == null ? START : place(location), "", e.getOriginalMessage());
      return null;
    }
  }

  private Node node(JsonParser parser, String path) {
    Place place = place(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(parser, place, path);
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser, path + "[" + items.size() + "]"));
        }
        yield new Node.Items(place, items);
      }
      case VALUE_STRING -> new Node.Text(place, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Numeric(place, parser.getDecimalValue());
      case VALUE_TRUE -> new Node.Flag(place, true);
      case VALUE_FALSE -> new Node.Flag(place, false);
      case VALUE_NULL -> new Node.Nothing(place);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + parser.currentToken());
    };
  }

  private Node fields(JsonParser parser, Place place, String path) {
    var fields = new Node.Fields(place);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Place at = place(parser.currentTokenLocation());
      String field = path.isEmpty() ? name : path + "." + name;
      parser.nextToken();
      Node value = node(parser, field);
      if (fields.fields().putIfAbsent(name, value) != null) {
        findings.add("twice", at, field);
      } else {
        fields.names().put(name, at);
      }
    }
    return fields;
  }

  private static Place place(TokenStreamLocation location) {
    return new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
