package dev.frontdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sts.StsClient;

/** Each fault as the AWS SDK meets it, without its retries. */
class FaultsOverTheWireTest {
  private static final String MEMBERS = "/projects/atlas/members";

  @TempDir java.nio.file.Path folder;

  @Test
  void throttledRequestsAreRefusedAndNotCarriedOut() {
    var types = new TreeSet<String>();
    misbehaving(
        "throttle=1,seed=3",
        clients -> {
          for (int i = 0; i < 12; i++) {
            var refused = refused(AwsServiceException.class, () -> put(clients, "throttled"));
            assertEquals(400, refused.statusCode());
            assertTrue(refused.isThrottlingException(), refused.toString());
            types.add(refused.awsErrorDetails().errorCode());
          }
          var refused =
              refused(CloudFrontException.class, () -> clients.invalidate("throttled", MEMBERS));
          assertEquals(400, refused.statusCode());
          assertEquals("Throttling", refused.awsErrorDetails().errorCode());
          assertEquals("Rate exceeded", refused.awsErrorDetails().errorMessage());
          assertTrue(refused.isThrottlingException());
          try (var sts = sts(clients)) {
            var identity = refused(AwsServiceException.class, sts::getCallerIdentity);
            assertEquals("Throttling", identity.awsErrorDetails().errorCode());
          }
        },
        Map.of("throttle", 14L));
    assertEquals(Set.of("ProvisionedThroughputExceededException", "ThrottlingException"), types);
    assertCarriedOut("throttled", 0, 0);
  }

  @Test
  void errorsSayNothingOfAWritesOutcome() {
    var codes = new TreeSet<String>();
    var seen = new ArrayList<Integer>();
    misbehaving(
        "error=1,seed=11",
        clients -> {
          for (int i = 0; i < 16; i++) {
            var id = "error-" + i;
            var failed = refused(AwsServiceException.class, () -> put(clients, id));
            codes.add(failed.statusCode() + " " + failed.awsErrorDetails().errorCode());
            var unavailable =
                refused(CloudFrontException.class, () -> clients.invalidate(id, MEMBERS));
            assertEquals(503, unavailable.statusCode());
            assertEquals("ServiceUnavailable", unavailable.awsErrorDetails().errorCode());
          }
          refused(AwsServiceException.class, () -> clients.dynamoDb.listTables());
          try (var cloudWatch = cloudWatch(clients)) {
            var failed = refused(AwsServiceException.class, () -> cloudWatch.listMetrics(r -> {}));
            assertEquals(503, failed.statusCode());
            assertEquals("ServiceUnavailable", failed.awsErrorDetails().errorCode());
          }
        },
        Map.of("error", 34L));
    assertEquals(Set.of("500 InternalServerError", "503 ServiceUnavailable"), codes);
    quiet(clients -> {
      int items = 0;
      for (int i = 0; i < 16; i++) {
        items += exists(clients, "error-" + i) ? 1 : 0;
      }
      seen.add(items);
      seen.add(invalidations(clients));
    });
    for (int carriedOut : seen) {
      assertTrue(carriedOut > 0 && carriedOut < 16, "carried out of 16: " + seen);
    }
  }

  @Test
  void aDroppedReplyIsOfARequestThatWasCarriedOut() {
    misbehaving(
        "drop-reply=1",
        clients -> {
          var dropped = refused(SdkClientException.class, () -> put(clients, "dropped"));
          assertInstanceOf(IOException.class, dropped.getCause());
          refused(SdkClientException.class, () -> clients.invalidate("dropped", MEMBERS));
        },
        Map.of("drop-reply", 2L));
    assertCarriedOut("dropped", 1, 1);
  }

  @Test
  void aResetComesBeforeAnythingIsCarriedOut() {
    misbehaving(
        "reset=1",
        clients -> {
          var reset = refused(SdkClientException.class, () -> put(clients, "reset"));
          assertInstanceOf(IOException.class, reset.getCause());
          refused(SdkClientException.class, () -> clients.invalidate("reset", MEMBERS));
        },
        Map.of("reset", 2L));
    assertCarriedOut("reset", 0, 0);
  }

