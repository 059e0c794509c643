package dev.frontdesk.aws;

import dev.frontdesk.settings.Connection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The SDK's clients for one account, each built when first called: that takes most of a second, so
 * never on the thread of the window.
 */
final class AwsClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ATTEMPT = Duration.ofSeconds(5);
  private static final Duration CALL = Duration.ofSeconds(15);

  /** Few: whoever follows an entry to its end tries again on their own, and shows it. */
  private static final int ATTEMPTS = 3;

  /**
   * Where CloudFront's metrics are, whatever the region of the rest (CloudFront Developer Guide,
   * "Types of metrics for CloudFront").
   */
  private static final Region METRICS = Region.US_EAST_1;

  private final Connection.Account account;
  private final Once<SdkHttpClient> http;
  private final Once<AwsCredentialsProvider> credentials;
  private final Once<CloudFrontClient> cloudFront;
  private final Once<CloudWatchClient> cloudWatch;
  private final Once<DynamoDbClient> dynamoDb;
  private final Once<StsClient> sts;
  final Gate cloudFrontGate;
  final Gate cloudWatchGate;
  final Gate dynamoDbGate;
  final Gate stsGate;

  AwsClients(Connection.Account account) {
    this.account = account;
    var endpoints = account.endpoints();
    URI stsEndpoint = endpoints.sts() == null ? endpoints.dynamodb() : endpoints.sts();
    Region region = Region.of(account.region());
    boolean china = account.region().startsWith("cn-");
    http = new Once<>(() -> http(endpoints));
    credentials = new Once<>(() -> CredentialsException.recognisable(provider(account)));
    cloudFront =
        new Once<>(() ->
            configured(
                    CloudFrontClient.builder(),
                    endpoints.cloudfront(),
                    china ? Region.AWS_CN_GLOBAL : Region.AWS_GLOBAL)
                .build());
    cloudWatch =
        new Once<>(
            () -> configured(CloudWatchClient.builder(), endpoints.cloudwatch(), METRICS).build());
    dynamoDb =
        new Once<>(
            () -> configured(DynamoDbClient.builder(), endpoints.dynamodb(), region).build());
    sts = new Once<>(() -> configured(StsClient.builder(), stsEndpoint, region).build());
    cloudFrontGate = new Gate(address(endpoints.cloudfront(), "cloudfront.amazonaws.com"));
    cloudWatchGate =
        new Gate(address(endpoints.cloudwatch(), "monitoring." + METRICS.id() + ".amazonaws.com"));
    dynamoDbGate =
        new Gate(address(endpoints.dynamodb(), "dynamodb." + account.region() + ".amazonaws.com"));
    stsGate = new Gate(address(stsEndpoint, "sts." + account.region() + ".amazonaws.com"));
  }

  /**
   * Where nothing is reached by TLS, as in a sandbox, none is made ready: the SDK does that with
   * every client of its own making, and the trusted certificates alone take as long to read as a
   * sandbox to start.
   */
  private static SdkHttpClient http(Connection.Endpoints endpoints) {
    return endpoints.areAllPlain()
        ? UrlConnectionHttpClient.create(AwsClients::plain)
        : UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(ATTEMPT)
            .build();
  }

  private static HttpURLConnection plain(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout((int) CONNECT.toMillis());
      connection.setReadTimeout((int) ATTEMPT.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(@Nullable URI endpoint, String ofAws) {
    return endpoint == null ? ofAws : endpoint.toString();
  }

  /** SSO, `aws login` and role profiles are resolved by the SDK's modules on the class path. */
  private static AwsCredentialsProvider provider(Connection.Account account) {
    if (account.accessKeyId() != null) {
      return StaticCredentialsProvider.create(
          AwsBasicCredentials.create(account.accessKeyId(), Connection.Account.SANDBOX_SECRET));
    }
    return account.profile() == null
        ? DefaultCredentialsProvider.builder().build()
        : ProfileCredentialsProvider.create(account.profile());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, @Nullable URI endpoint, Region region) {
    if (endpoint == null && account.accessKeyId() != null) {
      throw new IllegalStateException("a sandbox's connection names every address it uses");
    }
    var override =
        ClientOverrideConfiguration.builder()
            .apiCallAttemptTimeout(ATTEMPT)
            .apiCallTimeout(CALL)
            .retryStrategy(
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build());
    if (account.profile() != null) {
      override.defaultProfileName(account.profile());
    }
    builder
        .httpClient(http.get())
        .credentialsProvider(credentials.get())
        .region(region)
        .overrideConfiguration(override.build());
    return endpoint == null ? builder : builder.endpointOverride(endpoint);
  }

  CloudFrontClient cloudFront() {
    return cloudFront.get();
  }

  CloudWatchClient cloudWatch() {
    return cloudWatch.get();
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  StsClient sts() {
    return sts.get();
  }

  AwsCredentialsProvider credentials() {
    return credentials.get();
  }

  /** Calls under way fail; whoever needs their end waits for it before. */
  @Override
  public void close() {
    cloudFront.ifBuilt(CloudFrontClient::close);
    cloudWatch.ifBuilt(CloudWatchClient::close);
    dynamoDb.ifBuilt(DynamoDbClient::close);
    sts.ifBuilt(StsClient::close);
    http.ifBuilt(SdkHttpClient::close);
  }

  /** Built when first asked for, once. */
  private static final class Once<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    Once(Supplier<T> maker) {
      this.maker = maker;
    }

    synchronized T get() {
      T there = made;
      if (there == null) {
        there = maker.get();
        made = there;
      }
      return there;
    }

    synchronized void ifBuilt(java.util.function.Consumer<T> action) {
      if (made != null) {
        action.accept(made);
      }
    }
  }
}
