package dev.frontdesk.ui.kit;

import java.time.Instant;
import java.util.Optional;

/**
 * Something to be said of an entry beyond its steps.
 *
 * @param look icon and tone
 * @param sentence what there is to say
 * @param more what to do about it, or what is behind it; empty for nothing
 * @param nextTry when the same is tried again
 * @param link the id of another entry that it speaks of
 */
public record Remark(
    StateLook look,
    String sentence,
    String more,
    Optional<Instant> nextTry,
    Optional<String> link) {
  static Remark of(StateLook look, String sentence, String more) {
    return new Remark(look, sentence, more, Optional.empty(), Optional.empty());
  }

  Remark tryingAt(Optional<Instant> next) {
    return new Remark(look, sentence, more, next, link);
  }

  Remark linking(Optional<String> other) {
    return new Remark(look, sentence, more, nextTry, other);
  }
}
