package dev.frontdesk.settings.json;

import dev.frontdesk.caching.Strategy;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.publishing.Route;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.Account;
import dev.frontdesk.settings.Connection.Endpoints;
import dev.frontdesk.settings.Connection.Environment;
import dev.frontdesk.settings.Connection.JournalTable;
import dev.frontdesk.settings.Connection.Site;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one connection; what is wrong with it is in the section's findings. */
final class ConnectionReader {
  private static final List<String> STRATEGIES =
      Arrays.stream(Strategy.values()).map(Strategy::word).toList();

  private ConnectionReader() {}

  static Connection read(Section file) {
    try (file) {
      String name = file.text("name");
      List<String> environments =
          Arrays.stream(Environment.values()).map(Environment::word).toList();
      String environment = file.word("environment", environments, Environment.DEVELOPMENT.word());
      return new Connection(
          name,
          Environment.valueOf(environment.toUpperCase(Locale.ROOT)),
          account(file),
          site(file),
          MembersReader.read(file.section("members")),
          journal(file.section("journal")));
    }
  }

  private static Account account(Section file) {
    String profile = file.optionalText("profile");
    String region = file.text("region");
    if (!region.isBlank() && !region.matches("[a-z0-9]+(-[a-z0-9]+)+")) {
      file.wrong("region", "region", region);
    }
    Section section = file.optionalSection("endpoints");
    Endpoints endpoints = section == null ? Endpoints.AWS : endpoints(section);
    String accessKeyId = file.optionalText("accessKeyId");
    if (accessKeyId != null) {
      if (profile != null) {
        file.wrong("two-credentials", "accessKeyId");
      }
      if (!areLoopback(endpoints)) {
        file.wrong("access-key", "accessKeyId");
      }
    }
    return new Account(profile, region, accessKeyId, endpoints);
  }

  private static Endpoints endpoints(Section section) {
    try (section) {
      URI cloudfront = Address.of(section, "cloudfront");
      URI cloudwatch = Address.of(section, "cloudwatch");
      URI dynamodb = Address.of(section, "dynamodb");
      URI sts = Address.of(section, "sts");
      URI streams = Address.of(section, "streams");
      return new Endpoints(
          cloudfront,
          cloudwatch,
          dynamodb,
          sts == null ? dynamodb : sts,
          streams == null ? dynamodb : streams);
    }
  }

  /** Without an address of their own the calls would go to AWS. */
  private static boolean areLoopback(Endpoints endpoints) {
    return endpoints.cloudfront() != null
        && endpoints.dynamodb() != null
        && Stream.of(
                endpoints.cloudfront(),
                endpoints.cloudwatch(),
                endpoints.dynamodb(),
                endpoints.sts(),
                endpoints.streams())
            .filter(Objects::nonNull)
            .allMatch(Address::isLoopback);
  }

  private static Site site(Section file) {
    String distribution = file.text("distributionId");
    URI edge = Address.of(file, "edgeUrl");
    URI origin = Address.of(file, "originUrl");
    List<Route> routes = new ArrayList<>();
    for (Section route : file.sections("routes")) {
      routes.add(route(route));
    }
    Integer caches = file.count("caches");
    return new Site(distribution, edge, origin, routes, caches == null ? 1 : caches);
  }

  private static Route route(Section section) {
    try (section) {
      PathTemplate path = Templates.path(section, "path");
      String strategy = section.word("strategy", STRATEGIES, null);
      if (!strategy.equals(Strategy.INVALIDATE.word())) {
        section.wrong("strategy-not-built", "strategy", strategy);
      }
      String tag = section.optionalText("tag");
      if (section.optional("pointer") != null) {
        Templates.path(section, "pointer"); // used by the strategy `version`, once that is built
      }
      return new Route(
          path,
          Strategy.INVALIDATE,
          tag == null || tag.isBlank() ? null : Templates.tag(section, "tag", tag),
          section.flag("ordered"),
          section.flag("queryVariants"));
    }
  }

  private static JournalTable journal(Section section) {
    try (section) {
      String table = section.text("table");
      @Nullable Integer keepDays = section.count("keepDays");
      return new JournalTable(table, keepDays);
    }
  }
}
