package dev.frontdesk.sandbox.control;

import dev.frontdesk.caching.Behaviour;
import java.util.ArrayList;
import java.util.List;

/** A distribution in the three shapes that CloudFront's API shows it in. */
final class DistributionXml {
  private static final String ORIGIN = "members-api";

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
        List.of(
            Xml.node(
                "Origin",
                Xml.leaf("Id", ORIGIN),
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
                Xml.node("OriginShield", Xml.leaf("Enabled", false)))));
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
    return List.of(
        Xml.leaf("TargetOriginId", ORIGIN),
        nobody("TrustedSigners"),
        nobody("TrustedKeyGroups"),
        Xml.leaf("ViewerProtocolPolicy", "allow-all"),
        Xml.list(
                "AllowedMethods",
                "Method",
                List.of("HEAD", "DELETE", "POST", "GET", "OPTIONS", "PUT", "PATCH"))
            .with(Xml.list("CachedMethods", "Method", List.of("HEAD", "GET"))),
        Xml.leaf("SmoothStreaming", false),
        Xml.leaf("Compress", false),
        Xml.list("LambdaFunctionAssociations", List.of()),
        Xml.list("FunctionAssociations", List.of()),
        Xml.node("FieldLevelEncryptionId"),
        Xml.leaf("CachePolicyId", behaviour.cachePolicyId()),
        Xml.node("GrpcConfig", Xml.leaf("Enabled", false)));
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
