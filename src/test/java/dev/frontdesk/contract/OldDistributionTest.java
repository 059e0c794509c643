package dev.frontdesk.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.Forwarding;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.publishing.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A distribution as accounts have them that are older than cache policies, in the shapes of
 * CloudFront's API Reference; the sandbox has none like it.
 */
class OldDistributionTest {
  private static final String POLICY = "11111111-2222-4333-8444-555555555555";

  private static final String BEHAVIOURS =
      """
      <CacheBehaviors><Quantity>4</Quantity><Items>
        <CacheBehavior><PathPattern>/lists/*</PathPattern><TargetOriginId>api</TargetOriginId>
          <AllowedMethods><Quantity>7</Quantity><Items><Method>HEAD</Method><Method>DELETE</Method>
            <Method>POST</Method><Method>GET</Method><Method>OPTIONS</Method><Method>PUT</Method>
            <Method>PATCH</Method></Items><CachedMethods><Quantity>3</Quantity><Items>
            <Method>OPTIONS</Method><Method>HEAD</Method><Method>GET</Method></Items>
            </CachedMethods></AllowedMethods><Compress>true</Compress><ForwardedValues>
          <QueryString>true</QueryString>
          <Cookies><Forward>whitelist</Forward><WhitelistedNames><Quantity>1</Quantity>
            <Items><Name>session</Name></Items></WhitelistedNames></Cookies>
          <Headers><Quantity>1</Quantity><Items><Name>Accept-Language</Name></Items></Headers>
          <QueryStringCacheKeys><Quantity>2</Quantity><Items><Name>page</Name><Name>size</Name>
            </Items></QueryStringCacheKeys>
          </ForwardedValues><MinTTL>0</MinTTL><DefaultTTL>60</DefaultTTL><MaxTTL>600</MaxTTL>
        </CacheBehavior>
        <CacheBehavior><PathPattern>/all/*</PathPattern><ForwardedValues>
          <QueryString>true</QueryString><Cookies><Forward>all</Forward></Cookies>
          <Headers><Quantity>1</Quantity><Items><Name>*</Name></Items></Headers>
          </ForwardedValues><MinTTL>200000</MinTTL></CacheBehavior>
        <CacheBehavior><PathPattern>/a/*</PathPattern><TargetOriginId>api</TargetOriginId>
          <CachePolicyId>%1$s</CachePolicyId>
          <OriginRequestPolicyId>b689b0a8-53d0-40ab-baf2-68738e2966ac</OriginRequestPolicyId>
        </CacheBehavior>
        <CacheBehavior><PathPattern>/b/*</PathPattern><TargetOriginId>site</TargetOriginId>
          <CachePolicyId>%1$s</CachePolicyId>
          <OriginRequestPolicyId>99999999-0000-4000-8000-000000000000</OriginRequestPolicyId>
        </CacheBehavior>
      </Items></CacheBehaviors>
      """
          .formatted(POLICY);

  private static final String DISTRIBUTION =
      """
      <Distribution xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>EOLD</Id>
      <DomainName>d1.cloudfront.net</DomainName><DistributionConfig>
      <Aliases><Quantity>2</Quantity><Items><CNAME>api.acme.example</CNAME>
      <CNAME>*.acme.example</CNAME></Items></Aliases>
      <Origins><Quantity>2</Quantity><Items><Origin><Id>api</Id>
      <DomainName>api.internal.example</DomainName></Origin><Origin><Id>site</Id>
      <DomainName>site.s3.amazonaws.com</DomainName></Origin></Items></Origins>
      <CustomErrorResponses><Quantity>2</Quantity><Items>
      <CustomErrorResponse><ErrorCode>404</ErrorCode>
      <ErrorCachingMinTTL>60</ErrorCachingMinTTL></CustomErrorResponse>
      <CustomErrorResponse><ErrorCode>500</ErrorCode></CustomErrorResponse>
      </Items></CustomErrorResponses>%s
      <DefaultCacheBehavior><CachePolicyId>658327ea-f89d-4fab-a63d-7e88639e58f6</CachePolicyId>
      </DefaultCacheBehavior></DistributionConfig></Distribution>
      """
          .formatted(BEHAVIOURS);

