package dev.frontdesk.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * A version of Frontdesk that the organisation offers.
 *
 * @param version numbers with points between, and perhaps a hyphen and a word: {@code 1.2.0-rc1}
 * @param page where one gets it
 */
public record Release(String version, Optional<URI> page) {
  private static final Pattern VERSION =
      Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}(-[A-Za-z0-9.]{1,20})?");

  /**
   * @throws IllegalArgumentException for what is no version
   */
  public Release {
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException("no version: " + version.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  /** The version that runs, as the pom has it. */
  public static String running() {
    return ResourceBundle.getBundle("dev/frontdesk/version").getString("version");
  }

  /** Whether it comes after another version; what has a word comes before the same without. */
  public boolean isNewerThan(String other) {
    List<Integer> mine = numbers(version);
    List<Integer> others = numbers(other);
    for (int i = 0; i < Math.max(mine.size(), others.size()); i++) {
      int difference = part(mine, i) - part(others, i);
      if (difference != 0) {
        return difference > 0;
      }
    }
    return !version.contains("-") && other.contains("-");
  }

  private static List<Integer> numbers(String version) {
    return Arrays.stream(version.replaceFirst("-.*", "").split("\\."))
        .map(Integer::valueOf)
        .toList();
  }

  private static int part(List<Integer> numbers, int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }
}
