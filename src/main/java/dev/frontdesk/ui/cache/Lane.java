package dev.frontdesk.ui.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where the labels of invalidations stand: those that would touch are joined to one. */
final class Lane {
  private static final double APART = 6;

  /** Two marks nearer than this are at one place for whoever looks. */
  private static final double PIXEL = 1;

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
   * @param what it stands for, in the order of time; at least one
   * @param first where the first of them is, in pixels
   * @param left where it begins, in pixels
   */
  record Tag<T>(List<T> what, double first, double left, double width) {
    private double right() {
      return left + width;
    }
  }

  /**
   * Asks for at most two widths a pixel of the lane, however many the places are.
   *
   * @param places from the left
   * @param width of a label that stands for these
   * @param end beyond which no label reaches; one that would stands further left
   */
  static <T> List<Tag<T>> of(List<Place<T>> places, ToDoubleFunction<List<T>> width, double end) {
    // A label is a run of them: none is copied, however often labels are joined.
    List<T> all = places.stream().map(Place::what).toList();
    List<Tag<T>> tags = new ArrayList<>();
    int from = 0;
    while (from < places.size()) {
      int to = from + 1;
      while (to < places.size() && places.get(to).at() - places.get(from).at() < PIXEL) {
        to++;
      }
      Tag<T> tag = tag(all.subList(from, to), places.get(from).at(), width, end);
      while (!tags.isEmpty() && tags.getLast().right() + APART > tag.left()) {
        Tag<T> before = tags.removeLast();
        int begin = to - before.what().size() - tag.what().size();
        tag = tag(all.subList(begin, to), before.first(), width, end);
      }
      tags.add(tag);
      from = to;
    }
    return tags;
  }

  private static <T> Tag<T> tag(
      List<T> what, double first, ToDoubleFunction<List<T>> width, double end) {
    double wide = width.applyAsDouble(what);
    return new Tag<>(what, first, Math.max(0, Math.min(first, end - wide)), wide);
  }
}
