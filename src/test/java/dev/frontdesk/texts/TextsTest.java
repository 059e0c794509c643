package dev.frontdesk.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys in the code and the keys in the bundle are the same. */
class TextsTest {
  private static final Path BUNDLE =
      Path.of("src/main/resources/dev/frontdesk/texts/messages.properties");
  private static final Pattern USE =
      Pattern.compile("\\b(?:texts|tools)(?:\\(\\))?\\s*\\.\\s*text\\(\\s*\"([^\"]+)\"(\\s*\\+)?");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\\n]*)\"");

  @Test
  void everyKeyUsedIsThere() throws IOException {
    Set<String> keys = sentences().stringPropertyNames();
    var lines = new TreeSet<String>();
    for (MatchResult use : matches(USE)) {
      String key = use.group(1);
      boolean known =
          use.group(2) == null
              ? keys.contains(key)
              : keys.stream().anyMatch(each -> each.startsWith(key));
      if (!known) {
        lines.add(key + "=");
      }
    }
    assertEquals(Set.of(), lines, () -> "paste into " + BUNDLE + ":\n" + String.join("\n", lines));
  }

  @Test
  void everyKeyIsUsed() throws IOException {
    var whole = new TreeSet<String>();
    var prefixes = new TreeSet<String>();
    for (MatchResult use : matches(USE)) {
      if (use.group(2) != null) {
        prefixes.add(use.group(1));
      }
    }
    matches(LITERAL).forEach(literal -> whole.add(literal.group(1)));
    var obsolete = new TreeSet<>(sentences().stringPropertyNames());
    obsolete.removeIf(key -> whole.contains(key) || prefixes.stream().anyMatch(key::startsWith));
    assertEquals(
        Set.of(), obsolete, () -> "remove from " + BUNDLE + ":\n" + String.join("\n", obsolete));
  }

  @Test
  void everySentenceIsAPattern() throws IOException {
    Properties sentences = sentences();
    for (String key : sentences.stringPropertyNames()) {
      String sentence = sentences.getProperty(key);
      assertEquals(-1, sentence.indexOf('\''), () -> key + ": write ’, the straight one quotes");
      new MessageFormat(sentence, Locale.ENGLISH);
    }
  }

  @Test
  void noKeyTwice() throws IOException {
    var keys = new ArrayList<String>();
    for (String line : Files.readAllLines(BUNDLE)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(line.substring(0, line.indexOf('=')));
      }
    }
    assertEquals(List.copyOf(new java.util.LinkedHashSet<>(keys)), keys);
  }

  @Test
  void anUnknownKeyIsAFault() {
    Texts texts = Texts.of(Locale.ENGLISH);
    assertThrows(MissingResourceException.class, () -> texts.text("no.such.key"));
  }

  private static List<MatchResult> matches(Pattern pattern) throws IOException {
    var found = new ArrayList<MatchResult>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        found.addAll(pattern.matcher(Files.readString(file)).results().toList());
      }
    }
    return found;
  }

  private static Properties sentences() throws IOException {
    var sentences = new Properties();
    try (var reader = Files.newBufferedReader(BUNDLE, StandardCharsets.UTF_8)) {
      sentences.load(reader);
    }
    return sentences;
  }
}
