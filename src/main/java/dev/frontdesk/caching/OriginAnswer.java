package dev.frontdesk.caching;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the origin answered when it was asked for a path.
 *
 * @param status from 100 to 599
 * @param lines the values of each header's lines in their order; names in lower case
 * @param received when
 */
public record OriginAnswer(int status, Map<String, List<String>> lines, Instant received) {
  public OriginAnswer {
    lines = Map.copyOf(lines);
  }

  /** The values of all lines of a header; none where it is not there. */
  public List<String> all(String name) {
    return lines.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** What it says about its own lifetime. */
  public OriginHeaders lifetime() {
    List<String> expires = all("expires");
    List<String> date = all("date");
    return OriginHeaders.of(
        all("cache-control"),
        expires.isEmpty() ? null : expires.getFirst(),
        date.isEmpty() ? null : date.getFirst(),
        received);
  }

  /** The members of a header that is a list, over all of its lines. */
  public List<String> tokens(String name) {
    return all(name).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(token -> !token.isEmpty())
        .toList();
  }

  /** Whether it names the tag in a header, in any case. */
  public boolean isTagged(String header, String tag) {
    return tokens(header).stream().anyMatch(tag::equalsIgnoreCase);
  }

  public boolean setsCookie() {
    return !all("set-cookie").isEmpty();
  }

  public boolean isError() {
    return status >= 400;
  }
}
