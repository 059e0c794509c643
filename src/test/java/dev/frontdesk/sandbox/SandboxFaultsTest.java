package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxFaultsTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throttle=0.2 | The fault 'throttle' is not built yet; propagation and ttl are.",
        "ttl=5s,edges=3 | The fault 'edges' is not built yet; propagation and ttl are.",
        "gremlins=2 | There is no fault 'gremlins'; known are propagation and ttl.",
        "ttl=5s, | There is no fault ''; known are propagation and ttl.",
        "propagation | propagation wants a duration such as 500ms, 2s, 5m or 24h, not ''.",
        "propagation=2 | propagation wants a duration such as 500ms, 2s, 5m or 24h, not '2'.",
        "ttl=-1s | ttl wants a duration such as 500ms, 2s, 5m or 24h, not '-1s'.",
        "ttl=1500ms | ttl is counted in whole seconds by HTTP; '1500ms' is not."
      })
  void saysWhatIsWrong(String specification, String sentence) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> SandboxFaults.parse(specification.strip()));
    assertEquals(sentence, refused.getMessage());
  }
}
