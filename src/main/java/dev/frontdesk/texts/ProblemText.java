package dev.frontdesk.texts;

import dev.frontdesk.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem in words.
 *
 * @param sentence what went wrong, where
 * @param remedy what to do about it; empty where the sentence says it
 * @param requestId AWS's, for a support case; null for none
 */
public record ProblemText(String sentence, String remedy, @Nullable String requestId) {

  public static ProblemText of(Problem problem, Texts texts) {
    return switch (problem) {
      case Problem.Denied p -> told(texts, "denied", p, p.action(), p.detail());
      case Problem.NoCredentials p -> told(texts, "no-credentials", p, p.detail());
      case Problem.Throttled p -> told(texts, "throttled", p, p.action());
      case Problem.QuotaFull p when p.detail().isEmpty() ->
          told(texts, "quota-waits", p, p.place());
      case Problem.QuotaFull p -> told(texts, "quota-full", p, p.place(), p.detail());
      case Problem.TooLarge p -> told(texts, "too-large", p, p.action(), p.detail());
      case Problem.Unsaved p -> told(texts, "unsaved", p);
      case Problem.Conflict p -> told(texts, "conflict", p, p.what());
      case Problem.Locked p -> told(texts, "locked", p, p.what(), p.who());
      case Problem.Missing p -> told(texts, "missing-" + p.what(), p, p.name());
      case Problem.Invalid p ->
          new ProblemText(texts.text("rule." + p.rule(), p.values().toArray()), "", null);
      case Problem.Offline p -> told(texts, "offline", p, p.address(), p.detail());
      case Problem.UnknownOutcome p -> told(texts, "unknown-outcome", p, p.action(), p.detail());
      case Problem.Unavailable p -> told(texts, "unavailable", p, p.action(), p.detail());
      case Problem.Refused p -> told(texts, "refused", p, p.action(), p.detail());
      case Problem.Machine p -> new ProblemText(p.detail(), "", null);
      case Problem.Bug p -> told(texts, "bug", p, p.detail());
    };
  }

  private static ProblemText told(Texts texts, String kind, Problem problem, Object... arguments) {
    return new ProblemText(
        ended(texts.text("problem." + kind, arguments)),
        texts.text("problem." + kind + ".remedy", arguments),
        problem.requestId());
  }

  /** What a service or the system says at the end of ours may come without its full stop. */
  private static String ended(String sentence) {
    return sentence.matches("(?s).*[.!?。]\\s*") ? sentence : sentence + ".";
  }

  /** Sentence, remedy and request id in one line, for a terminal. */
  public String line() {
    String line = remedy.isEmpty() ? sentence : sentence + " " + remedy;
    return requestId == null ? line : line + " (AWS request " + requestId + ")";
  }
}
