package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.frontdesk.sandbox.faults.Fault;
import dev.frontdesk.sandbox.faults.FaultPlan;
import dev.frontdesk.sandbox.faults.FaultPlan.Pause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxFaultsTest {
  private static final String KNOWN =
      "known are propagation, ttl, throttle, error, drop-reply, reset, delay, hold-get, readers,"
          + " seed.";

  @Test
  void readsPropagationAndTtl() {
    assertEquals(
        new SandboxFaults(Duration.ofMillis(250), Duration.ofHours(2)),
        SandboxFaults.parse("propagation=250ms, ttl=2h"));
    assertEquals(
        new SandboxFaults(SandboxFaults.NONE.propagation(), Duration.ofMinutes(5)),
        SandboxFaults.parse("ttl=5m"));
    assertEquals(SandboxFaults.NONE, SandboxFaults.parse(""));
  }

  @Test
  void readsEveryWord() {
    assertEquals(
        new SandboxFaults(
            Duration.ofSeconds(2),
            Duration.ofDays(1),
            Duration.ofMillis(300),
            new FaultPlan(
                Map.of(
                    Fault.THROTTLE, 0.2,
                    Fault.ERROR, 0.05,
                    Fault.DROP_REPLY, 0.05,
                    Fault.RESET, 0.05),
                new Pause(50, 500),
                -7L),
            2.5),
        SandboxFaults.parse(
            "propagation=2s,ttl=86400s,throttle=0.2,error=.05,drop-reply=0.05,reset=0.05,"
                + "delay=50..500ms,hold-get=300ms,readers=2.5/s,seed=-7"));
  }

  @ParameterizedTest
  @CsvSource({
    "200ms, 200, 200",
    "0..2s, 0, 2000",
    "500ms..1s, 500, 1000",
    "7..7ms, 7, 7",
    "0ms, 0, 0"
  })
  void readsPauses(String value, long least, long most) {
    assertEquals(
        new Pause(least, most), SandboxFaults.parse("delay=" + value).aws().pause(), value);
  }

  @Test
  void theLastOfAWordCountsAndTenthsAddUp() {
    var odds = SandboxFaults.parse("throttle=1,throttle=0.7,error=0.2,reset=0.1").aws().odds();
    assertEquals(Map.of(Fault.THROTTLE, 0.7, Fault.ERROR, 0.2, Fault.RESET, 0.1), odds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deny=GetItem | The fault 'deny' is not built yet.",
        "skew=10m | The fault 'skew' is not built yet.",
        "ttl=5s,edges=3 | The fault 'edges' is not built yet.",
        "gremlins=2 | There is no fault 'gremlins'; " + KNOWN,
        "ttl=5s, | There is no fault ''; " + KNOWN,
        "propagation | propagation wants a duration such as 500ms, 2s, 5m or 24h, not ''.",
        "propagation=2 | propagation wants a duration such as 500ms, 2s, 5m or 24h, not '2'.",
        "hold-get=0.3s | hold-get wants a duration such as 500ms, 2s, 5m or 24h, not '0.3s'.",
        "ttl=-1s | ttl wants a duration such as 500ms, 2s, 5m or 24h, not '-1s'.",
        "ttl=1500ms | ttl is counted in whole seconds by HTTP; '1500ms' is not.",
        "throttle=20% | throttle wants a probability from 0 to 1, such as 0.2, not '20%'.",
        "error=1.01 | error wants a probability from 0 to 1, such as 0.2, not '1.01'.",
        "drop-reply=-0.1 | drop-reply wants a probability from 0 to 1, such as 0.2, not '-0.1'.",
        "reset | reset wants a probability from 0 to 1, such as 0.2, not ''.",
        "throttle=0.6,reset=0.5 | throttle, error, drop-reply and reset are at most 1 together: no"
            + " request meets two of them.",
        "delay=500..50ms | delay wants a duration such as 200ms, or the shorter and the longer of"
            + " two such as 50..500ms, not '500..50ms'.",
        "delay=50 | delay wants a duration such as 200ms, or the shorter and the longer of two such"
            + " as 50..500ms, not '50'.",
        "readers=20 | readers wants how many ask in a second, at most 1000, such as 20/s, not"
            + " '20'.",
        "readers=1001/s | readers wants how many ask in a second, at most 1000, such as 20/s, not"
            + " '1001/s'.",
        "seed=lucky | seed wants a whole number of at most 18 digits, not 'lucky'."
      })
  void saysWhatIsWrong(String specification, String sentence) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> SandboxFaults.parse(specification.strip()));
    assertEquals(sentence, refused.getMessage());
  }
}
