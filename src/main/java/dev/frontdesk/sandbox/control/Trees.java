package dev.frontdesk.sandbox.control;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.POJONode;

/** Writes trees in formats that Jackson knows and that differ in how they tell a time. */
final class Trees {
  private Trees() {}

  /**
   * @param times writes a time
   */
  static byte[] bytes(
      ObjectMapper format, JsonNode tree, BiConsumer<JsonGenerator, Instant> times) {
    var out = new ByteArrayOutputStream();
    try (var generator = format.createGenerator(out)) {
      write(generator, tree, times);
    }
    return out.toByteArray();
  }

  private static void write(
      JsonGenerator generator, JsonNode node, BiConsumer<JsonGenerator, Instant> times) {
    if (node.isObject()) {
      generator.writeStartObject();
      for (var property : node.properties()) {
        generator.writeName(property.getKey());
        write(generator, property.getValue(), times);
      }
      generator.writeEndObject();
    } else if (node.isArray()) {
      generator.writeStartArray();
      node.forEach(item -> write(generator, item, times));
      generator.writeEndArray();
    } else if (node instanceof POJONode pojo && pojo.getPojo() instanceof Instant time) {
      times.accept(generator, time);
    } else {
      generator.writeTree(node);
    }
  }
}
