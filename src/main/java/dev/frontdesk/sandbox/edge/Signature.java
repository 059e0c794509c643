package dev.frontdesk.sandbox.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The fields by which an answer is known as CloudFront's, and the edge's own error page. */
final class Signature {
  private static final Base64.Encoder IDS = Base64.getUrlEncoder();

  private final String via;
  private final String pop;

  Signature(EdgeConfig config) {
    // The same for one distribution at each start, as a real edge's name is for a while.
    var random = new SplittableRandom(config.distributionId().hashCode());
    var host = new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
    this.via = "1.1 " + host + ".cloudfront.net (CloudFront)";
    this.pop = config.pop();
  }

  /** The answer's own fields, and how it came about. */
  EdgeResponse signed(EdgeResponse answer, Outcome outcome) {
    var id = new byte[42];
    ThreadLocalRandom.current().nextBytes(id);
    var list = new java.util.ArrayList<>(answer.fields().list());
    list.add(new Fields.Field("X-Cache", outcome.xCache()));
    list.add(new Fields.Field("Via", via));
    list.add(new Fields.Field("X-Amz-Cf-Pop", pop));
    list.add(new Fields.Field("X-Amz-Cf-Id", IDS.encodeToString(id)));
    return new EdgeResponse(answer.status(), new Fields(list), answer.body());
  }

  /** Whether the edge sets the field itself, so that an upstream's gives way. */
  static boolean isOwn(Fields.Field field) {
    return field.is("x-cache")
        || field.is("via")
        || field.is("x-amz-cf-pop")
        || field.is("x-amz-cf-id");
  }

  /** The request on its way to the origin. */
  Fields forOrigin() {
    return Fields.of("User-Agent", "Amazon CloudFront", "Via", via);
  }

  /** What CloudFront answers where no answer comes from the origin. */
  static EdgeResponse failure(int status, String reason, Instant now) {
    var body =
        """
        <!DOCTYPE html>
        <html><head><title>ERROR: The request could not be satisfied</title></head>
        <body><h1>%d ERROR</h1><h2>The request could not be satisfied.</h2>
        <p>%s</p><p>Error from cloudfront</p></body></html>
        """
            .formatted(status, reason)
            .getBytes(StandardCharsets.UTF_8);
    var date =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            now.atOffset(java.time.ZoneOffset.UTC));
    return new EdgeResponse(
        status, Fields.of("Content-Type", "text/html", "Date", date), new Body(body));
  }
}
