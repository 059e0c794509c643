package dev.frontdesk.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Talks to a sandbox as strangers do: by its addresses. */
final class SandboxClients implements AutoCloseable {
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"));

  final SandboxAddresses addresses;
  final CloudFrontClient cloudFront;
  final DynamoDbClient dynamoDb;
  private final HttpClient http = HttpClient.newHttpClient();

  SandboxClients(SandboxAddresses addresses) {
    this(addresses, _ -> {});
  }

  /** Clients that tell of the first failure. */
  static SandboxClients withoutRetries(SandboxAddresses addresses) {
    return new SandboxClients(addresses, SandboxClients::once);
  }

  static void once(ClientOverrideConfiguration.Builder configuration) {
    configuration.retryStrategy(DefaultRetryStrategy.doNotRetry());
  }

  private SandboxClients(
      SandboxAddresses addresses, Consumer<ClientOverrideConfiguration.Builder> configuration) {
    this.addresses = addresses;
    cloudFront =
        CloudFrontClient.builder()
            .endpointOverride(addresses.endpoints().cloudfront())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(configuration)
            .build();
    dynamoDb =
        DynamoDbClient.builder()
            .endpointOverride(addresses.endpoints().dynamodb())
            .region(Region.US_EAST_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(configuration)
            .build();
  }

  HttpResponse<String> atEdge(String path) {
    return send(HttpRequest.newBuilder(URI.create(addresses.edgeUrl() + path)).build());
  }

  HttpResponse<String> putAtOrigin(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(addresses.originUrl() + path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  String invalidate(String reference, String path) {
    return cloudFront
        .createInvalidation(r ->
            r.distributionId(addresses.distributionId())
                .invalidationBatch(
                    b -> b.callerReference(reference).paths(p -> p.quantity(1).items(path))))
        .invalidation()
        .id();
  }

  String status(String invalidation) {
    return cloudFront
        .getInvalidation(r -> r.distributionId(addresses.distributionId()).id(invalidation))
        .invalidation()
        .status();
  }

  void awaitCompleted(String invalidation) {
    await(() -> status(invalidation).equals("Completed"));
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come to pass within 20 s");
      }
      Thread.onSpinWait();
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    http.close();
    cloudFront.close();
    dynamoDb.close();
  }
}
