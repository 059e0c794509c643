package dev.frontdesk.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class FreeCornerTest {
  private static final Bounds BOX = new BoundingBox(900, 700, 300, 80);

  @Test
  void staysWhereNothingIsInTheWay() {
    assertEquals(0, lift(new BoundingBox(100, 700, 200, 32), new BoundingBox(950, 800, 100, 32)));
  }

  @Test
  void isLiftedAboveEachControlThatItWouldCover() {
    Bounds lower = new BoundingBox(1_000, 750, 100, 32);
    assertEquals(780 - 750 + 8, lift(lower));
    Bounds upper = new BoundingBox(950, 660, 100, 32);
    assertEquals(780 - 660 + 8, lift(lower, upper));
    assertEquals(780 - 660 + 8, lift(upper, lower));
  }

  @Test
  void staysWhereThereIsNoRoomAbove() {
    assertEquals(0, lift(new BoundingBox(900, 50, 300, 730)));
  }

  private static double lift(Bounds... controls) {
    return FreeCorner.lift(BOX, List.of(controls), 88);
  }
}
