package dev.frontdesk.cli;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Step;
import dev.frontdesk.texts.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A step of an entry in one line: state, time, and the wait before it. */
final class StepLine {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private StepLine() {}

  static String of(JournalEntry entry, int number, Texts texts) {
    Step step = entry.progress().steps().get(number);
    String time = CLOCK.format(step.at().atZone(ZoneId.systemDefault()));
    if (number == 0) {
      return texts.text("cli.step", step.state().word(), time);
    }
    Duration wait = Duration.between(entry.progress().steps().get(number - 1).at(), step.at());
    return texts.text("cli.step-after", step.state().word(), time, wait.toMillis() / 1000.0);
  }
}
