package dev.frontdesk.invalidation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AwsCliTest {
  private static final AwsCli PLAIN = new AwsCli("E2EXAMPLE", null, null, null, Map.of());

  @TempDir private Path folder = Path.of("");

  @Test
  void fewPathsStandInTheCommand() {
    assertEquals(
        "aws cloudfront create-invalidation --distribution-id E2EXAMPLE"
            + " --paths '/a' '/b/*' '#project-cedar'",
        PLAIN.createInvalidation(List.of("/a", "/b/*", "#project-cedar"), "r"));
  }

  @Test
  void namesWhatTheConnectionNames() {
    var cli =
        new AwsCli(
            "E2EXAMPLE",
            "acme prod",
            "eu-west-1",
            URI.create("http://127.0.0.1:4566"),
            Map.of("AWS_SECRET_ACCESS_KEY", "sandbox", "AWS_ACCESS_KEY_ID", "sandbox"));
    assertEquals(
        "AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox"
            + " aws cloudfront create-invalidation --profile 'acme prod' --region eu-west-1"
            + " --endpoint-url http://127.0.0.1:4566 --distribution-id E2EXAMPLE --paths '/a'",
        cli.createInvalidation(List.of("/a"), "r"));
  }

  @Test
  void manyPathsGoInBehindIt() {
    List<String> items =
        IntStream.range(0, 400).mapToObj(i -> "/projects/" + i + "/members").toList();
    String command = PLAIN.createInvalidation(items, "again-1");
    List<String> lines = command.lines().toList();
    assertEquals(
        "aws cloudfront create-invalidation --distribution-id E2EXAMPLE"
            + " --invalidation-batch file:///dev/stdin <<'END'",
        lines.getFirst());
    assertEquals("END", lines.getLast());
    JsonNode json = json(command);
    assertEquals("again-1", json.get("CallerReference").asString());
    assertEquals(400, json.get("Paths").get("Quantity").asInt());
    assertEquals(items, texts(json.get("Paths").get("Items")));
  }

  @Test
  void whatIsTooMuchForOneInvalidationBecomesSeveral() {
    List<String> wildcards = IntStream.range(0, 31).mapToObj(i -> "/" + i + "/*").toList();
    List<String> commands = PLAIN.createInvalidation(wildcards, "r").lines().toList();
    assertEquals(3, commands.size());
    assertEquals(List.of(15L, 15L, 1L), commands.stream().map(AwsCliTest::stars).toList());
    List<String> paths = IntStream.range(0, 3_001).mapToObj(i -> "/" + i).toList();
    String two = PLAIN.createInvalidation(paths, "r");
    assertTrue(two.contains("\"CallerReference\":\"r-1\",\"Paths\":{\"Quantity\":3000"), two);
    assertTrue(two.endsWith(" --paths '/3000'"), () -> two.substring(two.length() - 100));
  }

  private static long stars(String command) {
    return command.chars().filter(c -> c == '*').count();
  }

  /** A shell is asked, for what a shell reads is what counts. */
  @Test
  void aShellReadsExactlyThePathsWhateverIsInThem() throws Exception {
    Path shell = Path.of("/bin/sh");
    assumeTrue(Files.isExecutable(shell), "no POSIX shell here");
    long seed = Long.getLong("frontdesk.seed", System.nanoTime());
    var random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      List<String> items = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(5); i++) {
        items.add("/" + nasty(random, random.nextInt(12)));
      }
      String command = PLAIN.createInvalidation(items, "r");
      List<String> expected = new ArrayList<>(List.of("cloudfront", "create-invalidation"));
      expected.addAll(List.of("--distribution-id", "E2EXAMPLE", "--paths"));
      expected.addAll(items);
      assertEquals(expected, read(shell, command), () -> "seed " + seed + ": " + command);
    }
  }

  @Test
  void noLineOfTheJsonEndsItBeforeItsEnd() {
    var random = new Random(7);
    List<String> items =
        IntStream.range(0, 900).mapToObj(i -> "/" + nasty(random, 8) + "\nEND\n").toList();
    String command = PLAIN.createInvalidation(items, "r");
    assertFalse(command.substring(0, command.length() - 4).contains("\nEND\n"));
    assertEquals(items, texts(json(command).get("Paths").get("Items")));
  }

  private static String nasty(Random random, int length) {
    String signs = "a'\"\\$`! \n\t*?[]{}()<>|&;#~%=-é李";
    var text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }

  /** The arguments that a program called aws gets, each of which it ends with a NUL. */
  private List<String> read(Path shell, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(shell.toString(), "-s")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(
          ("aws() { printf '%s\\0' \"$@\"; }\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return List.of(out.split("\0"));
  }

  private static JsonNode json(String command) {
    int begin = command.indexOf('\n') + 1;
    return JsonMapper.shared().readTree(command.substring(begin, command.lastIndexOf('\n')));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }
}
