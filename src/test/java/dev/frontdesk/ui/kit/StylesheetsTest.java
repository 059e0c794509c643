package dev.frontdesk.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build leaves out of the theme what nothing here has: a node that has it would look bare. */
class StylesheetsTest {
  private static final Path BUILD = Path.of("src", "build", "Stylesheets.java");
  private static final Path WINDOW = Path.of("src", "main", "java", "dev", "frontdesk", "ui");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

  @Test
  void nothingHasTheVariantsThatAreLeftOut() throws IOException {
    String build = Files.readString(BUILD);
    int start = build.indexOf(" UNUSED =");
    List<String> words =
        literals(build.substring(start, build.indexOf(';', start)))
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();
    assertThat(words).contains("accent", "font-icon");
    var leftOut = Pattern.compile(String.join("|", words));
    List<String> used = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WINDOW)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        literals(Files.readString(file))
            .filter(word -> leftOut.matcher(word).matches())
            .forEach(word -> used.add(word + " in " + file.getFileName()));
      }
    }
    assertThat(used).as("take them out of UNUSED in %s", BUILD).isEmpty();
  }

  private static Stream<String> literals(String source) {
    return LITERAL.matcher(source).results().map((MatchResult one) -> one.group(1));
  }
}
