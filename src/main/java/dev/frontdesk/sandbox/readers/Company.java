package dev.frontdesk.sandbox.readers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What readers know to ask for, and how often each asks for what: projects by Zipf's law, each half
 * or a third or a quarter as often as the first; of a project mostly its members.
 *
 * @param members the ids of each project's members by its id, the most read project first; empty
 *     where they are not known
 */
public record Company(Map<String, List<String>> members) {
  private static final int ROSTERS = 74;
  private static final int POINTERS = 12;
  private static final int MEMBERSHIPS = 12;

  public Company {
    var copy = new LinkedHashMap<String, List<String>>();
    members.forEach((id, ids) -> copy.put(id, List.copyOf(ids)));
    members = java.util.Collections.unmodifiableMap(copy);
  }

  static String roster(String projectId) {
    return "/projects/" + encoded(projectId) + "/members";
  }

  static String pointer(String projectId) {
    return "/projects/" + encoded(projectId);
  }

  static String memberships(String memberId) {
    return "/members/" + encoded(memberId) + "/projects";
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The next path that somebody asks for. */
  String path(RandomGenerator random) {
    int kind = random.nextInt(100);
    if (members.isEmpty() || kind >= ROSTERS + POINTERS + MEMBERSHIPS) {
      return "/projects";
    }
    var project = project(random);
    if (kind < ROSTERS) {
      return roster(project);
    }
    var ids = members.getOrDefault(project, List.of());
    return kind < ROSTERS + POINTERS || ids.isEmpty()
        ? pointer(project)
        : memberships(ids.get(random.nextInt(ids.size())));
  }

  /** One of the projects, the first most often. */
  String project(RandomGenerator random) {
    var ids = new ArrayList<>(members.keySet());
    double all = 0;
    for (int rank = 1; rank <= ids.size(); rank++) {
      all += 1.0 / rank;
    }
    double at = random.nextDouble() * all;
    for (int rank = 1; rank < ids.size(); rank++) {
      at -= 1.0 / rank;
      if (at < 0) {
        return ids.get(rank - 1);
      }
    }
    return ids.getLast();
  }

  /** The same, with what has been learned of a project's members. */
  Company with(String projectId, List<String> ids) {
    var more = new LinkedHashMap<>(members);
    more.replace(projectId, ids);
    return new Company(more);
  }

  /** Those projects and no others; what is known of their members stays known. */
  Company of(List<String> projectIds) {
    var others = new LinkedHashMap<String, List<String>>();
    projectIds.forEach(id -> others.put(id, members.getOrDefault(id, List.of())));
    return new Company(others);
  }
}
