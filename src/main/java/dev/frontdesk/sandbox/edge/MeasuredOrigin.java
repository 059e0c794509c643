package dev.frontdesk.sandbox.edge;

import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * An origin whose answers are timed. CloudFront's OriginLatency ends with the first byte; here the
 * whole answer is there at once, so it ends with the last.
 *
 * @param ticker nanoseconds from any beginning: the time of day may jump
 */
record MeasuredOrigin(Origin origin, InstantSource clock, LongSupplier ticker, Traffic traffic)
    implements Origin {
  @Override
  public EdgeResponse send(EdgeRequest request) throws IOException {
    long asked = ticker.getAsLong();
    var answer = origin.send(request);
    traffic.countOrigin(clock.instant(), Duration.ofNanos(ticker.getAsLong() - asked));
    return answer;
  }
}
