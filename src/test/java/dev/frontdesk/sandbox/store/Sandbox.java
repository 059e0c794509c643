package dev.frontdesk.sandbox.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A store, its server and the SDK's client on it. */
final class Sandbox implements AutoCloseable {
  final Store store;
  final DynamoDbServer server;
  final DynamoDbClient client;

  Sandbox(@Nullable Path file) {
    store = Store.open(file, InstantSource.system());
    server = DynamoDbServer.start(store, 0);
    client = client(server.address());
  }

  static DynamoDbClient client(URI address) {
    return DynamoDbClient.builder()
        .endpointOverride(address)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    client.close();
    server.close();
    store.close();
  }
}
