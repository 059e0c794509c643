package dev.frontdesk.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

class ProblemsTest {
  private static final Problems.Call READ = new Problems.Call("a:Get", "http://x", "thing", false);
  private static final Problems.Call WRITE = new Problems.Call("a:Put", "http://x", "thing", true);

  private static AwsServiceException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId("R1")
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage("its sentence").build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, Denied",
    "400, AccessDeniedException, Denied",
    "403, SomethingNew, Denied",
    "400, ExpiredTokenException, NoCredentials",
    "403, ExpiredToken, NoCredentials",
    "400, UnrecognizedClientException, NoCredentials",
    "403, InvalidClientTokenId, NoCredentials",
    "403, SignatureDoesNotMatch, NoCredentials",
    "400, Throttling, Throttled",
    "400, ProvisionedThroughputExceededException, Throttled",
    "429, Whatever, Throttled",
    "400, TooManyInvalidationsInProgress, QuotaFull",
    "404, NoSuchDistribution, Missing",
    "404, NoSuchInvalidation, Missing",
    "400, ResourceNotFoundException, Missing",
    "400, ConditionalCheckFailedException, Conflict",
    "400, InvalidArgument, Refused",
    "400, InvalidationBatchAlreadyExists, Refused",
    "413, BatchTooLarge, TooLarge",
    "400, ValidationException, Refused",
    "500, InternalServerError, Unavailable",
    "503, ServiceUnavailable, Unavailable",
  })
  void anAnswerIsToldByItsCode(int status, String code, String kind) {
    Problem problem = Problems.of(answer(status, code), WRITE);

    assertEquals(kind, problem.getClass().getSimpleName());
    if (!List.of("NoCredentials", "Conflict").contains(kind)) {
      assertEquals("R1", problem.requestId());
    }
  }

  private static SdkException broken(IOException cause) {
    return SdkClientException.builder()
        .message("Unable to execute HTTP request: " + cause.getMessage())
        .cause(cause)
        .build();
  }

  @Test
  void whatNeverWentOutIsOfflineEvenForAWrite() {
    for (IOException cause :
        List.of(
            new ConnectException("Connection refused"),
            new UnknownHostException("nowhere.example"),
            new SocketTimeoutException("Connect timed out"))) {
      assertEquals(
          Problem.Offline.class, Problems.of(broken(cause), WRITE).getClass(), cause.toString());
    }
    assertEquals(
        new Problem.Offline("http://x", "unknown host nowhere.example"),
        Problems.of(broken(new UnknownHostException("nowhere.example")), READ));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection reset", "Read timed out", "Unexpected end of file"})
  void whatWentOutUnansweredIsUnknownForAWriteAndOfflineForAReading(String words) {
    SdkException thrown =
        broken(
            words.contains("timed")
                ? new SocketTimeoutException(words)
                : new SocketException(words));

    assertEquals(new Problem.UnknownOutcome("a:Put", words), Problems.of(thrown, WRITE));
    assertEquals(new Problem.Offline("http://x", words), Problems.of(thrown, READ));
  }

  @Test
  void aCallThatTookTooLongIsUnknownForAWrite() {
    SdkException late = ApiCallTimeoutException.create(15_000);

    assertEquals(Problem.UnknownOutcome.class, Problems.of(late, WRITE).getClass());
    assertEquals(Problem.Offline.class, Problems.of(late, READ).getClass());
  }

  /** As the SDK keeps it: the words alone. */
  private static SdkException attempt(String words) {
    return SdkClientException.create(
        "Request attempt 1 failure: Unable to execute HTTP request: " + words);
  }

  @Test
  void aRefusedConnectionSaysNothingOfAnEarlierAttemptThatWasReset() {
    SdkException last = broken(new ConnectException("Connection refused"));
    last.addSuppressed(attempt("Connection reset"));

    assertEquals(Problem.UnknownOutcome.class, Problems.of(last, WRITE).getClass());

    SdkException harmless = broken(new ConnectException("Connection refused"));
    harmless.addSuppressed(attempt("Connection refused"));
    assertEquals(Problem.Offline.class, Problems.of(harmless, WRITE).getClass());
  }

  @Test
  void missingCredentialsAreToldAsSuch() {
    var provider =
        CredentialsException.recognisable(() -> {
          throw SdkClientException.create("Profile acme is unknown");
        });
    try {
      provider.resolveCredentials();
    } catch (SdkException e) {
      assertEquals(new Problem.NoCredentials("Profile acme is unknown"), Problems.of(e, WRITE));
      return;
    }
    throw new AssertionError("there were no credentials");
  }
}
