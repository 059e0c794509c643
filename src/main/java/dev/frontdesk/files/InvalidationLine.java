package dev.frontdesk.files;

import dev.frontdesk.invalidation.Invalidation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A completed invalidation as one line of JSON. */
record InvalidationLine(
    @Nullable String id,
    @Nullable Instant created,
    @Nullable String reference,
    @Nullable List<@Nullable String> items) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static String of(Invalidation completed) {
    return JSON.writeValueAsString(
        new InvalidationLine(
            completed.id(),
            completed.created(),
            completed.callerReference(),
            List.copyOf(completed.items())));
  }

  /** Empty for what is no such line: torn, damaged, or written by another version. */
  static Optional<Invalidation> read(String line) {
    InvalidationLine read;
    try {
      read = JSON.readValue(line, InvalidationLine.class);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    if (read == null
        || read.id == null
        || read.created == null
        || read.reference == null
        || read.items == null
        || read.items.stream().anyMatch(Objects::isNull)) {
      return Optional.empty();
    }
    List<String> items = read.items.stream().map(Objects::requireNonNull).toList();
    return Optional.of(new Invalidation(read.id, read.created, true, read.reference, items));
  }
}
