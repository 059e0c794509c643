package dev.frontdesk.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class FreeCornerTest {
  private static final Bounds AREA = new BoundingBox(176, 88, 1_088, 696);
  private static final Bounds BOX = new BoundingBox(936, 700, 328, 84);

  @Test
  void staysWhereNothingIsInTheWay() {
    assertEquals(
        Point2D.ZERO, way(new BoundingBox(200, 700, 200, 32), new BoundingBox(950, 640, 100, 32)));
  }

  @Test
  void isLiftedAboveWhatItWouldCover() {
    Bounds publish = new BoundingBox(1_000, 750, 200, 32);
    assertEquals(new Point2D(0, 784 - 750 + 8), way(publish));
    Bounds reason = new BoundingBox(950, 660, 200, 48);
    assertEquals(new Point2D(0, 784 - 660 + 8), way(publish, reason));
    assertEquals(new Point2D(0, 784 - 660 + 8), way(reason, publish));
  }

  @Test
  void goesToTheLeftWhereThatIsLess() {
    Bounds panel = new BoundingBox(1_210, 200, 54, 584);
    assertEquals(new Point2D(64, 0), way(panel));
  }

  @Test
  void staysWhereThereIsNoRoomAtAll() {
    assertEquals(Point2D.ZERO, way(AREA));
  }

  @Test
  void coversNothingWhereverTheControlsAre() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Bounds> controls = new ArrayList<>();
      for (int i = 0; i < random.nextInt(12); i++) {
        controls.add(
            new BoundingBox(
                200 + random.nextInt(900),
                100 + random.nextInt(650),
                80 + random.nextInt(120),
                32));
      }
      Point2D way = FreeCorner.way(BOX, controls, AREA);
      Bounds place = FreeCorner.moved(BOX, way.getX(), way.getY());
      assertTrue(AREA.contains(place), () -> "seed " + seed + " " + place);
      assertTrue(
          way.equals(Point2D.ZERO) || FreeCorner.isFree(place, controls),
          () -> "seed " + seed + " " + place + " " + controls);
    }
  }

  private static Point2D way(Bounds... controls) {
    return FreeCorner.way(BOX, List.of(controls), AREA);
  }
}
