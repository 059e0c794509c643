package dev.frontdesk.sandbox.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudfront.model.BatchTooLargeException;
import software.amazon.awssdk.services.cloudfront.model.InconsistentQuantitiesException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidationSummary;
import software.amazon.awssdk.services.cloudfront.model.MonitoringSubscriptionAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchInvalidationException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchMonitoringSubscriptionException;
import software.amazon.awssdk.services.cloudfront.model.RealtimeMetricsSubscriptionStatus;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;
import software.amazon.awssdk.services.cloudfront.model.UnsupportedOperationException;
import software.amazon.awssdk.services.sts.model.StsException;

/** The control plane as the AWS SDK sees it. */
class ControlServerTest {
  private static final String PATH = "/projects/atlas/members";

  private final ControlPlaneFixture plane = new ControlPlaneFixture();

  @AfterEach
  void close() {
    plane.close();
  }

  @Test
  void listsAndDescribesTheDistribution() {
    var list = plane.client.listDistributions().distributionList();
    assertEquals(1, list.quantity());
    assertFalse(list.isTruncated());
    var summary = list.items().getFirst();
    assertEquals(plane.id, summary.id());
    assertTrue(plane.id.matches("E[0-9A-Z]{13}"), plane.id);
    assertTrue(summary.domainName().matches("d[0-9a-z]{13}\\.cloudfront\\.net"));
    assertEquals("arn:aws:cloudfront::000000000000:distribution/" + plane.id, summary.arn());
    assertEquals("/projects/*/members", summary.cacheBehaviors().items().getFirst().pathPattern());

    var whole = plane.client.getDistribution(r -> r.id(plane.id));
    var config = plane.client.getDistributionConfig(r -> r.id(plane.id));
    assertEquals(whole.eTag(), config.eTag());
    assertNotNull(config.eTag());
    assertEquals("Deployed", whole.distribution().status());
    assertEquals(whole.distribution().distributionConfig(), config.distributionConfig());
    assertEquals("Cache-Tag", config.distributionConfig().cacheTagConfig().headerName());
    var behaviours = config.distributionConfig().cacheBehaviors().items();
    assertEquals(ControlPlaneFixture.MEMBERS_POLICY, behaviours.getFirst().cachePolicyId());
    assertEquals(
        "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        config.distributionConfig().defaultCacheBehavior().cachePolicyId());
    var origin = config.distributionConfig().origins().items().getFirst();
    assertEquals("127.0.0.1", origin.domainName());
    assertEquals(4567, origin.customOriginConfig().httpPort());
    assertTrue(whole.responseMetadata().requestId().length() > 30);
  }

  @Test
  void countsTheInvalidationsInProgress() {
    plane.invalidate("one", PATH);
    plane.invalidate("two", PATH);
    assertEquals(2, inProgress());
    plane.pass(ControlPlaneFixture.PROPAGATION);
    assertEquals(0, inProgress());
  }

  private int inProgress() {
    return plane
        .client
        .getDistribution(r -> r.id(plane.id))
        .distribution()
        .inProgressInvalidationBatches();
  }

  @Test
  void knowsManagedCachePoliciesAndTheDistributionsOwn() {
    var all = plane.client.listCachePolicies(r -> {}).cachePolicyList();
    assertEquals(5, all.quantity());
    assertNull(all.nextMarker());
    var custom = plane.client.listCachePolicies(r -> r.type("custom")).cachePolicyList().items();
    assertEquals(
        List.of(ControlPlaneFixture.MEMBERS_POLICY),
        custom.stream().map(p -> p.cachePolicy().id()).toList());
    assertEquals("custom", custom.getFirst().typeAsString());

    var policy =
        plane
            .client
            .getCachePolicy(r -> r.id(ControlPlaneFixture.MEMBERS_POLICY))
            .cachePolicy()
            .cachePolicyConfig();
    assertEquals("members", policy.name());
    assertEquals(0, policy.minTTL());
    assertEquals(60, policy.defaultTTL());
    assertEquals(86_400, policy.maxTTL());
    var key = policy.parametersInCacheKeyAndForwardedToOrigin();
    assertEquals(List.of("v"), key.queryStringsConfig().queryStrings().items());
    assertEquals("none", key.headersConfig().headerBehaviorAsString());

    var optimized = plane.client.getCachePolicy(r -> r.id("658327ea-f89d-4fab-a63d-7e88639e58f6"));
    assertEquals(1, optimized.cachePolicy().cachePolicyConfig().minTTL());
    assertNotNull(optimized.eTag());
    assertThrows(
        NoSuchCachePolicyException.class, () -> plane.client.getCachePolicy(r -> r.id("none")));
  }

  @Test
  void pagesThroughCachePolicies() {
    var ids = new ArrayList<String>();
    String marker = null;
    do {
      var from = marker;
      var page =
          plane.client.listCachePolicies(r -> r.maxItems("2").marker(from)).cachePolicyList();
      assertTrue(page.items().size() <= 2);
      page.items().forEach(p -> ids.add(p.cachePolicy().id()));
      marker = page.nextMarker();
    } while (marker != null);
    assertEquals(5, ids.size());
    assertEquals(5, ids.stream().distinct().count());
  }

  @Test
  void hasAMonitoringSubscription() {
    assertEquals(
        RealtimeMetricsSubscriptionStatus.ENABLED,
        plane
            .client
            .getMonitoringSubscription(r -> r.distributionId(plane.id))
            .monitoringSubscription()
            .realtimeMetricsSubscriptionConfig()
            .realtimeMetricsSubscriptionStatus());
  }

  @Test
  void aMonitoringSubscriptionIsMadeOnceAndDeletedOnce() {
    var client = plane.client;
    assertThrows(MonitoringSubscriptionAlreadyExistsException.class, () -> subscribe("Enabled"));
    client.deleteMonitoringSubscription(r -> r.distributionId(plane.id));
    assertThrows(
        NoSuchMonitoringSubscriptionException.class,
        () -> client.deleteMonitoringSubscription(r -> r.distributionId(plane.id)));
    assertThrows(
        NoSuchMonitoringSubscriptionException.class,
        () -> client.getMonitoringSubscription(r -> r.distributionId(plane.id)));
    assertThrows(InvalidArgumentException.class, () -> subscribe("Perhaps"));
    subscribe("Disabled");
    assertEquals(
        RealtimeMetricsSubscriptionStatus.DISABLED,
        client
            .getMonitoringSubscription(r -> r.distributionId(plane.id))
            .monitoringSubscription()
            .realtimeMetricsSubscriptionConfig()
            .realtimeMetricsSubscriptionStatus());
  }

  private void subscribe(String status) {
    plane.client.createMonitoringSubscription(r ->
        r.distributionId(plane.id)
            .monitoringSubscription(m ->
                m.realtimeMetricsSubscriptionConfig(
                    c -> c.realtimeMetricsSubscriptionStatus(status))));
  }

  @Test
  void anInvalidationIsCompletedOnlyOnceTheEdgeHasDroppedItsObjects() {
    var paths = List.of(PATH, "/projects/a%20b/*", "/q?v=1&w=2", "#project-atlas");
    var created = plane.invalidate("first", paths);
    var invalidation = created.invalidation();
    assertEquals("InProgress", invalidation.status());
    assertTrue(invalidation.id().matches("I[0-9A-Z]{13}"), invalidation.id());
    assertEquals(Instant.parse("2026-05-04T12:00:00.123Z"), invalidation.createTime());
    assertEquals(paths, invalidation.invalidationBatch().paths().items());
    assertEquals("first", invalidation.invalidationBatch().callerReference());
    assertEquals(
        "%s/2020-05-31/distribution/%s/invalidation/%s"
            .formatted(plane.server.address(), plane.id, invalidation.id()),
        created.location());
    assertEquals(201, created.sdkHttpResponse().statusCode());

    plane.pass(ControlPlaneFixture.PROPAGATION.minusMillis(1));
    assertEquals("InProgress", plane.status(invalidation.id()));
    assertEquals(List.of(), plane.purged);
    plane.pass(Duration.ofMillis(1));
    assertEquals("Completed", plane.status(invalidation.id()));
    assertEquals("Completed", plane.status(invalidation.id()));
    assertEquals(List.of(paths), plane.purged);
  }

  @Test
  void theSameRequestAgainFindsTheSameInvalidation() {
    var first = plane.invalidate("again", PATH, "/b").invalidation();
    plane.pass(ControlPlaneFixture.PROPAGATION);
    var second = plane.invalidate("again", PATH, "/b");
    assertEquals(first.id(), second.invalidation().id());
    assertEquals(first.createTime(), second.invalidation().createTime());
    assertEquals("Completed", second.invalidation().status());
    assertEquals(201, second.sdkHttpResponse().statusCode());
    assertEquals(1, plane.purged.size());

    var clash = assertThrows(InvalidArgumentException.class, () -> plane.invalidate("again", PATH));
    assertEquals(400, clash.statusCode());
    assertEquals(
        "Your request contains a caller reference that was used for a previous invalidation batch"
            + " for the same distribution.",
        clash.awsErrorDetails().errorMessage());
    assertEquals(
        1,
        plane
            .client
            .listInvalidations(r -> r.distributionId(plane.id))
            .invalidationList()
            .quantity());
  }

  @Test
  void listsNewestFirstByPages() {
    var ids =
        new ArrayList<>(
            IntStream.range(0, 7)
                .mapToObj(i -> plane.invalidate("r" + i, "/p" + i).invalidation().id())
                .toList());
    Collections.reverse(ids);
    var first = plane.client.listInvalidations(r -> r.distributionId(plane.id).maxItems("3"));
    var list = first.invalidationList();
    assertTrue(list.isTruncated());
    assertEquals(3, list.maxItems());
    assertEquals("", list.marker());
    assertEquals(ids.get(2), list.nextMarker());
    var all = new ArrayList<String>();
    var marker = "";
    while (marker != null) {
      var from = marker;
      var page =
          plane
              .client
              .listInvalidations(r -> r.distributionId(plane.id).maxItems("3").marker(from))
              .invalidationList();
      assertEquals(page.isTruncated(), page.nextMarker() != null);
      page.items().stream().map(InvalidationSummary::id).forEach(all::add);
      marker = page.nextMarker();
    }
    assertEquals(ids, all);
    var whole = plane.client.listInvalidations(r -> r.distributionId(plane.id)).invalidationList();
    assertFalse(whole.isTruncated());
    assertNull(whole.nextMarker());
    assertEquals(100, whole.maxItems());
    for (var wrong : List.of("0", "-1", "many")) {
      assertThrows(
          InvalidArgumentException.class,
          () -> plane.client.listInvalidations(r -> r.distributionId(plane.id).maxItems(wrong)));
    }
    assertThrows(
        InvalidArgumentException.class,
        () -> plane.client.listInvalidations(r -> r.distributionId(plane.id).marker("INONE")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "projects/atlas", "", "*", "/a*b", "/a**", "/a~b", "/a b", "/a#b", "/é", "/a%2", "/a%zz",
        "/a[1]", "/a{1}", "/a|b", "/a\\b", "/a\"b", "/a<b", "/a^b", "/a`b", "#", "#a,b", "#a*",
        "#a b", "#ä"
      })
  void refusesWhatIsNeitherAPathNorATag(String item) {
    var refused =
        assertThrows(InvalidArgumentException.class, () -> plane.invalidate("bad", "/good", item));
    assertEquals("InvalidArgument", refused.awsErrorDetails().errorCode());
    assertEquals(
        "Your request contains one or more invalid invalidation paths.",
        refused.awsErrorDetails().errorMessage());
  }

  @Test
  void pathsAndTagsHaveALongestLength() {
    var path = "/" + "a".repeat(3_999);
    var tag = "#" + "t".repeat(256);
    plane.invalidate("longest", path, tag);
    assertThrows(InvalidArgumentException.class, () -> plane.invalidate("p", path + "a"));
    assertThrows(InvalidArgumentException.class, () -> plane.invalidate("t", tag + "t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/*", "/a%7Eb", "/a%E4%BA%AC", "/a;b=c@d:e!f$g'h(i)j+k", "/x?y=/*"})
  void takesWhatIsAPath(String path) {
    assertEquals("InProgress", plane.invalidate("good", path).invalidation().status());
  }

  @Test
  void refusesEmptyAndInconsistentBatches() {
    assertThrows(InvalidArgumentException.class, () -> plane.invalidate("none", List.of()));
    assertThrows(InvalidArgumentException.class, () -> plane.invalidate(" ", PATH));
    var inconsistent =
        assertThrows(
            InconsistentQuantitiesException.class,
            () ->
                plane.client.createInvalidation(r ->
                    r.distributionId(plane.id)
                        .invalidationBatch(
                            b -> b.callerReference("q").paths(p -> p.quantity(2).items("/a")))));
    assertEquals(400, inconsistent.statusCode());
  }

  @Test
  void threeThousandPathsAreInProgressAtOnceAndNotOneMore() {
    var tooLarge =
        assertThrows(
            BatchTooLargeException.class, () -> plane.invalidate("large", paths("/x", 3_001)));
    assertEquals(413, tooLarge.statusCode());
    var most = plane.invalidate("most", paths("/a", 2_998)).invalidation();
    plane.invalidate("tag counts", "#tag");
    assertThrows(
        TooManyInvalidationsInProgressException.class, () -> plane.invalidate("two", "/b", "/c"));
    plane.invalidate("one", "/b");
    var full =
        assertThrows(
            TooManyInvalidationsInProgressException.class, () -> plane.invalidate("over", "/d"));
    assertEquals(400, full.statusCode());
    // A repetition asks for nothing new, and wildcards have a quota of their own.
    var again = plane.invalidate("most", paths("/a", 2_998)).invalidation();
    assertEquals(most.id(), again.id());
    assertEquals("InProgress", again.status());
    var clash = assertThrows(InvalidArgumentException.class, () -> plane.invalidate("most", "/b"));
    assertTrue(clash.awsErrorDetails().errorMessage().contains("caller reference"));
    plane.invalidate("wildcard", "/w*");
    plane.pass(ControlPlaneFixture.PROPAGATION);
    plane.invalidate("over", "/d");
  }

  @Test
  void fifteenWildcardsAreInProgressAtOnceAndNotOneMore() {
    assertThrows(
        TooManyInvalidationsInProgressException.class,
        () -> plane.invalidate("sixteen", wildcards(16)));
    var fifteen = plane.invalidate("fifteen", wildcards(15)).invalidation();
    assertEquals(fifteen.id(), plane.invalidate("fifteen", wildcards(15)).invalidation().id());
    var full =
        assertThrows(
            TooManyInvalidationsInProgressException.class,
            () -> plane.invalidate("more", "/more/*"));
    assertEquals(
        "Processing your request will cause you to exceed the maximum number of in-progress"
            + " wildcard invalidations.",
        full.awsErrorDetails().errorMessage());
    plane.invalidate("path", "/more");
    plane.pass(ControlPlaneFixture.PROPAGATION);
    plane.invalidate("more", "/more/*");
  }

  private static List<String> paths(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static List<String> wildcards(int count) {
    return IntStream.range(0, count).mapToObj(i -> "/w" + i + "/*").toList();
  }

  @Test
  void unknownIdsAreCalledByTheirKind() {
    assertEquals(
        404,
        assertThrows(
                NoSuchDistributionException.class,
                () -> plane.client.getDistribution(r -> r.id("EOTHER")))
            .statusCode());
    assertThrows(
        NoSuchDistributionException.class,
        () -> plane.client.getDistributionConfig(r -> r.id("EOTHER")));
    assertThrows(
        NoSuchDistributionException.class,
        () -> plane.client.listInvalidations(r -> r.distributionId("EOTHER")));
    assertThrows(
        NoSuchDistributionException.class,
        () -> plane.client.getMonitoringSubscription(r -> r.distributionId("EOTHER")));
    var unknown = assertThrows(NoSuchInvalidationException.class, () -> plane.status("INONE"));
    assertEquals(404, unknown.statusCode());
    assertNotNull(unknown.requestId());
  }

  @Test
  void operationsThatAreNotThereSaySo() {
    var refused =
        assertThrows(
            UnsupportedOperationException.class, () -> plane.client.listFunctions(r -> {}));
    assertTrue(
        refused.awsErrorDetails().errorMessage().contains("GET /2020-05-31/function"),
        refused.getMessage());
    assertThrows(
        UnsupportedOperationException.class,
        () -> plane.client.deleteDistribution(r -> r.id(plane.id).ifMatch("E")));
  }

  @Test
  void aBodyIsNeededAndMustBeTheXmlExpected() throws Exception {
    var url = "/2020-05-31/distribution/" + plane.id + "/invalidation";
    assertError(post(url, ""), 400, "MissingBody");
    assertError(post(url, "<InvalidationBatch>"), 400, "MalformedXML");
    assertError(post(url, "<Other/>"), 400, "MalformedXML");
    assertError(
        post(url, "<InvalidationBatch><CallerReference>a</CallerReference></InvalidationBatch>"),
        400,
        "MalformedXML");
    assertError(
        post(
            url,
            "<InvalidationBatch><Paths><Quantity>x</Quantity></Paths>"
                + "<CallerReference>a</CallerReference></InvalidationBatch>"),
        400,
        "MalformedXML");
    assertError(post(url, "<a>".repeat(100)), 400, "MalformedXML");
  }

  @Test
  void readsNothingOutsideTheRequest() throws Exception {
    var body =
        "<!DOCTYPE b [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<InvalidationBatch><Paths><Quantity>1</Quantity><Items><Path>/&x;</Path></Items>"
            + "</Paths><CallerReference>xxe</CallerReference></InvalidationBatch>";
    var url = "/2020-05-31/distribution/" + plane.id + "/invalidation";
    assertError(post(url, body), 400, "MalformedXML");
    assertEquals(
        0,
        plane
            .client
            .listInvalidations(r -> r.distributionId(plane.id))
            .invalidationList()
            .quantity());
  }

  @Test
  void answersInXmlWhateverItIsAsked() {
    var refused =
        assertThrows(
            InvalidArgumentException.class,
            () ->
                plane.client.listInvalidations(r -> r.distributionId(plane.id).marker("\u0001<&")));
    assertEquals(400, refused.statusCode());
    var page = plane.client.listDistributions(r -> r.marker("\u0001<&>")).distributionList();
    assertEquals("\uFFFD<&>", page.marker());
  }

  @Test
  void wantsASignedRequest() throws Exception {
    var url = "/2020-05-31/distribution";
    var unsigned = send(HttpRequest.newBuilder(uri(url)).build());
    assertError(unsigned, 403, "MissingAuthenticationToken");
    assertEquals("text/xml", unsigned.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        unsigned.body().contains(unsigned.headers().firstValue("x-amzn-RequestId").orElseThrow()));
    assertTrue(
        unsigned
            .body()
            .contains("<ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"));
    assertError(
        send(HttpRequest.newBuilder(uri(url)).header("Authorization", "Basic x").build()),
        403,
        "AccessDenied");
  }

  @Test
  void stsSaysWhoSigned() throws Exception {
    try (var sts = plane.sts()) {
      var identity = sts.getCallerIdentity();
      assertEquals("arn:aws:sts::000000000000:assumed-role/sandbox/desk-07", identity.arn());
      assertEquals("000000000000", identity.account());
      assertEquals("AROASANDBOX:desk-07", identity.userId());
      var refused = assertThrows(StsException.class, () -> sts.getSessionToken());
      assertEquals("InvalidAction", refused.awsErrorDetails().errorCode());
    }
    var unsigned =
        send(
            HttpRequest.newBuilder(uri("/"))
                .POST(HttpRequest.BodyPublishers.ofString("Action=GetCallerIdentity"))
                .build());
    assertError(unsigned, 403, "MissingAuthenticationToken");
  }

  private static void assertError(HttpResponse<String> answer, int status, String code) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("<Code>" + code + "</Code>"), answer.body());
    assertTrue(answer.body().contains("<Type>Sender</Type>"), answer.body());
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=desk/20260504/us-east-1/cloudfront/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private URI uri(String path) {
    return plane.server.address().resolve(path);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
