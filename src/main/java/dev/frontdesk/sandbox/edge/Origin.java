package dev.frontdesk.sandbox.edge;

import java.io.IOException;

/** What the edge asks where it cannot answer by itself. */
@FunctionalInterface
interface Origin {
  /**
   * @throws java.net.http.HttpTimeoutException if no answer came in time
   * @throws IOException if no answer came for another reason
   */
  EdgeResponse send(EdgeRequest request) throws IOException;
}
