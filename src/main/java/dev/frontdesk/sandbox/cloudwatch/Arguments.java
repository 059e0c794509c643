package dev.frontdesk.sandbox.cloudwatch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The members of a request or of a part of it. Each protocol has spellings of its own: numbers may
 * be texts, and a time may be seconds since 1970 or ISO 8601.
 *
 * @param missing makes the error of a member that has to be there, by its name
 * @param invalid makes the error of a value that cannot be, by its sentence
 */
record Arguments(
    JsonNode node,
    Function<String, CloudWatchError> missing,
    Function<String, CloudWatchError> invalid) {

  Arguments part(JsonNode other) {
    return new Arguments(other, missing, invalid);
  }

  boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  @Nullable String text(String name) {
    return has(name) ? node.path(name).asString() : null;
  }

  String required(String name) {
    var text = text(name);
    if (text == null || text.isEmpty()) {
      throw missing.apply(name);
    }
    return text;
  }

  /** The part of that name; where it is not there, one without members. */
  Arguments of(String name) {
    return part(node.path(name));
  }

  List<Arguments> list(String name) {
    var parts = new ArrayList<Arguments>();
    node.path(name).forEach(item -> parts.add(part(item)));
    return parts;
  }

  List<String> texts(String name) {
    return list(name).stream().map(item -> item.node.asString()).toList();
  }

  boolean isTrue(String name, boolean otherwise) {
    return has(name) ? Boolean.parseBoolean(node.path(name).asString()) : otherwise;
  }

  long number(String name) {
    var text = required(name);
    try {
      return (long) Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid.apply("The value %s for parameter %s is no number.".formatted(text, name));
    }
  }

  Instant time(String name) {
    var text = required(name);
    try {
      return node.path(name).isNumber()
          ? Instant.ofEpochMilli(Math.round(node.path(name).asDouble() * 1000))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw invalid.apply("The value %s for parameter %s is no time.".formatted(text, name));
    }
  }
}
