package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.EffectiveTtl;
import dev.frontdesk.caching.OriginHeaders;
import dev.frontdesk.caching.StaleUse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the origin's answers become in the cache: objects with their lifetime and their tags. */
record OriginAnswers(EdgeConfig config) {
  /** CloudFront Developer Guide, Invalidate by tags: more of them are not heeded. */
  private static final int MAXIMUM_TAGS = 50;

  /**
   * An answer made ready to be served.
   *
   * @param response for who has asked
   * @param kept what is stored of it, and served to others; null where nothing is
   * @param shared whether others may have it while the origin is well
   */
  record Judged(StoredResponse response, @Nullable StoredResponse kept, boolean shared) {}

  Judged judge(EdgeResponse answer, Behaviour behaviour, Instant now) {
    var fields = answer.fields().endToEnd().where(field -> !isReplaced(field, behaviour));
    String age = answer.fields().first("age");
    return judged(answer.status(), fields, answer.body(), age, behaviour, now);
  }

  /**
   * The object after the origin has confirmed it: its fields are the newer ones (RFC 9111, 3.2).
   */
  Judged confirm(StoredResponse stored, EdgeResponse answer, Behaviour behaviour, Instant now) {
    var newer = answer.fields().endToEnd().where(field -> !isReplaced(field, behaviour));
    var fields = stored.fields().with(newer);
    String age = answer.fields().first("age");
    return judged(stored.status(), fields, stored.body(), age, behaviour, now);
  }

  private Judged judged(
      int status,
      Fields fields,
      Body body,
      @Nullable String age,
      Behaviour behaviour,
      Instant now) {
    var origin =
        OriginHeaders.of(
            fields.all("cache-control"), fields.first("expires"), fields.first("date"), now);
    var ttl =
        EffectiveTtl.of(
            behaviour,
            status,
            origin,
            fields.tokens("vary").contains("*"),
            config.errorTtl().toSeconds());
    var stale = StaleUse.of(behaviour, status, origin.control(), ttl);
    var freshness = Freshness.of(now, seconds(age), ttl.seconds(), stale);
    var response = new StoredResponse(status, fields, body, tags(fields), freshness, !ttl.cached());
    if (!ttl.cached() && !freshness.mayServeOnError()) {
      return new Judged(response, null, false);
    }
    var kept =
        origin.control().leavesCookiesOut()
            ? response.with(fields.where(field -> !field.is("set-cookie")))
            : response;
    return new Judged(response, kept, ttl.cached() && ttl.seconds() > 0);
  }

  /**
   * Set by the server or the edge itself; cookies are set only where the behaviour knows cookies.
   */
  private static boolean isReplaced(Fields.Field field, Behaviour behaviour) {
    return field.is("content-length")
        || field.is("age")
        || Signature.isOwn(field)
        || (field.is("set-cookie") && !behaviour.passesCookies());
  }

  private Set<String> tags(Fields fields) {
    String header = config.cacheTagHeader();
    List<String> tags = header == null ? List.of() : fields.tokens(header);
    return tags.stream()
        .limit(MAXIMUM_TAGS)
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** An Age that is no number counts as none (RFC 9111, 5.1). */
  private static long seconds(@Nullable String age) {
    boolean number =
        age != null
            && age.length() <= 9
            && !age.isEmpty()
            && age.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Long.parseLong(age) : 0;
  }
}
