package dev.frontdesk.invalidation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Purges in the words of the AWS CLI (AWS CLI Command Reference, "cloudfront create-invalidation"),
 * for a POSIX shell: for a script, a ticket, or somebody without Frontdesk.
 *
 * @param profile null for the CLI's own choice
 * @param region null likewise
 * @param endpoint null for AWS's own
 * @param environment variables that are set for the command; no secrets: only what the sandbox
 *     takes
 */
public record AwsCli(
    String distributionId,
    @Nullable String profile,
    @Nullable String region,
    @Nullable URI endpoint,
    Map<String, String> environment) {
  /**
   * In characters, of all quoted paths together. Linux takes 128 KiB in one argument and some MB in
   * all, but a terminal takes far less of a line that is pasted.
   */
  public static final int LONGEST = 4_000;

  private static final String END = "END";

  /** What a shell takes as it is, anywhere in a word. */
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  public AwsCli {
    environment = Map.copyOf(environment);
  }

  /**
   * The command that purges the same again. Where the paths are too many for a line they go in as
   * JSON, behind it. CloudFront takes 3,000 paths and 15 wildcards at once: what is more becomes
   * several commands.
   *
   * @param items paths, wildcards and tags as they travel; at least one
   * @param reference unlike that of any other invalidation. JSON has to name one, and so the same
   *     text run twice purges once
   */
  public String createInvalidation(List<String> items, String reference) {
    List<List<String>> parts =
        InvalidationItem.parts(items, QuotaUse.MOST_PATHS, QuotaUse.MOST_WILDCARDS);
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      commands.add(
          command(parts.get(i), parts.size() == 1 ? reference : reference + "-" + (i + 1)));
    }
    return String.join("\n", commands);
  }

  private String command(List<String> items, String reference) {
    String paths = items.stream().map(AwsCli::quoted).collect(Collectors.joining(" "));
    return paths.length() <= LONGEST
        ? beginning() + " --paths " + paths
        : beginning()
            + " --invalidation-batch file:///dev/stdin <<'"
            + END
            + "'\n"
            + json(items, reference)
            + "\n"
            + END;
  }

  private String beginning() {
    List<String> words = new ArrayList<>();
    environment.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> words.add(each.getKey() + "=" + word(each.getValue())));
    words.add("aws cloudfront create-invalidation");
    option(words, "--profile", profile);
    option(words, "--region", region);
    option(words, "--endpoint-url", endpoint == null ? null : endpoint.toString());
    option(words, "--distribution-id", distributionId);
    return String.join(" ", words);
  }

  private static void option(List<String> words, String name, @Nullable String value) {
    if (value != null) {
      words.add(name + " " + word(value));
    }
  }

  /** Bare where a shell would not touch it. */
  private static String word(String text) {
    return text.matches(PLAIN) ? text : quoted(text);
  }

  /** In single quotes nothing means anything to a shell but a single quote. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** A path a line; END in quotes keeps the shell from reading anything in them. */
  private static String json(List<String> items, String reference) {
    return """
    {"CallerReference":%s,"Paths":{"Quantity":%d,"Items":[
    %s
    ]}}\
    """
        .formatted(
            string(reference),
            items.size(),
            items.stream().map(AwsCli::string).collect(Collectors.joining(",\n")));
  }

  /** A string of JSON (RFC 8259, "Strings"). */
  private static String string(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
