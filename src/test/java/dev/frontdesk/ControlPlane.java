package dev.frontdesk;

import dev.frontdesk.settings.Connection;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.TooManyInvalidationsInProgressException;

/** A sandbox's CloudFront as a stranger sees it who knows nothing of the journal. */
final class ControlPlane implements AutoCloseable {
  static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox"));

  private static final String PAGE = "100";

  private final CloudFrontClient client;
  private final String distribution;

  /** An invalidation that is there. */
  record Made(String id, String reference, List<String> items, boolean completed) {}

  ControlPlane(Connection connection) {
    distribution = connection.site().distributionId();
    client =
        CloudFrontClient.builder()
            .endpointOverride(connection.account().endpoints().cloudfront())
            .region(Region.AWS_GLOBAL)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  /** All invalidations, listed by pages and looked at one by one. */
  List<Made> all() {
    List<Made> all = new ArrayList<>();
    String marker = null;
    do {
      String from = marker;
      var page =
          client
              .listInvalidations(
                  list -> list.distributionId(distribution).maxItems(PAGE).marker(from))
              .invalidationList();
      page.items().forEach(summary -> all.add(get(summary.id())));
      marker = page.isTruncated() ? page.nextMarker() : null;
    } while (marker != null);
    return all;
  }

  private Made get(String id) {
    var found =
        client.getInvalidation(get -> get.distributionId(distribution).id(id)).invalidation();
    var batch = found.invalidationBatch();
    return new Made(
        found.id(),
        batch.callerReference(),
        batch.paths().items(),
        found.status().equals("Completed"));
  }

  /**
   * Purges in the name of somebody who does not use Frontdesk.
   *
   * @return false where CloudFront has no room for it now
   */
  boolean purge(String reference, List<String> paths) {
    try {
      client.createInvalidation(create ->
          create
              .distributionId(distribution)
              .invalidationBatch(batch ->
                  batch
                      .callerReference(reference)
                      .paths(all -> all.items(paths).quantity(paths.size()))));
      return true;
    } catch (TooManyInvalidationsInProgressException e) {
      return false;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
