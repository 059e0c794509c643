package dev.frontdesk.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox cannot be had; the message is a sentence for a person that says why. */
public final class SandboxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SandboxException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
