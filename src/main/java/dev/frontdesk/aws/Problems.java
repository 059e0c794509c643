package dev.frontdesk.aws;

import dev.frontdesk.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in the domain's words what the SDK throws. */
final class Problems {
  /** Error codes by which the services say that they do not know the caller. */
  private static final Set<String> CREDENTIALS =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestExpired",
          "RequestTimeTooSkewed",
          "InvalidToken",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "AuthFailure");

  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "NotAuthorized",
          "UnauthorizedOperation");

  private static final Set<String> THROTTLED =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "RequestLimitExceeded",
          "ProvisionedThroughputExceededException",
          "TooManyRequests",
          "TooManyRequestsException",
          "SlowDown");

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FORBIDDEN = 403;

  private Problems() {}

  /**
   * What is being called.
   *
   * @param action the operation's name, as a policy would name it
   * @param address where it is called
   * @param subject the table or distribution that it is about
   * @param writes whether it changes anything there: a write without an answer may have been
   *     carried out
   */
  record Call(String action, String address, String subject, boolean writes) {}

  static Problem of(SdkException thrown, Call call) {
    CredentialsException unresolved = cause(thrown, CredentialsException.class);
    if (unresolved != null) {
      return neverSent(unresolved)
          ? new Problem.Offline("the sign-in service", innermost(unresolved))
          : new Problem.NoCredentials(innermost(unresolved));
    }
    if (call.writes() && !isDefinite(thrown)) {
      return new Problem.UnknownOutcome(call.action(), innermost(thrown));
    }
    return thrown instanceof AwsServiceException answered
        ? answered(answered, call)
        : unanswered(thrown, call);
  }

  /** Whether it is known what became of the call: it was answered, or never went out. */
  private static boolean isDefinite(SdkException thrown) {
    return thrown instanceof AwsServiceException
        || (neverSent(thrown) && !earlierMayHaveBeenDone(thrown));
  }

  /**
   * Whether an attempt before the last may have been carried out, so that a refusal of the last
   * says nothing of the call. The SDK keeps earlier failures as suppressed ones, of which it leaves
   * only the words: harmless are those that are the last one's own, where that never went out, and
   * refusals of the service.
   */
  static boolean earlierMayHaveBeenDone(Throwable thrown) {
    String last = thrown instanceof SdkException sdk ? sdk.rawMessage() : thrown.getMessage();
    boolean lastNeverSent = neverSent(thrown);
    for (Throwable earlier : thrown.getSuppressed()) {
      String words = String.valueOf(earlier.getMessage());
      boolean sameAsLast = lastNeverSent && last != null && words.endsWith(last);
      boolean refused = words.contains("Status Code: 4");
      if (!sameAsLast && !refused) {
        return true;
      }
    }
    return false;
  }

  private static Problem answered(AwsServiceException e, Call call) {
    String code = code(e);
    String detail = detail(e);
    String id = e.requestId();
    if (CREDENTIALS.contains(code)) {
      return new Problem.NoCredentials(detail);
    }
    if (DENIED.contains(code)) {
      return new Problem.Denied(call.action(), detail, id);
    }
    if (THROTTLED.contains(code) || e.statusCode() == TOO_MANY_REQUESTS) {
      return new Problem.Throttled(call.action(), id);
    }
    return switch (code) {
      case "TooManyInvalidationsInProgress" -> new Problem.QuotaFull(0, detail, id);
      case "BatchTooLarge" -> new Problem.TooLarge(call.action(), detail, id);
      case "NoSuchDistribution" -> new Problem.Missing("distribution", call.subject(), id);
      case "NoSuchInvalidation" -> new Problem.Missing("invalidation", call.subject(), id);
      case "ResourceNotFoundException" -> new Problem.Missing("table", call.subject(), id);
      case "ConditionalCheckFailedException" -> new Problem.Conflict(call.subject());
      default -> {
        if (e.statusCode() >= 500) {
          yield new Problem.Unavailable(call.action(), detail, id);
        }
        yield e.statusCode() == FORBIDDEN
            ? new Problem.Denied(call.action(), detail, id)
            : new Problem.Refused(call.action(), detail, id);
      }
    };
  }

  private static Problem unanswered(SdkException e, Call call) {
    // A reading that was sent and not answered has done no harm: it counts as not having happened.
    return cause(e, IOException.class) != null || isTimeout(e)
        ? new Problem.Offline(call.address(), innermost(e))
        : new Problem.Unavailable(call.action(), innermost(e), null);
  }

  private static boolean isTimeout(SdkException e) {
    return e instanceof software.amazon.awssdk.core.exception.ApiCallTimeoutException
        || e instanceof software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException
        || e instanceof software.amazon.awssdk.core.exception.AbortedException;
  }

  /** Whether no connection came about, so that nothing can have been carried out. */
  static boolean neverSent(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case ConnectException _,
            UnknownHostException _,
            NoRouteToHostException _,
            PortUnreachableException _,
            SSLHandshakeException _ -> {
          return true;
        }
        case SocketTimeoutException late when says(late, "connect timed out") -> {
          return true;
        }
        default -> {
          // its cause may tell
        }
      }
    }
    return false;
  }

  private static boolean says(Throwable thrown, String words) {
    String message = thrown.getMessage();
    return message != null && message.toLowerCase(Locale.ROOT).contains(words);
  }

  static String code(AwsServiceException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }

  private static String detail(AwsServiceException e) {
    var details = e.awsErrorDetails();
    String message = details == null ? null : details.errorMessage();
    if (message != null && !message.isBlank()) {
      return message;
    }
    String code = code(e);
    return code.isEmpty() ? "HTTP " + e.statusCode() : code;
  }

  /** The sentence nearest to the trouble; the SDK's own around it says little. */
  private static String innermost(Throwable thrown) {
    String sentence = thrown.toString();
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
      if (t instanceof UnknownHostException) {
        return "unknown host " + t.getMessage();
      }
      if (t.getMessage() != null && !t.getMessage().isBlank()) {
        sentence = t.getMessage();
      }
    }
    return sentence;
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 20; t = t.getCause(), depth++) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
