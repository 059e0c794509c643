package dev.frontdesk.settings.json;

import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The rules of the texts with places in them. */
final class Templates {
  static final List<String> PROJECT = List.of(Route.PROJECT_ID);
  static final List<String> BOTH = List.of(Route.PROJECT_ID, Route.MEMBER_ID);

  private Templates() {}

  /** The template, whose places must be among {@code known}. */
  static PathTemplate of(Section section, String name, String text, List<String> known) {
    var template = new PathTemplate(text);
    for (String variable : template.variables()) {
      if (!known.contains(variable)) {
        String all = String.join(", ", known.stream().map(each -> "{" + each + "}").toList());
        section.wrong("variable", name, "{" + variable + "}", all);
      }
    }
    return template;
  }

  /** A template of paths that CloudFront takes. */
  static PathTemplate path(Section section, String name) {
    String text = section.text(name);
    PathTemplate template = of(section, name, text, BOTH);
    if (!text.isBlank()) {
      fill(section, name, template, (it, ids) -> it.path(ids));
    }
    return template;
  }

  /** A template of tags that CloudFront takes. */
  static PathTemplate tag(Section section, String name, String text) {
    PathTemplate template = of(section, name, text, BOTH);
    fill(section, name, template, (it, ids) -> it.tag(ids));
    return template;
  }

  /** Tries it with harmless ids. */
  private static void fill(
      Section section,
      String name,
      PathTemplate template,
      BiConsumer<PathTemplate, Map<String, String>> trial) {
    Map<String, String> ids = new HashMap<>();
    template.variables().forEach(variable -> ids.put(variable, "x"));
    try {
      trial.accept(template, ids);
    } catch (ProblemException e) {
      section.wrong("template", name, template.text());
    }
  }
}
