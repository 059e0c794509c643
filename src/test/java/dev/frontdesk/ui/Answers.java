package dev.frontdesk.ui;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Headers;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Silence;
import dev.frontdesk.publishing.Prober.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of an edge and an origin, as a probe reads them. */
public final class Answers {
  private static final String CONTROL = "max-age=0, s-maxage=86400";

  private Answers() {}

  /** A roster of so many, the first of whom has the role; from the edge's cache since so long. */
  public static Reading hit(long version, int members, String role, long ageSeconds) {
    return roster(version, members, role, "Hit from cloudfront", ageSeconds, "FRA56-P4");
  }

  public static Reading fromOrigin(long version, int members, String role) {
    return roster(version, members, role, null, null, null);
  }

  /** As long as those of the origin, and another one for another document. */
  private static String etag(String document) {
    UUID digest = UUID.nameUUIDFromBytes(document.getBytes(StandardCharsets.UTF_8));
    return "\"" + digest.toString().replace("-", "").substring(0, 24) + "\"";
  }

  private static Reading roster(
      long version,
      int members,
      String role,
      @Nullable String xCache,
      @Nullable Long ageSeconds,
      @Nullable String location) {
    List<Value> people = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      people.add(
          new Value.Fields(
              Map.of(
                  "id", new Value.Text("m" + (2041 + i)),
                  "email", new Value.Text("m" + (2041 + i) + "@acme.example"),
                  "role", new Value.Text(i == 0 ? role : "viewer"))));
    }
    return new Reading(
        new Evidence.Side(
            200,
            xCache,
            ageSeconds,
            location,
            etag(version + "/" + members + "/" + role),
            CONTROL,
            version,
            members,
            xCache == null ? 31 : 8),
        new Body.Json(
            new Value.Fields(
                Map.of(
                    "version", new Value.Numeric(BigDecimal.valueOf(version)),
                    "members", new Value.Items(people)))),
        new Headers(Map.of("Cache-Control", List.of(CONTROL))));
  }

  /** No document, but a status and where it leads. */
  public static Reading wall(int status, @Nullable String location) {
    return new Reading(
        new Evidence.Side(
            status, "Miss from cloudfront", null, "FRA56-P4", null, null, null, null, 9),
        new Body.Other("c0ffee0123456789", 512),
        new Headers(location == null ? Map.of() : Map.of("Location", List.of(location))));
  }

  public static Reading silence(Silence why) {
    return new Reading(
        new Evidence.Side(0, null, null, null, null, null, null, null, 10_000), new Body.None(why));
  }
}
