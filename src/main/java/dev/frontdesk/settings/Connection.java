package dev.frontdesk.settings;

import dev.frontdesk.invalidation.AwsCli;
import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.members.Roles;
import dev.frontdesk.publishing.Route;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An environment to work in. Defaults are those of the connections file, see design.md,
 * "Contracts".
 *
 * @param name unique in the file
 */
public record Connection(
    String name,
    Environment environment,
    Account account,
    Site site,
    MembersTable members,
    JournalTable journal) {

  /** Whether a change here reaches customers, so that it is asked about before. */
  public boolean isProduction() {
    return environment == Environment.PRODUCTION;
  }

  /** How careful the console is, and in which colour it says so. */
  public enum Environment {
    DEVELOPMENT,
    STAGING,
    PRODUCTION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whose AWS account, and where.
   *
   * @param profile of the AWS configuration; null for the SDK's default chain
   * @param accessKeyId signs with the fixed secret {@code sandbox}, for loopback endpoints alone;
   *     null for real credentials
   */
  public record Account(
      @Nullable String profile, String region, @Nullable String accessKeyId, Endpoints endpoints) {
    /** What signs with {@code accessKeyId}: no secret, for only the sandbox takes it. */
    public static final String SANDBOX_SECRET = "sandbox";
  }

  /** Addresses instead of AWS's own; null where AWS's own is meant. */
  public record Endpoints(
      @Nullable URI cloudfront,
      @Nullable URI cloudwatch,
      @Nullable URI dynamodb,
      @Nullable URI sts,
      @Nullable URI streams) {
    public static final Endpoints AWS = new Endpoints(null, null, null, null, null);

    /** Whether nothing that is called is reached by TLS; {@code streams} never is. */
    public boolean areAllPlain() {
      return Stream.of(cloudfront, cloudwatch, dynamodb, sts == null ? dynamodb : sts)
          .allMatch(endpoint -> endpoint != null && endpoint.getScheme().equals("http"));
    }
  }

  /**
   * What is published, and where readers find it.
   *
   * @param edgeUrl without a slash at its end; null where nothing can be proved
   * @param originUrl likewise
   * @param caches how many edge caches the advisor assumes, at least 1
   */
  public record Site(
      String distributionId,
      @Nullable URI edgeUrl,
      @Nullable URI originUrl,
      List<Route> routes,
      int caches) {
    public Site {
      routes = List.copyOf(routes);
    }

    /** Under which names readers reach the edge: its host, with a port where one is said. */
    public Set<String> edgeHosts() {
      return edgeUrl == null ? Set.of() : Set.of(edgeUrl.getRawAuthority());
    }
  }

  /** Where rosters are. */
  public record MembersTable(
      String table,
      Layout layout,
      Keys keys,
      Attributes attributes,
      Roles roles,
      Indexes indexes) {}

  /** How a roster lies in its table. */
  public enum Layout {
    /** An item for each member beside the project's. */
    ITEM_PER_MEMBER,
    /** One item with a list of maps in the attribute {@code members}. */
    ITEM_PER_PROJECT;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The keys of a project's item and of a member's.
   *
   * @param member null in item-per-project
   */
  public record Keys(Key project, @Nullable Key member) {}

  /**
   * @param sk null for a table without a sort key
   */
  public record Key(KeyAttribute pk, @Nullable KeyAttribute sk) {}

  /**
   * @param attribute the key attribute's name in the table
   * @param value over {@code projectId} and {@code memberId}
   */
  public record KeyAttribute(String attribute, PathTemplate value) {}

  /**
   * The names of the attributes.
   *
   * @param memberId null where the id is in the key
   */
  public record Attributes(
      String projectName,
      @Nullable String memberId,
      String memberName,
      String email,
      String role,
      String version) {}

  /**
   * @param projects lists the projects; null for a scan
   * @param byEmail finds a person's id; null where additions get a new one
   */
  public record Indexes(@Nullable Index projects, @Nullable Index byEmail) {}

  /**
   * @param index its name
   * @param attribute its partition key
   * @param value what to ask for; null where it is the question's own
   */
  public record Index(String index, String attribute, @Nullable String value) {}

  /**
   * Where the journal is.
   *
   * @param keepDays after which DynamoDB may remove an ended entry; null for ever
   */
  public record JournalTable(String table, @Nullable Integer keepDays) {}

  /** Whether everything it names is on this machine. */
  public boolean isSandbox() {
    return account.accessKeyId() != null;
  }

  /** How somebody with the AWS CLI reaches the same distribution. */
  public AwsCli awsCli() {
    String key = account.accessKeyId();
    return new AwsCli(
        site.distributionId(),
        account.profile(),
        account.region(),
        account.endpoints().cloudfront(),
        key == null
            ? Map.of()
            : Map.of("AWS_ACCESS_KEY_ID", key, "AWS_SECRET_ACCESS_KEY", Account.SANDBOX_SECRET));
  }
}
