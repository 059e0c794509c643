package dev.frontdesk.contract;

import dev.frontdesk.aws.AwsConnection;
import dev.frontdesk.contract.Connections.Shape;
import dev.frontdesk.members.Member;
import dev.frontdesk.publishing.Ticker;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The adapters on the SDK, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdaptersContractTest extends SharedContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

  private final Servers servers = new Servers();
  private final List<AutoCloseable> opened = new ArrayList<>();

  /** In the tables that were made last. */
  private Consumer<Member> overwriting = _ -> {};

  private URI dynamodb = Servers.NOBODY;
  private Servers.CloudFront cloudfront = new Servers.CloudFront(Servers.NOBODY, "none", false);

  @BeforeAll
  void start() {
    dynamodb = servers.dynamodb();
    cloudfront = servers.cloudfront();
  }

  @AfterAll
  void stop() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
    servers.close();
  }

  @Override
  Ports ports(List<Member> atlas) {
    var tables = new TestTables(dynamodb);
    opened.add(tables);
    String members = tables.members(Shape.SINGLE);
    tables.put(Shape.SINGLE, members, "atlas", atlas);
    overwriting = member -> tables.put(Shape.SINGLE, members, "atlas", member);
    var store =
        AwsConnection.open(
            Connections.dynamodb(
                dynamodb, Shape.SINGLE.at(members), Connections.journal(tables.journal(), null)),
            () -> NOW,
            Ticker.system());
    opened.add(store);
    var distribution =
        AwsConnection.open(Connections.cloudfront(cloudfront.address(), cloudfront.distribution()));
    opened.add(distribution);
    return new Ports(store.rosters(), store.journal(), distribution.invalidator());
  }

  @Override
  void overwrite(Ports ports, Member member) {
    overwriting.accept(member);
  }

  @Override
  boolean hasInvalidator() {
    return !Servers.isForeign("cloudfront");
  }
}
