package dev.frontdesk.updates;

import java.io.IOException;

/** Where the organisation tells which version is the newest. */
@FunctionalInterface
interface Place {
  /**
   * What is written there: a JSON document.
   *
   * @throws IOException where it does not answer as it should
   */
  String read() throws IOException, InterruptedException;
}