  @Test
  void delayedRequestsAreAnsweredLate() {
    misbehaving(
        "delay=150..200ms",
        clients -> {
          for (var call :
              List.<Runnable>of(
                  () -> put(clients, "delayed"), () -> clients.invalidate("delayed", MEMBERS))) {
            long start = System.nanoTime();
            call.run();
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 150);
          }
        },
        Map.of("delay", 2L));
    assertCarriedOut("delayed", 1, 1);
  }

  @Test
  void theOriginHoldsGetsAndIsElseLeftAloneAsIsTheEdge() {
    misbehaving(
        "reset=1,hold-get=120ms",
        clients -> {
          long start = System.nanoTime();
          assertEquals(200, clients.atEdge(MEMBERS).statusCode());
          assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() >= 120);
          assertEquals(200, clients.atEdge(MEMBERS).statusCode());
        },
        Map.of("reset", 0L, "hold-get", 1L));
  }

  @Test
  void faultsHaveTheOrderOfTheirWords() {
    var faults =
        SandboxFaults.parse(
            "seed=1,hold-get=1ms,delay=1ms,reset=0,drop-reply=0,error=0,throttle=0");
    try (var sandbox = Sandbox.start(new SandboxOptions(null, 0, faults))) {
      assertEquals(
          List.of("throttle", "error", "drop-reply", "reset", "delay", "hold-get"),
          List.copyOf(sandbox.faultsHit().keySet()));
    }
    try (var sandbox = Sandbox.start(SandboxOptions.DEFAULT)) {
      assertEquals(Map.of(), sandbox.faultsHit());
    }
  }

  /** In order, one at a time: what becomes of the n-th request depends on the seed alone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 20_260_504})
  void theSameSeedIsTheSameRun(long seed) {
    var spec = "throttle=0.2,error=0.2,drop-reply=0.2,reset=0.1,seed=" + seed;
    var first = outcomes(spec);
    assertEquals(first, outcomes(spec), spec);
    assertTrue(Set.copyOf(first).size() >= 4, first.toString());
  }

  private static List<String> outcomes(String spec) {
    var options = new SandboxOptions(null, 0, SandboxFaults.parse(spec));
    var outcomes = new ArrayList<String>();
    try (var sandbox = Sandbox.start(options);
        var clients = SandboxClients.withoutRetries(sandbox.addresses())) {
      for (int i = 0; i < 40; i++) {
        try {
          put(clients, "seeded-" + i);
          outcomes.add("done");
        } catch (AwsServiceException e) {
          outcomes.add(e.awsErrorDetails().errorCode());
        } catch (SdkClientException e) {
          outcomes.add("broken");
        }
      }
      outcomes.add(sandbox.faultsHit().toString());
    }
    return outcomes;
  }

  /** Runs a sandbox with faults on the folder, and checks how many hit. */
  private void misbehaving(String spec, Consumer<SandboxClients> work, Map<String, Long> hits) {
    var options = new SandboxOptions(folder, 0, SandboxFaults.parse(spec));
    try (var sandbox = Sandbox.start(options);
        var clients = SandboxClients.withoutRetries(sandbox.addresses())) {
      work.accept(clients);
      assertEquals(hits, sandbox.faultsHit());
    }
  }

  private void quiet(Consumer<SandboxClients> work) {
    misbehaving("", work, Map.of());
  }

  private void assertCarriedOut(String id, int items, int invalidations) {
    quiet(clients -> {
      assertEquals(items == 1, exists(clients, id));
      assertEquals(invalidations, invalidations(clients));
    });
  }

  private static <E extends SdkException> E refused(Class<E> type, Runnable call) {
    return assertThrows(type, call::run);
  }

  private static void put(SandboxClients clients, String id) {
    clients.dynamoDb.putItem(r -> r.tableName("frontdesk-journal").item(key(id)));
  }

  private static boolean exists(SandboxClients clients, String id) {
    return clients
        .dynamoDb
        .getItem(r -> r.tableName("frontdesk-journal").key(key(id)).consistentRead(true))
        .hasItem();
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of("pk", AttributeValue.fromS("fault"), "sk", AttributeValue.fromS(id));
  }

  private static int invalidations(SandboxClients clients) {
    return clients
        .cloudFront
        .listInvalidations(r -> r.distributionId(clients.addresses.distributionId()))
        .invalidationList()
        .quantity();
  }

  private static StsClient sts(SandboxClients clients) {
    return StsClient.builder()
        .endpointOverride(clients.addresses.endpoints().sts())
        .region(Region.US_EAST_1)
        .credentialsProvider(SandboxClients.CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(SandboxClients::once)
        .build();
  }

  private static CloudWatchClient cloudWatch(SandboxClients clients) {
    return CloudWatchClient.builder()
        .endpointOverride(clients.addresses.endpoints().cloudwatch())
        .region(Region.US_EAST_1)
        .credentialsProvider(SandboxClients.CREDENTIALS)
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(SandboxClients::once)
        .build();
  }
}
