package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.texts.Texts;
import java.util.ArrayList;
import java.util.List;

/** Ends a command with what it says on standard error and an exit status. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** So many mistakes a person mends in one go. */
  private static final int MOST_LINES = 20;

  private final int status;

  Failure(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /**
   * The input breaks rules: a line each, and how many more there are.
   *
   * @param more beyond those in {@code broken}
   */
  static Failure wrongInput(List<Problem.Invalid> broken, int more, Texts texts) {
    return wrongLines(
        broken.stream().map(one -> ProblemText.of(one, texts).line()).toList(), more, texts);
  }

  /**
   * The same, of sentences.
   *
   * @param more beyond those in {@code sentences}
   */
  static Failure wrongLines(List<String> sentences, int more, Texts texts) {
    List<String> lines = new ArrayList<>(sentences.stream().limit(MOST_LINES).toList());
    int untold = more + sentences.size() - lines.size();
    if (untold > 0) {
      lines.add(texts.text("cli.more-mistakes", untold));
    }
    return new Failure(Exit.WRONG_USE, String.join(System.lineSeparator(), lines));
  }

  int status() {
    return status;
  }
}
