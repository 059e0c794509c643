package dev.frontdesk.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * CloudFront's REST-XML API of 2020-05-31, as far as Frontdesk and the AWS CLI need it: shapes,
 * codes and statuses are those of its service model.
 */
final class CloudFrontApi {
  static final String VERSION = "2020-05-31";

  /** CloudFront's own page size, and the largest that the sandbox gives. */
  private static final int PAGE = 100;

  private static final int MAX_PAGE = 1_000;

  private final Distribution distribution;
  private final DistributionXml xml;
  private final CachePolicies policies;
  private final Invalidations invalidations;
  private final MonitoringSubscription monitoring;

  CloudFrontApi(
      Distribution distribution, Invalidations invalidations, MonitoringSubscription monitoring) {
    this.monitoring = monitoring;
    this.distribution = distribution;
    this.xml = new DistributionXml(distribution);
    this.policies = new CachePolicies(distribution.behaviours(), distribution.modified());
    this.invalidations = invalidations;
  }

  /**
   * @throws CloudFrontError for whatever CloudFront answers with an error
   */
  Answer handle(Request request) {
    checkSigned(request);
    var path = request.path();
    var shape = path[0].equals(VERSION) ? String.join("/", shape(path)) : "";
    var operation = request.method() + " " + shape;
    return switch (operation) {
      case "GET distribution" -> listDistributions(request);
      case "GET distribution/*" -> getDistribution(path[2]);
      case "GET distribution/*/config" -> getDistributionConfig(path[2]);
      case "GET distribution/*/invalidation" -> listInvalidations(request, path[2]);
      case "POST distribution/*/invalidation" -> createInvalidation(request, path[2]);
      case "GET distribution/*/invalidation/*" -> getInvalidation(path[2], path[4]);
      case "GET distributions/*/monitoring-subscription" -> getMonitoringSubscription(path[2]);
      case "POST distributions/*/monitoring-subscription" ->
          createMonitoringSubscription(request, path[2]);
      case "DELETE distributions/*/monitoring-subscription" ->
          deleteMonitoringSubscription(path[2]);
      case "GET cache-policy" -> listCachePolicies(request);
      case "GET cache-policy/*" -> getCachePolicy(path[2]);
      case "GET cache-policy/*/config" -> getCachePolicyConfig(path[2]);
      default ->
          throw new CloudFrontError(
              "UnsupportedOperation",
              400,
              "The sandbox does not have this operation of CloudFront: %s %s"
                  .formatted(request.method(), request.uri().getPath()));
    };
  }

  /** The path behind the version, with a {@code *} for each id: every second part is one. */
  private static List<String> shape(String[] path) {
    return IntStream.range(1, path.length).mapToObj(i -> i % 2 == 0 ? "*" : path[i]).toList();
  }

  private static void checkSigned(Request request) {
    if (request.headers().first("Authorization") == null) {
      throw new CloudFrontError(
          "MissingAuthenticationToken", 403, "Request is missing Authentication Token");
    }
    if (request.accessKeyId() == null) {
      throw new CloudFrontError(
          "AccessDenied", 403, "The request is not signed with Signature Version 4.");
    }
  }

  private void checkDistribution(String id) {
    if (!id.equals(distribution.id())) {
      throw CloudFrontError.noSuchDistribution();
    }
  }

  private Answer listDistributions(Request request) {
    int limit = maxItems(request);
    var marker = request.query("Marker");
    // There is one: behind a marker, which names the last of the page before, is nothing.
    var items = marker == null || marker.isEmpty() ? List.of(xml.summary()) : List.<Xml>of();
    return page("DistributionList", marker, limit, new Page<>(items, false), null);
  }

  private Answer getDistribution(String id) {
    checkDistribution(id);
    return Answer.cloudFront(200, xml.whole(invalidations.countInProgress()))
        .with("ETag", xml.etag());
  }

  private Answer getDistributionConfig(String id) {
    checkDistribution(id);
    return Answer.cloudFront(200, xml.config()).with("ETag", xml.etag());
  }

