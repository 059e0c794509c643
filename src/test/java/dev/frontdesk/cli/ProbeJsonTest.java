package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.frontdesk.fakes.FastTicker;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Prober.Body;
import dev.frontdesk.publishing.Prober.Headers;
import dev.frontdesk.publishing.Prober.Reading;
import dev.frontdesk.publishing.Prober.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code probe --json} tells of an answer that is older than its TTL. */
class ProbeJsonTest {
  private static final String PATH = "/projects/atlas/members";

  private final FakeDesk desk = new FakeDesk();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"59, 1, , ", "60, 0, 600, ", "659, 0, 1, ", "660, 0, , 100", "760, 0, , ", ", , , "})
  void howLongItMayBeServedYet(
      @Nullable Long age, @Nullable Long left, @Nullable Long asking, @Nullable Long failing)
      throws Exception {
    desk.prober.says(PATH, reading("Hit from cloudfront", age), reading(null, null));

    assertEquals(
        Exit.DONE, desk.run(folder, new FastTicker(), "probe", PATH, "--json"), desk.err());

    JsonNode document = JsonMapper.shared().readTree(desk.out());
    assertEquals(left, seconds(document, "ttlLeftSeconds"));
    assertEquals(asking, seconds(document, "staleLeftSeconds"));
    assertEquals(failing, seconds(document, "staleIfErrorLeftSeconds"));
  }

  private static @Nullable Long seconds(JsonNode document, String name) {
    JsonNode value = document.required(name);
    return value.isNull() ? null : Long.valueOf(value.asLong());
  }

  private static Reading reading(@Nullable String xCache, @Nullable Long age) {
    String control = "s-maxage=60, stale-while-revalidate=600, stale-if-error=700";
    return new Reading(
        new Evidence.Side(200, xCache, age, null, null, control, null, null, 3),
        new Body.Json(new Value.Text("x")),
        new Headers(Map.of("Cache-Control", List.of(control))));
  }
}
