package dev.frontdesk.sandbox.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeasuredOriginTest {
  @Test
  void anAnswerCountsInTheMinuteInWhichItHadCome() throws IOException {
    var clock = new HandClock();
    Instant begun = clock.instant();
    var traffic = new Traffic();
    Origin slow =
        _ -> {
          clock.advance(90);
          return new EdgeResponse(200, Fields.NONE, Body.EMPTY);
        };
    var origin = new MeasuredOrigin(slow, clock, () -> clock.instant().toEpochMilli(), traffic);
    origin.send(EdgeRequest.get("/x", null, Fields.NONE));

    Instant hour = begun.minusSeconds(begun.getEpochSecond() % 3_600);
    Instant ended = clock.instant();
    assertEquals(
        Set.of(ended.minusSeconds(ended.getEpochSecond() % 60)),
        traffic.between(hour, hour.plus(Duration.ofHours(2)), Duration.ofMinutes(1)).keySet());
  }
}
