package dev.frontdesk.aws;

import dev.frontdesk.caching.Distributions;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.InvalidationPage;
import dev.frontdesk.invalidation.InvalidationSummary;
import dev.frontdesk.invalidation.Invalidator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invalidations of one distribution through CloudFront's API.
 *
 * <p>The same reference with the same paths gives the invalidation that is there already
 * (CloudFront API Reference, "InvalidationBatch"). With other paths CloudFront refuses, documented
 * as {@code InvalidationBatchAlreadyExists}, in the field as {@code InvalidArgument} or an error
 * without a type: each of them is {@code Refused} with CloudFront's own sentence, for nothing but a
 * fault could have used a reference of the journal for something else.
 */
final class CloudFrontInvalidator implements Invalidator {
  private static final String COMPLETED = "Completed";

  private final AwsClients clients;
  private final String distribution;
  private final Distributions distributions;

  /**
   * @param distributions tells of the same distribution
   */
  CloudFrontInvalidator(AwsClients clients, String distribution, Distributions distributions) {
    this.clients = clients;
    this.distribution = distribution;
    this.distributions = distributions;
  }

  @Override
  public Invalidation create(String callerReference, List<InvalidationItem> items) {
    if (items.isEmpty() || items.size() > MOST_PATHS) {
      throw new IllegalArgumentException("1 to 3,000 paths, not " + items.size());
    }
    List<String> wires = items.stream().map(InvalidationItem::wire).toList();
    var answer =
        clients.cloudFrontGate.write(
            "cloudfront:CreateInvalidation",
            distribution,
            () ->
                clients
                    .cloudFront()
                    .createInvalidation(request ->
                        request
                            .distributionId(distribution)
                            .invalidationBatch(batch ->
                                batch
                                    .callerReference(callerReference)
                                    .paths(paths -> paths.items(wires).quantity(wires.size())))));
    return said(answer.invalidation());
  }

  @Override
  public Invalidation get(String id) {
    var answer =
        clients.cloudFrontGate.read(
            "cloudfront:GetInvalidation",
            id,
            () ->
                clients
                    .cloudFront()
                    .getInvalidation(request -> request.distributionId(distribution).id(id)));
    return said(answer.invalidation());
  }

  @Override
  public InvalidationPage list(@Nullable String marker) {
    var list =
        clients
            .cloudFrontGate
            .read(
                "cloudfront:ListInvalidations",
                distribution,
                () ->
                    clients
                        .cloudFront()
                        .listInvalidations(
                            request -> request.distributionId(distribution).marker(marker)))
            .invalidationList();
    return new InvalidationPage(
        list.items().stream()
            .map(one ->
                new InvalidationSummary(one.id(), one.createTime(), COMPLETED.equals(one.status())))
            .toList(),
        Boolean.TRUE.equals(list.isTruncated()) ? list.nextMarker() : null);
  }

  @Override
  public boolean takesTags() {
    return distributions.read().takesTags();
  }

  private static Invalidation said(
      software.amazon.awssdk.services.cloudfront.model.Invalidation answer) {
    var batch = answer.invalidationBatch();
    Instant created = answer.createTime();
    return new Invalidation(
        answer.id(),
        created == null ? Instant.EPOCH : created,
        COMPLETED.equals(answer.status()),
        batch.callerReference(),
        batch.paths() == null ? List.of() : batch.paths().items());
  }
}
