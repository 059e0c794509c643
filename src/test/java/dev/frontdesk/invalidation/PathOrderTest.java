package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathOrderTest {
  @Test
  void isThatOfASortThatLeavesEqualOnesInTheirOrder() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("PathOrderTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    List<String> pieces = List.of("", "/", "a", "b", "~", "!", "/projects/", "members", "1", "?");
    for (int n = 0; n < 300; n++) {
      String[] paths =
          IntStream.range(0, random.nextInt(n + 1))
              .mapToObj(_ -> path(random, pieces))
              .toArray(String[]::new);
      int[] sorted =
          IntStream.range(0, paths.length)
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> paths[i]))
              .mapToInt(i -> i)
              .toArray();
      assertArrayEquals(sorted, PathOrder.of(paths), "seed " + seed);
    }
  }

  private static String path(Random random, List<String> pieces) {
    var path = new StringBuilder("/");
    for (int i = random.nextInt(7); i > 0; i--) {
      path.append(pieces.get(random.nextInt(pieces.size())));
    }
    return path.toString();
  }
}
