package dev.frontdesk.invalidation;

import dev.frontdesk.problem.Problem;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person pasted to be purged, and what it was read as.
 *
 * @param line where it stands, from 1
 * @param text as pasted
 */
public record PastedItem(int line, String text, Reading reading) {

  /** What it was read as. */
  public sealed interface Reading {}

  /**
   * Something that CloudFront takes.
   *
   * @param notes what was done to the text to get there
   */
  public record Sendable(InvalidationItem item, Set<Note> notes) implements Reading {
    public Sendable {
      // In the order of their declaration, which is that of their sentences.
      notes = notes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(notes));
    }
  }

  /**
   * Something that CloudFront would refuse, or take and match with nothing.
   *
   * @param problem why
   * @param instead what was probably meant, to be put in its place; null where nobody can tell
   */
  public record Wrong(Problem.Invalid problem, @Nullable String instead) implements Reading {}

  /** What reading did to a text. */
  public enum Note {
    /** Scheme and host of the edge were taken off. */
    HOST_TAKEN_OFF,
    /** What is not ASCII was percent-encoded, as a browser sends it. */
    ENCODED,
    /** Its query string, or a part of it, is not in the cache key and was taken off. */
    QUERY_TAKEN_OFF,
    /** Its query string is in the cache key: it is one variant of its path. */
    VARIANT,
    /** Punctuation at its end was left out, which might belong to it. */
    END_TAKEN_OFF,
    /** The rest of the line does not look like something to purge, and was left out. */
    REST_LEFT_OUT
  }
}
