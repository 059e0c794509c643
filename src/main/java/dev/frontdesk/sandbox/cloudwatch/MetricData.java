package dev.frontdesk.sandbox.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** CloudWatch's GetMetricData (CloudWatch API Reference, the page of that name). */
final class MetricData {
  private static final int MOST_QUERIES = 500;
  private static final long MOST_POINTS = 100_800;

  /**
   * Where the page before ended.
   *
   * @param asked of the request, so that none goes on with the page of another
   * @param query the number of the query to go on with
   * @param at the time of its last point, since points may have come since; null for none
   */
  private record Place(int asked, int query, @Nullable Instant at) {
    static Place of(String token) {
      try {
        var words =
            new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII)
                .split(" ", -1);
        if (words.length == 3) {
          return new Place(
              Integer.parseInt(words[0]),
              Integer.parseInt(words[1]),
              words[2].isEmpty() ? null : Instant.parse(words[2]));
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        // Told below, as what was not made here.
      }
      throw CloudWatchError.invalidNextToken();
    }

    String token() {
      var text = "%d %d %s".formatted(asked, query, at == null ? "" : at);
      return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private final List<MetricQuery> queries;
  private final boolean ascending;
  private final long limit;
  private final Place begin;

  /**
   * @throws CloudWatchError for whatever CloudWatch answers with an error
   */
  MetricData(Arguments arguments, Range range) {
    queries = queries(arguments);
    ascending = ascending(arguments.text("ScanBy"));
    limit = limit(arguments);
    int asked = List.of(queries, range, ascending).hashCode();
    var token = arguments.text("NextToken");
    begin = token == null ? new Place(asked, 0, null) : Place.of(token);
    if (begin.asked != asked || begin.query < 0 || begin.query > queries.size()) {
      throw CloudWatchError.invalidNextToken();
    }
  }

  private static List<MetricQuery> queries(Arguments arguments) {
    var parts = arguments.list("MetricDataQueries");
    if (parts.isEmpty()) {
      throw arguments.missing().apply("MetricDataQueries");
    }
    if (parts.size() > MOST_QUERIES) {
      throw CloudWatchError.validation(
          "The collection MetricDataQueries must not have a size greater than %d."
              .formatted(MOST_QUERIES));
    }
    var queries = parts.stream().map(MetricQuery::of).toList();
    var ids = new HashSet<String>();
    for (var query : queries) {
      if (!ids.add(query.id())) {
        throw CloudWatchError.validation(
            "The values for parameter Id in MetricDataQueries are not unique.");
      }
    }
    return queries.stream().filter(MetricQuery::returned).toList();
  }

  private static boolean ascending(@Nullable String scanBy) {
    return switch (scanBy) {
      case "TimestampAscending" -> true;
      case "TimestampDescending" -> false;
      case null -> false;
      default ->
          throw CloudWatchError.validation(
              "The value %s for parameter ScanBy is not supported.".formatted(scanBy));
    };
  }

  private static long limit(Arguments arguments) {
    long limit = arguments.has("MaxDatapoints") ? arguments.number("MaxDatapoints") : MOST_POINTS;
    if (limit < 1 || limit > MOST_POINTS) {
      throw CloudWatchError.validation(
          "The parameter MaxDatapoints must be from 1 to %d, not %d."
              .formatted(MOST_POINTS, limit));
    }
    return limit;
  }

  /** The page that was asked for: whole series one after the other, until it is full. */
  ObjectNode answer(Measurements measurements) {
    var answer = JsonNodeFactory.instance.objectNode();
    var results = answer.putArray("MetricDataResults");
    long left = limit;
    for (int i = begin.query; i < queries.size(); i++) {
      var query = queries.get(i);
      var points = points(query, measurements);
      if (i == begin.query && begin.at != null) {
        points = points.tailMap(begin.at, false);
      }
      boolean partial = points.size() > left;
      if (partial && left == 0) {
        answer.put("NextToken", new Place(begin.asked, i, null).token());
        break;
      }
      var page =
          new ArrayList<>(points.entrySet()).subList(0, partial ? (int) left : points.size());
      var result = results.addObject().put("Id", query.id()).put("Label", label(query));
      var times = result.putArray("Timestamps");
      page.forEach(point -> times.addPOJO(point.getKey()));
      var values = result.putArray("Values");
      page.forEach(point -> values.add(point.getValue()));
      result.put("StatusCode", partial ? "PartialData" : "Complete");
      left -= page.size();
      if (partial) {
        answer.put("NextToken", new Place(begin.asked, i, page.getLast().getKey()).token());
        break;
      }
    }
    return answer;
  }

  private NavigableMap<Instant, Double> points(MetricQuery query, Measurements measurements) {
    Comparator<Instant> order = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
    var points = new TreeMap<Instant, Double>(order);
    measurements
        .of(query.metric(), query.period(), query.unit())
        .forEach((start, samples) ->
            query.statistic().of(samples).ifPresent(value -> points.put(start, value)));
    return points;
  }

  /** The metric's name, with the statistic where others ask for the same metric. */
  private String label(MetricQuery query) {
    if (query.label() != null) {
      return query.label();
    }
    var name = query.metric().name();
    boolean alone = queries.stream().filter(q -> q.metric().name().equals(name)).count() == 1;
    return alone ? name : name + " " + query.word();
  }
}
