package dev.frontdesk.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How long a command waits for the end of what it follows: the option of those that do. */
final class Patience {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait, as in 90s or 10m",
      converter = Times.Length.class)
  private Duration timeout = Duration.ofMinutes(10);

  Duration timeout() {
    return timeout;
  }
}
