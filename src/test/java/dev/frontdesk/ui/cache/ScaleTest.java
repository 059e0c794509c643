package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @ParameterizedTest
  @CsvSource({
    "2_030, 2_500, 500",
    "263, 300, 100",
    "2_500, 2_500, 500",
    "0, 1, 1",
    "0.7, 0.8, 0.2"
  })
  void fromZeroUp(String highest, String to, String step) {
    assertScale(0, number(to), number(step), Scale.above(0, number(highest)));
  }

  @ParameterizedTest
  @CsvSource({"79.8, 75, 5", "92.2, 92, 2", "0, 0, 20", "100, 99, 1", "99.97, 99.97, 0.01"})
  void fromAHundredDown(String lowest, String from, String step) {
    assertScale(number(from), 100, number(step), Scale.below(100, number(lowest)));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("_", ""));
  }

  private static void assertScale(double from, double to, double step, Scale scale) {
    assertEquals(from, scale.from(), 1e-6);
    assertEquals(to, scale.to(), 1e-6);
    assertEquals(step, scale.step(), 1e-6);
  }

  @Test
  void hasFewLinesAndRoomForAll() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("ScaleTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      double highest = Math.pow(10, random.nextDouble(-3, 9));
      Scale scale = Scale.above(0, highest);
      List<Double> lines = scale.lines();
      String about = highest + " in " + scale + ", -Dfrontdesk.seed=" + seed;
      assertTrue(lines.size() >= 2 && lines.size() <= 6, about);
      assertTrue(scale.share(highest) <= 1 + 1e-9, about);
      // No more than half of it is empty.
      assertTrue(scale.share(highest) > 0.5, about);
      assertEquals(scale.to(), lines.getLast(), scale.to() * 1e-9, about);
    }
  }
}
