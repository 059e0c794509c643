package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.sandbox.cloudwatch.CloudWatch;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A control plane with a clock that the test moves and an edge that remembers what it was told. */
final class ControlPlaneFixture implements AutoCloseable {
  static final Duration PROPAGATION = Duration.ofSeconds(30);
  static final String MEMBERS_POLICY = "3c5f2c2c-0f1e-4a60-8f4e-5d2f0c9b7a11";

  private static final Instant STARTED = Instant.parse("2026-05-04T12:00:00.123456Z");

  final AtomicReference<Instant> now = new AtomicReference<>(STARTED);
  final List<List<String>> purged = new CopyOnWriteArrayList<>();
  final Traffic traffic = new Traffic();
  final ControlStore store;
  final ControlServer server;
  final CloudFrontClient client;
  final String id;

  ControlPlaneFixture() {
    this(null, PROPAGATION);
  }

  ControlPlaneFixture(@Nullable Path file, Duration propagation) {
    store = ControlStore.open(file, now::get);
    id = store.distributionId();
    var edge =
        new ControlledEdge(
            purged::add,
            traffic::measureAdditional,
            new CloudWatch(id, () -> traffic, STARTED, now::get));
    server = ControlServer.start(0, store, distribution(store), propagation, edge, now::get);
    client =
        CloudFrontClient.builder()
            .endpointOverride(server.address())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
  }

  static Distribution distribution(ControlStore store) {
    var members =
        new Behaviour(
            "/projects/*/members",
            MEMBERS_POLICY,
            "members",
            new TtlPolicy(0, 60, 86_400),
            new CacheKey(KeyPart.listed("v"), KeyPart.NONE, KeyPart.NONE));
    var others =
        new Behaviour(
            "*",
            "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
            "Managed-CachingDisabled",
            new TtlPolicy(0, 0, 0),
            CacheKey.PATH);
    return new Distribution(
        store.distributionId(),
        store.domainName(),
        store.created(),
        URI.create("http://127.0.0.1:4567"),
        List.of(members, others),
        "Cache-Tag");
  }

  CloudWatchClient cloudWatch() {
    return CloudWatchClient.builder()
        .endpointOverride(server.address())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  StsClient sts() {
    return StsClient.builder()
        .endpointOverride(server.address())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials())
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  CreateInvalidationResponse invalidate(String reference, String... paths) {
    return invalidate(reference, List.of(paths));
  }

  CreateInvalidationResponse invalidate(String reference, List<String> paths) {
    return client.createInvalidation(r ->
        r.distributionId(id)
            .invalidationBatch(b ->
                b.callerReference(reference).paths(p -> p.quantity(paths.size()).items(paths))));
  }

  String status(String invalidationId) {
    return client
        .getInvalidation(r -> r.distributionId(id).id(invalidationId))
        .invalidation()
        .status();
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("desk-07", "sandbox"));
  }

  @Override
  public void close() {
    client.close();
    server.close();
    store.close();
  }
}
