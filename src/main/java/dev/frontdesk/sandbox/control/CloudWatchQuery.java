package dev.frontdesk.sandbox.control;

import dev.frontdesk.sandbox.cloudwatch.CloudWatchError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.POJONode;

/**
 * AWS's query protocol, which older AWS CLIs and boto3 speak to CloudWatch: a form in, XML out
 * (Smithy 2.0, "AWS query protocol").
 */
final class CloudWatchQuery implements CloudWatchProtocol {
  static final String NAMESPACE = "http://monitoring.amazonaws.com/doc/2010-08-01/";

  /** Shapes of the service model that are maps; in XML they look otherwise than structures. */
  private static final Set<String> MAPS = Set.of("ExtendedStatistics");

  /** More are refused by every operation; an index beyond is a mistake or an attack. */
  private static final int LONGEST_LIST = 1_000;

  @Override
  public String operation(Request request) {
    return String.valueOf(request.parameter("Action"));
  }

  @Override
  public ObjectNode read(Request request) {
    var root = new Part();
    request.parameters().forEach((name, value) -> root.put(List.of(name.split("\\.", -1)), value));
    return (ObjectNode) root.tree();
  }

  /** What begins alike belongs together: {@code Dimensions.member.2.Name}. */
  private static final class Part {
    private final Map<String, Part> parts = new TreeMap<>();
    private String text = "";

    void put(List<String> path, String value) {
      var part = this;
      for (var word : path) {
        part = part.parts.computeIfAbsent(word, _ -> new Part());
      }
      part.text = value;
    }

    JsonNode tree() {
      if (parts.isEmpty()) {
        return JsonNodeFactory.instance.stringNode(text);
      }
      var members = parts.get("member");
      if (members != null) {
        var list = JsonNodeFactory.instance.arrayNode();
        members.inOrder().forEach(member -> list.add(member.tree()));
        return list;
      }
      var object = JsonNodeFactory.instance.objectNode();
      parts.forEach((name, part) -> object.set(name, part.tree()));
      return object;
    }

    private List<Part> inOrder() {
      var byNumber = new TreeMap<Integer, Part>();
      parts.forEach((number, part) -> byNumber.put(number(number), part));
      return List.copyOf(byNumber.values());
    }

    private static int number(String text) {
      if (text.matches("\\d{1,4}") && Integer.parseInt(text) <= LONGEST_LIST) {
        return Integer.parseInt(text);
      }
      throw new CloudWatchError(
          "MalformedQueryString",
          "MalformedQueryString",
          400,
          "%s is no place in a list.".formatted(text));
    }
  }

  @Override
  public Answer answer(String operation, ObjectNode result, String requestId) {
    var members = new ArrayList<Xml>();
    result.properties().forEach(p -> members.add(xml(p.getKey(), p.getValue())));
    return Answer.xml(
        200,
        Xml.node(
            operation + "Response",
            Xml.node(operation + "Result", members),
            Xml.node("ResponseMetadata", Xml.leaf("RequestId", requestId))),
        NAMESPACE);
  }

  private static Xml xml(String name, JsonNode node) {
    var children = new ArrayList<Xml>();
    if (node.isArray()) {
      node.forEach(item -> children.add(xml("member", item)));
    } else if (MAPS.contains(name)) {
      node.properties()
          .forEach(p ->
              children.add(
                  Xml.node("entry", Xml.leaf("key", p.getKey()), xml("value", p.getValue()))));
    } else if (node.isObject()) {
      node.properties().forEach(p -> children.add(xml(p.getKey(), p.getValue())));
    } else {
      return Xml.leaf(name, text(node));
    }
    return Xml.node(name, children);
  }

  private static String text(JsonNode node) {
    return node instanceof POJONode pojo && pojo.getPojo() instanceof Instant time
        ? time.toString()
        : node.asString();
  }

  @Override
  public Answer error(CloudWatchError error, String requestId) {
    return Answer.error(
        new CloudFrontError(error.code(), error.status(), String.valueOf(error.getMessage())),
        requestId,
        NAMESPACE);
  }
}