  private Answer getMonitoringSubscription(String id) {
    checkDistribution(id);
    return Answer.cloudFront(200, monitoring.get());
  }

  private Answer createMonitoringSubscription(Request request, String id) {
    checkDistribution(id);
    return Answer.cloudFront(200, monitoring.create(request.body()));
  }

  private Answer deleteMonitoringSubscription(String id) {
    checkDistribution(id);
    monitoring.delete();
    return Answer.empty(200);
  }

  private Answer createInvalidation(Request request, String id) {
    checkDistribution(id);
    var created = invalidations.create(InvalidationBatch.read(request.body()));
    var location =
        "%s/%s/distribution/%s/invalidation/%s"
            .formatted(request.server(), VERSION, id, created.invalidation().id());
    return Answer.cloudFront(201, created.xml()).with("Location", location);
  }

  private Answer getInvalidation(String id, String invalidationId) {
    checkDistribution(id);
    return Answer.cloudFront(200, invalidations.get(invalidationId).xml());
  }

  private Answer listInvalidations(Request request, String id) {
    checkDistribution(id);
    int limit = maxItems(request);
    var marker = request.query("Marker");
    var page = invalidations.list(marker == null || marker.isEmpty() ? null : marker, limit);
    var next = page.more() ? page.items().getLast().invalidation().id() : null;
    var summaries = page.items().stream().map(Invalidation.Seen::summary).toList();
    return page("InvalidationList", marker, limit, new Page<>(summaries, page.more()), next);
  }

  private Answer listCachePolicies(Request request) {
    var type = request.query("Type");
    if (type != null && !type.equals("managed") && !type.equals("custom")) {
      throw CloudFrontError.invalidArgument("The type of a cache policy is managed or custom.");
    }
    int limit = maxItems(request);
    var marker = request.query("Marker");
    var rest =
        policies.list(type).stream()
            .dropWhile(policy -> marker != null && !policy.id().equals(marker))
            .skip(marker == null ? 0 : 1)
            .toList();
    var shown = rest.stream().limit(limit).toList();
    var members = new ArrayList<Xml>();
    if (shown.size() < rest.size()) {
      members.add(Xml.leaf("NextMarker", shown.getLast().id()));
    }
    members.add(Xml.leaf("MaxItems", limit));
    members.addAll(
        Xml.list("", shown.stream().map(CachePolicies.Policy::summary).toList()).children());
    return Answer.cloudFront(200, Xml.node("CachePolicyList", members));
  }

  private Answer getCachePolicy(String id) {
    var policy = policies.get(id).orElseThrow(CloudFrontError::noSuchCachePolicy).xml();
    return Answer.cloudFront(200, policy).with("ETag", Etags.of(policy));
  }

  private Answer getCachePolicyConfig(String id) {
    var policy = policies.get(id).orElseThrow(CloudFrontError::noSuchCachePolicy).xml();
    return Answer.cloudFront(200, policy.child("CachePolicyConfig").orElseThrow())
        .with("ETag", Etags.of(policy));
  }

  private static Answer page(
      String name, @Nullable String marker, int limit, Page<Xml> page, @Nullable String next) {
    var members = new ArrayList<Xml>();
    members.add(Xml.leaf("Marker", marker == null ? "" : marker));
    if (next != null) {
      members.add(Xml.leaf("NextMarker", next));
    }
    members.add(Xml.leaf("MaxItems", limit));
    members.add(Xml.leaf("IsTruncated", page.more()));
    members.addAll(Xml.list("", page.items()).children());
    return Answer.cloudFront(200, Xml.node(name, members));
  }

  private static int maxItems(Request request) {
    var text = request.query("MaxItems");
    if (text == null || text.isEmpty()) {
      return PAGE;
    }
    try {
      int items = Integer.parseInt(text);
      if (items >= 1) {
        return Math.min(items, MAX_PAGE);
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number that is too small.
    }
    throw CloudFrontError.invalidArgument("MaxItems is a whole number from 1.");
  }
}
