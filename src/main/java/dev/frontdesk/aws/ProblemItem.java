package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A problem as the journal keeps it: its kind by name, and its fields by theirs. */
final class ProblemItem {
  private static final String KIND = "kind";

  private ProblemItem() {}

  static AttributeValue of(Problem problem) {
    return switch (problem) {
      case Problem.Denied p -> kind("denied", p).put("action", p.action()).detail(p.detail());
      case Problem.NoCredentials p -> kind("no-credentials", p).detail(p.detail());
      case Problem.Throttled p -> kind("throttled", p).put("action", p.action()).made();
      case Problem.QuotaFull p ->
          kind("quota-full", p).put("place", Items.number(p.place())).detail(p.detail());
      case Problem.TooLarge p -> kind("too-large", p).put("action", p.action()).detail(p.detail());
      case Problem.Unsaved p -> kind("unsaved", p).made();
      case Problem.Locked p -> kind("locked", p).put("what", p.what()).put("who", p.who()).made();
      case Problem.Conflict p -> kind("conflict", p).put("what", p.what()).made();
      case Problem.Missing p ->
          kind("missing", p).put("what", p.what()).put("name", p.name()).made();
      case Problem.Invalid p ->
          kind("invalid", p).put("rule", p.rule()).put("values", Items.texts(p.values())).made();
      case Problem.Offline p -> kind("offline", p).put("address", p.address()).detail(p.detail());
      case Problem.UnknownOutcome p ->
          kind("unknown-outcome", p).put("action", p.action()).detail(p.detail());
      case Problem.Unavailable p ->
          kind("unavailable", p).put("action", p.action()).detail(p.detail());
      case Problem.Refused p -> kind("refused", p).put("action", p.action()).detail(p.detail());
      case Problem.Machine p -> kind("machine", p).detail(p.detail());
      case Problem.Bug p -> kind("bug", p).detail(p.detail());
    };
  }

  /** What {@link #of} made; a kind that a later Frontdesk may know is told as refused. */
  static Problem read(Map<String, AttributeValue> item) {
    String kind = Items.text(item, KIND);
    String action = Items.text(item, "action");
    String detail = Items.text(item, "detail");
    String what = Items.text(item, "what");
    @Nullable String requestId = Items.optionalText(item, "requestId");
    return switch (kind) {
      case "denied" -> new Problem.Denied(action, detail, requestId);
      case "no-credentials" -> new Problem.NoCredentials(detail);
      case "throttled" -> new Problem.Throttled(action, requestId);
      case "quota-full" ->
          new Problem.QuotaFull((int) Items.number(item, "place"), detail, requestId);
      case "too-large" -> new Problem.TooLarge(action, detail, requestId);
      case "unsaved" -> new Problem.Unsaved();
      case "locked" -> new Problem.Locked(what, Items.text(item, "who"));
      case "conflict" -> new Problem.Conflict(what);
      case "missing" -> new Problem.Missing(what, Items.text(item, "name"), requestId);
      case "invalid" -> new Problem.Invalid(Items.text(item, "rule"), Items.texts(item, "values"));
      case "offline" -> new Problem.Offline(Items.text(item, "address"), detail);
      case "unknown-outcome" -> new Problem.UnknownOutcome(action, detail);
      case "unavailable" -> new Problem.Unavailable(action, detail, requestId);
      case "machine" -> new Problem.Machine(detail);
      case "bug" -> new Problem.Bug(detail);
      default -> new Problem.Refused(action, detail, requestId);
    };
  }

  private static Fields kind(String kind, Problem problem) {
    Fields fields = new Fields(new HashMap<>()).put(KIND, kind);
    String requestId = problem.requestId();
    return requestId == null ? fields : fields.put("requestId", requestId);
  }

  private record Fields(Map<String, AttributeValue> item) {
    Fields put(String name, String text) {
      return put(name, Items.text(text));
    }

    Fields put(String name, AttributeValue value) {
      item.put(name, value);
      return this;
    }

    AttributeValue detail(String detail) {
      return put("detail", detail).made();
    }

    AttributeValue made() {
      return AttributeValue.fromM(item);
    }
  }
}
