package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.Forwarding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A distribution in the three shapes that CloudFront's API shows it in. */
final class DistributionXml {
  private final Distribution distribution;

  DistributionXml(Distribution distribution) {
    this.distribution = distribution;
  }

  /** As ListDistributions has it, which leaves out the CacheTagConfig [measured]. */
  Xml summary() {
    return Xml.node(
        "DistributionSummary",
        Xml.leaf("Id", distribution.id()),
        Xml.leaf("ARN", distribution.arn()),
        Xml.leaf("ETag", etag()),
        Xml.leaf("Status", "Deployed"),
        Xml.leaf("LastModifiedTime", Timestamps.format(distribution.modified())),
        Xml.leaf("DomainName", distribution.domainName()),
        Xml.list("Aliases", List.of()),
        origins(),
        Xml.list("OriginGroups", List.of()),
        defaultBehaviour(),
        otherBehaviours(),
        Xml.list("CustomErrorResponses", List.of()),
        comment(),
        Xml.leaf("PriceClass", "PriceClass_All"),
        Xml.leaf("Enabled", true),
        certificate(),
        restrictions(),
        Xml.node("WebACLId"),
        Xml.leaf("HttpVersion", "http2"),
        Xml.leaf("IsIPV6Enabled", false),
        Xml.leaf("Staging", false),
        Xml.leaf("ConnectionMode", "direct"));
  }

  Xml whole(int invalidationsInProgress) {
    return Xml.node(
        "Distribution",
        Xml.leaf("Id", distribution.id()),
        Xml.leaf("ARN", distribution.arn()),
        Xml.leaf("Status", "Deployed"),
        Xml.leaf("LastModifiedTime", Timestamps.format(distribution.modified())),
        Xml.leaf("InProgressInvalidationBatches", invalidationsInProgress),
        Xml.leaf("DomainName", distribution.domainName()),
        nobody("ActiveTrustedSigners"),
        nobody("ActiveTrustedKeyGroups"),
        config());
  }

  Xml config() {
    var tags = distribution.cacheTagHeader();
    return Xml.node(
        "DistributionConfig",
        Xml.leaf("CallerReference", "frontdesk-sandbox"),
        Xml.list("Aliases", List.of()),
        Xml.node("DefaultRootObject"),
        origins(),
        Xml.list("OriginGroups", List.of()),
        defaultBehaviour(),
        otherBehaviours(),
        // None: errors are kept for CloudFront's own 10 seconds.
        Xml.list("CustomErrorResponses", List.of()),
        comment(),
        Xml.node(
            "Logging",
            Xml.leaf("Enabled", false),
            Xml.leaf("IncludeCookies", false),
            Xml.node("Bucket"),
            Xml.node("Prefix")),
        Xml.leaf("PriceClass", "PriceClass_All"),
        Xml.leaf("Enabled", true),
        certificate(),
        restrictions(),
        Xml.node("WebACLId"),
        Xml.leaf("HttpVersion", "http2"),
        Xml.leaf("IsIPV6Enabled", false),
        Xml.node("ContinuousDeploymentPolicyId"),
        Xml.leaf("Staging", false),
        Xml.leaf("ConnectionMode", "direct"),
        tags == null ? null : Xml.node("CacheTagConfig", Xml.leaf("HeaderName", tags)));
  }

  /** Of the configuration: another where that differs. */
  String etag() {
    return Etags.of(config());
  }

  private Xml origins() {
    var origin = distribution.origin();
    boolean https = "https".equals(origin.getScheme());
    int port = origin.getPort();
    return Xml.list(
        "Origins",
        distribution.behaviours().stream()
            .map(behaviour -> behaviour.delivery().originId())
            .distinct()
            .map(id -> origin(id, origin, https, port))
            .toList());
  }

  private static Xml origin(String id, URI origin, boolean https, int port) {
    return Xml.node(
        "Origin",
        Xml.leaf("Id", id),
        Xml.leaf("DomainName", origin.getHost()),
        Xml.leaf("OriginPath", origin.getPath()),
        Xml.list("CustomHeaders", List.of()),
        Xml.node(
            "CustomOriginConfig",
            Xml.leaf("HTTPPort", https || port < 0 ? 80 : port),
            Xml.leaf("HTTPSPort", https && port >= 0 ? port : 443),
            Xml.leaf("OriginProtocolPolicy", https ? "https-only" : "http-only"),
            Xml.list("OriginSslProtocols", "SslProtocol", List.of("TLSv1.2")),
            Xml.leaf("OriginReadTimeout", 30),
            Xml.leaf("OriginKeepaliveTimeout", 5)),
        Xml.leaf("ConnectionAttempts", 3),
        Xml.leaf("ConnectionTimeout", 10),
        Xml.node("OriginShield", Xml.leaf("Enabled", false)));
  }

  private Xml defaultBehaviour() {
    return Xml.node("DefaultCacheBehavior", members(distribution.defaultBehaviour()));
  }

  private Xml otherBehaviours() {
    return Xml.list(
        "CacheBehaviors",
        distribution.otherBehaviours().stream()
            .map(behaviour -> {
              var all = new ArrayList<Xml>();
              all.add(Xml.leaf("PathPattern", behaviour.pathPattern()));
              all.addAll(members(behaviour));
              return Xml.node("CacheBehavior", all);
            })
            .toList());
  }

  private static List<Xml> members(Behaviour behaviour) {
    var delivery = behaviour.delivery();
    var all = new ArrayList<Xml>();
    all.add(Xml.leaf("TargetOriginId", delivery.originId()));
    all.add(nobody("TrustedSigners"));
    all.add(nobody("TrustedKeyGroups"));
    all.add(Xml.leaf("ViewerProtocolPolicy", "allow-all"));
    all.add(
        Xml.list("AllowedMethods", "Method", delivery.allowedMethods())
            .with(Xml.list("CachedMethods", "Method", delivery.cachedMethods())));
    all.add(Xml.leaf("SmoothStreaming", false));
    all.add(Xml.leaf("Compress", delivery.compresses()));
    all.add(Xml.list("LambdaFunctionAssociations", List.of()));
    all.add(Xml.list("FunctionAssociations", List.of()));
    all.add(Xml.node("FieldLevelEncryptionId"));
    all.add(Xml.leaf("CachePolicyId", behaviour.cachePolicyId()));
    if (delivery.forwarding() == Forwarding.EVERYTHING) {
      all.add(Xml.leaf("OriginRequestPolicyId", Forwarding.ALL_VIEWER));
    }
    all.add(Xml.node("GrpcConfig", Xml.leaf("Enabled", false)));
    return all;
  }

  private static Xml nobody(String name) {
    return Xml.node(name, Xml.leaf("Enabled", false), Xml.leaf("Quantity", 0));
  }

  private static Xml comment() {
    return Xml.leaf("Comment", "The members API of the Frontdesk sandbox");
  }

  private static Xml certificate() {
    return Xml.node(
        "ViewerCertificate",
        Xml.leaf("CloudFrontDefaultCertificate", true),
        Xml.leaf("SSLSupportMethod", "vip"),
        Xml.leaf("MinimumProtocolVersion", "TLSv1"),
        Xml.leaf("CertificateSource", "cloudfront"));
  }

  private static Xml restrictions() {
    return Xml.node(
        "Restrictions",
        Xml.node("GeoRestriction", Xml.leaf("RestrictionType", "none"), Xml.leaf("Quantity", 0)));
  }
}
