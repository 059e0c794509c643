package dev.frontdesk.sandbox.faults;

import com.sun.net.httpserver.HttpExchange;
import dev.frontdesk.sandbox.http.Reply;

/**
 * How a service tells its troubles, in its own protocol. The exchange's body may be read already:
 * method, path and headers have to do.
 */
public interface Dialect {
  /** Whether the request may change something; never true of what only reads. */
  boolean writes(HttpExchange exchange);

  /**
   * The answer to too many requests.
   *
   * @param other the other of two ways, where the service has two
   */
  Reply throttled(HttpExchange exchange, boolean other);

  /**
   * The answer of a service that is in trouble itself: a 5xx.
   *
   * @param other the other of two ways, where the service has two
   */
  Reply failed(HttpExchange exchange, boolean other);
}