  private static final String CACHE_POLICY =
      """
      <CachePolicy xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>%s</Id>
      <CachePolicyConfig><Name>ours</Name><MinTTL>5</MinTTL><MaxTTL>3600</MaxTTL>
      <ParametersInCacheKeyAndForwardedToOrigin>
      <EnableAcceptEncodingGzip>false</EnableAcceptEncodingGzip>
      <HeadersConfig><HeaderBehavior>none</HeaderBehavior></HeadersConfig>
      <CookiesConfig><CookieBehavior>all</CookieBehavior></CookiesConfig>
      <QueryStringsConfig><QueryStringBehavior>allExcept</QueryStringBehavior>
      <QueryStrings><Quantity>1</Quantity><Items><Name>utm</Name></Items></QueryStrings>
      </QueryStringsConfig></ParametersInCacheKeyAndForwardedToOrigin></CachePolicyConfig>
      </CachePolicy>
      """
          .formatted(POLICY);

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/2020-05-31/distribution/EOLD", e -> answer(e, DISTRIBUTION));
    server.createContext("/2020-05-31/cache-policy/" + POLICY, e -> answer(e, CACHE_POLICY));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange, String xml) throws IOException {
    asked.add(exchange.getRequestURI().getPath().replace("/2020-05-31/", ""));
    byte[] body = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /** Else a CacheTagConfig or a name that it gets would not be seen before Frontdesk ends. */
  @Test
  void itIsAskedAnewAfterTenMinutesAndWhenItIsToBeForgottenAndNotByEachWhoWantsToKnow() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    var time = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    try (var connection =
        AwsConnection.open(Connections.cloudfront(address, "EOLD"), time::get, Ticker.system())) {
      connection.distributions().read();
      assertFalse(connection.invalidator().takesTags());
      time.set(time.get().plusSeconds(599));
      connection.distributions().read();
      assertEquals(1, timesAsked());
      time.set(time.get().plusSeconds(1));
      assertFalse(connection.invalidator().takesTags());
      connection.distributions().read();
      assertEquals(2, timesAsked());
      connection.distributions().forget();
      connection.distributions().read();
      assertEquals(3, timesAsked());
    }
  }

  private long timesAsked() {
    return asked.stream().filter(path -> path.startsWith("distribution/")).count();
  }

  @Test
  void readsSettingsOfItsOwnAndAsksForEachPolicyOnce() {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var connection = AwsConnection.open(Connections.cloudfront(address, "EOLD"))) {
      Distribution read = connection.distributions().read();

      assertEquals(
          List.of("d1.cloudfront.net", "api.acme.example", "*.acme.example"), read.names());
      assertEquals(null, read.cacheTagHeader());
      assertEquals(
          List.of(
              new Behaviour(
                  "/lists/*",
                  "",
                  "",
                  new TtlPolicy(0, 60, 600),
                  new CacheKey(
                      KeyPart.listed("page", "size"),
                      KeyPart.listed("Accept-Language"),
                      KeyPart.listed("session")),
                  new Delivery(
                      "api",
                      Delivery.METHODS,
                      List.of("GET", "HEAD", "OPTIONS"),
                      true,
                      Forwarding.KEY_ALONE)),
              new Behaviour(
                  "/all/*",
                  "",
                  "",
                  new TtlPolicy(200_000, 200_000, 31_536_000),
                  new CacheKey(KeyPart.ALL, KeyPart.ALL, KeyPart.ALL),
                  reading("", Forwarding.KEY_ALONE)),
              ours("/a/*", reading("api", Forwarding.EVERYTHING)),
              ours("/b/*", reading("site", Forwarding.NOT_KNOWN)),
              new Behaviour(
                  Behaviour.DEFAULT_PATTERN,
                  "658327ea-f89d-4fab-a63d-7e88639e58f6",
                  "Managed-CachingOptimized",
                  new TtlPolicy(1, 86_400, 31_536_000),
                  CacheKey.PATH,
                  reading("", Forwarding.KEY_ALONE))),
          read.behaviours());
      assertEquals(
          Map.of("api", "api.internal.example", "site", "site.s3.amazonaws.com"), read.origins());
      assertEquals(Map.of(404, 60L), read.errors().byStatus());
      assertEquals(10, read.errors().seconds(500));
      connection.distributions().read();
      assertEquals(List.of("distribution/EOLD", "cache-policy/" + POLICY), asked);
    }
  }

  /** What is taken for said where older answers say nothing. */
  private static Delivery reading(String origin, Forwarding forwarding) {
    return new Delivery(origin, Delivery.READING, Delivery.READING, false, forwarding);
  }

  private static Behaviour ours(String pattern, Delivery delivery) {
    return new Behaviour(
        pattern,
        POLICY,
        "ours",
        new TtlPolicy(5, 3_600, 3_600),
        new CacheKey(
            new KeyPart(KeyPart.Mode.ALL_EXCEPT, List.of("utm")), KeyPart.NONE, KeyPart.ALL),
        delivery);
  }
}
