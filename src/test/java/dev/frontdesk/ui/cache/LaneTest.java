package dev.frontdesk.ui.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.ui.cache.Lane.Place;
import dev.frontdesk.ui.cache.Lane.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final double END = 1_000;

  @Test
  void whatIsFarApartStaysApart() {
    assertEquals(List.of(List.of(1), List.of(2)), told(tags(40, 1, 100, 2, 146)));
  }

  @Test
  void whatWouldTouchIsJoined() {
    assertEquals(List.of(List.of(1, 2), List.of(3)), told(tags(40, 1, 100, 2, 145, 3, 300)));
  }

  /** A label that is joined may touch the next one in its turn. */
  @Test
  void joiningGoesOn() {
    List<Place<Integer>> places =
        List.of(new Place<>(1, 0), new Place<>(2, 20), new Place<>(3, 60));
    List<Tag<Integer>> tags = Lane.of(places, told -> told.size() == 1 ? 30 : 70, END);
    assertEquals(List.of(List.of(1, 2, 3)), told(tags));
  }

  /** At the end a label stands left of its mark, and joins what it then touches. */
  @Test
  void noLabelReachesBeyondTheEnd() {
    List<Tag<Integer>> tags = tags(100, 1, 850, 2, 990);
    assertEquals(List.of(List.of(1, 2)), told(tags));
    assertEquals(850, tags.getFirst().left());
    assertEquals(900, tags(100, 1, 700, 2, 990).getLast().left());
  }

  @Test
  void everyMarkHasOneLabelAndNoTwoTouch() {
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    System.out.println("LaneTest -Dfrontdesk.seed=" + seed);
    var random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      List<Place<Integer>> places = new ArrayList<>();
      for (int i = 0; i < random.nextInt(80); i++) {
        places.add(new Place<>(i, random.nextDouble(END)));
      }
      places.sort(Comparator.comparingDouble(Place::at));
      List<Tag<Integer>> tags =
          Lane.of(places, told -> 20 + (told.getFirst() * 37 + told.size() * 11) % 90, END);
      String about = "-Dfrontdesk.seed=" + seed;
      assertEquals(
          places.stream().map(Place::what).toList(),
          told(tags).stream().flatMap(List::stream).toList(),
          about);
      for (int i = 0; i < tags.size(); i++) {
        Tag<Integer> tag = tags.get(i);
        assertTrue(tag.left() >= 0 && tag.left() + tag.width() <= END, about);
        assertTrue(i == 0 || tags.get(i - 1).left() + tags.get(i - 1).width() < tag.left(), about);
      }
    }
  }

  /** A month of deployments: what lies at one pixel is joined before anything is measured. */
  @Test
  void thousandsAreMeasuredOnceAPixel() {
    List<Place<Integer>> places = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      places.add(new Place<>(i, END * i / 50_000));
    }
    var measured = new AtomicInteger();
    List<Tag<Integer>> tags =
        Lane.of(
            places,
            _ -> {
              measured.incrementAndGet();
              return 40;
            },
            END);
    assertTrue(measured.get() <= 2 * END, () -> "measured " + measured);
    assertEquals(50_000, tags.stream().mapToInt(tag -> tag.what().size()).sum());
  }

  /** Labels of one width for marks: a name, where it is, a name, … */
  private static List<Tag<Integer>> tags(double width, double... marks) {
    List<Place<Integer>> places = new ArrayList<>();
    for (int i = 0; i < marks.length; i += 2) {
      places.add(new Place<>((int) marks[i], marks[i + 1]));
    }
    return Lane.of(places, _ -> width, END);
  }

  private static List<List<Integer>> told(List<Tag<Integer>> tags) {
    return tags.stream().map(Tag::what).toList();
  }
}
