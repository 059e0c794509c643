package dev.frontdesk.ui.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where the labels of invalidations stand: those that would touch are joined to one. */
final class Lane {
  private static final double APART = 6;

  private Lane() {}

  /**
   * What has a label.
   *
   * @param at pixels from the lane's left end
   */
  record Place<T>(T what, double at) {}

  /**
   * One label.
   *
   * @param marks what it stands for, in the order of time; at least one
   * @param left where it begins, in pixels
   */
  record Tag<T>(List<Place<T>> marks, double left, double width) {
    private double right() {
      return left + width;
    }

    List<T> what() {
      return marks.stream().map(Place::what).toList();
    }
  }

  /**
   * @param places from the left
   * @param width of a label that stands for these
   * @param end beyond which no label reaches; one that would stands further left
   */
  static <T> List<Tag<T>> of(List<Place<T>> places, ToDoubleFunction<List<T>> width, double end) {
    List<Tag<T>> tags = new ArrayList<>();
    for (Place<T> place : places) {
      Tag<T> tag = tag(List.of(place), width, end);
      while (!tags.isEmpty() && tags.getLast().right() + APART > tag.left()) {
        List<Place<T>> joined = new ArrayList<>(tags.removeLast().marks());
        joined.addAll(tag.marks());
        tag = tag(joined, width, end);
      }
      tags.add(tag);
    }
    return tags;
  }

  private static <T> Tag<T> tag(List<Place<T>> marks, ToDoubleFunction<List<T>> width, double end) {
    double wide = width.applyAsDouble(marks.stream().map(Place::what).toList());
    double left = Math.max(0, Math.min(marks.getFirst().at(), end - wide));
    return new Tag<>(List.copyOf(marks), left, wide);
  }
}
