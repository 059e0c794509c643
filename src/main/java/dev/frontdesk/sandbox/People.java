package dev.frontdesk.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Makes people up, in many scripts, from lists of given and family names. */
final class People {
  /**
   * Somebody who may belong to projects.
   *
   * @param language of the name; empty where it was not made up here
   */
  record Person(String id, String email, String name, String language) {}

  /** A name in its own script, and what stands for it in an e-mail address. */
  private record Part(String written, String ascii) {
    static Part of(String word) {
      int equals = word.indexOf('=');
      var written = (equals < 0 ? word : word.substring(0, equals)).replace('_', ' ');
      return new Part(written, equals < 0 ? withoutAccents(written) : word.substring(equals + 1));
    }
  }

  private record Language(
      String code, int share, String order, List<Part> given, List<Part> family) {
    String name(Part givenName, Part familyName) {
      return switch (order) {
        case "g" -> givenName.written + " " + familyName.written;
        case "f" -> familyName.written + " " + givenName.written;
        default -> familyName.written + givenName.written;
      };
    }
  }

  private final List<Language> languages = read();
  private final int shares = languages.stream().mapToInt(Language::share).sum();
  private final Set<String> emails = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Random random;
  private int lastId;

  /**
   * @param random decides who comes; the same seed gives the same people
   * @param known whose ids and e-mails are taken
   */
  People(Random random, List<Person> known) {
    this.random = random;
    for (var person : known) {
      emails.add(person.email);
      ids.add(person.id);
    }
  }

  /** Somebody new, of whatever language. */
  Person next() {
    int ticket = random.nextInt(shares);
    for (var language : languages) {
      ticket -= language.share;
      if (ticket < 0) {
        return next(language);
      }
    }
    throw new IllegalStateException("the shares do not add up");
  }

  /** Somebody new with a name of a language. */
  Person next(String code) {
    return next(languages.stream().filter(l -> l.code.equals(code)).findFirst().orElseThrow());
  }

  private Person next(Language language) {
    var given = language.given.get(random.nextInt(language.given.size()));
    var family = language.family.get(random.nextInt(language.family.size()));
    var local = given.ascii + "." + family.ascii;
    var email = local + "@acme.example";
    for (int i = 2; !emails.add(email); i++) {
      email = local + i + "@acme.example";
    }
    return new Person(newId(), email, language.name(given, family), language.code);
  }

  private String newId() {
    String id;
    do {
      id = "m%04d".formatted(++lastId);
    } while (!ids.add(id));
    return id;
  }

  private static List<Language> read() {
    var byCode = new LinkedHashMap<String, Language>();
    try (var in =
            Objects.requireNonNull(
                People.class.getResourceAsStream("people.txt"),
                "people.txt is not in the program");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> readLine(line.split(" "), byCode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(byCode.values());
  }

  private static void readLine(String[] words, Map<String, Language> byCode) {
    var language =
        byCode.computeIfAbsent(
            words[0],
            code ->
                new Language(
                    code,
                    Integer.parseInt(words[1]),
                    words[2],
                    new ArrayList<>(),
                    new ArrayList<>()));
    var parts = words[3].equals("given") ? language.given : language.family;
    for (int i = 4; i < words.length; i++) {
      parts.add(Part.of(words[i]));
    }
  }

  /** Without accents; letters that do not come apart are written as their nearest neighbours. */
  private static String withoutAccents(String latin) {
    var plain =
        Normalizer.normalize(latin.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace('ł', 'l')
            .replace('đ', 'd')
            .replace('ø', 'o')
            .replace('ı', 'i')
            .replace("æ", "ae")
            .replace("ß", "ss");
    if (!plain.matches("[a-z]+")) {
      throw new IllegalStateException("people.txt does not say how to write " + latin);
    }
    return plain;
  }
}
