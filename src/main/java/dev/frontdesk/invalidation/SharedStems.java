package dev.frontdesk.invalidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The few folders in which many paths are: the deepest that have enough of them, unless those are
 * too many; then the one above. Never the root, which holds everything.
 */
final class SharedStems {
  /** Fewer paths are not worth an offer. */
  static final int FEWEST_PATHS = 5;

  /** More offers than these nobody reads. */
  static final int MOST = 3;

  private record Folder(String stem, int paths) {}

  private final String[] paths;

  /**
   * @param paths in any order
   */
  SharedStems(String[] paths) {
    this.paths = new String[paths.length];
    int[] order = PathOrder.of(paths);
    Arrays.setAll(this.paths, i -> paths[order[i]]);
  }

  /** Stems that end in a slash, none of them in another; those of most paths. */
  List<String> find() {
    return folders(0, paths.length, 1).stream()
        .sorted(Comparator.comparingInt(Folder::paths).reversed())
        .limit(MOST)
        .map(Folder::stem)
        .toList();
  }

  /**
   * @param depth the characters that all paths from the one to the other begin with; a slash is
   *     their last
   */
  private List<Folder> folders(int from, int to, int depth) {
    var below = new ArrayList<Folder>();
    int i = from;
    while (i < to) {
      int end = folderEnd(paths[i], depth);
      int next = i + 1;
      while (end > 0
          && next < to
          && paths[next].regionMatches(depth, paths[i], depth, end - depth)) {
        next++;
      }
      if (end > 0 && next - i >= FEWEST_PATHS) {
        below.addAll(folders(i, next, end));
      }
      i = next;
    }
    int elsewhere = to - from - below.stream().mapToInt(Folder::paths).sum();
    boolean above = below.size() > MOST || elsewhere >= FEWEST_PATHS;
    return depth > 1 && above
        ? List.of(new Folder(paths[from].substring(0, depth), to - from))
        : below;
  }

  /** Behind the next slash of the path; 0 where none is left before its query string. */
  private static int folderEnd(String path, int depth) {
    int slash = path.indexOf('/', depth);
    int question = slash < 0 ? -1 : path.lastIndexOf('?', slash);
    return question >= 0 ? 0 : slash + 1;
  }
}
