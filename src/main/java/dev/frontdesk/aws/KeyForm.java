package dev.frontdesk.aws;

import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.KeyAttribute;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The form of one kind of key: makes keys of ids, and finds the ids in keys. */
final class KeyForm {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

  private final Connection.Key key;
  private final KeyTypes types;
  private final Map<String, String> known;
  private final Pattern pk;
  private final @Nullable Pattern sk;

  KeyForm(Connection.Key key, KeyTypes types) {
    this(key, types, Map.of());
  }

  private KeyForm(Connection.Key key, KeyTypes types, Map<String, String> known) {
    this.key = key;
    this.types = types;
    this.known = known;
    this.pk = pattern(key.pk().value(), known);
    this.sk = key.sk() == null ? null : pattern(key.sk().value(), known);
  }

  /** The form of those keys alone that have these ids. */
  KeyForm knowing(Map<String, String> ids) {
    return new KeyForm(key, types, ids);
  }

  private static Pattern pattern(PathTemplate template, Map<String, String> known) {
    var regex = new StringBuilder();
    Matcher place = PLACE.matcher(template.text());
    int from = 0;
    while (place.find()) {
      regex.append(Pattern.quote(template.text().substring(from, place.start())));
      String name = place.group(1);
      String id = known.get(name);
      boolean again = regex.indexOf("(?<" + name + ">") >= 0;
      regex.append(
          id != null ? Pattern.quote(id) : again ? "\\k<" + name + ">" : "(?<" + name + ">.+)");
      from = place.end();
    }
    regex.append(Pattern.quote(template.text().substring(from)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  KeyAttribute pk() {
    return key.pk();
  }

  @Nullable KeyAttribute sk() {
    return key.sk();
  }

  private Stream<KeyAttribute> parts() {
    KeyAttribute sort = key.sk();
    return sort == null ? Stream.of(key.pk()) : Stream.of(key.pk(), sort);
  }

  /** The names of the key attributes. */
  Stream<String> attributes() {
    return parts().map(KeyAttribute::attribute);
  }

  /** Whether a key can be made of these ids: a key attribute of numbers takes no other text. */
  boolean takes(Map<String, String> ids) {
    return parts().allMatch(part -> takes(part, part.value().fill(ids)));
  }

  private boolean takes(KeyAttribute part, String text) {
    return OneText.isNumber(text) || !types.isNumber(part.attribute(), part.value().text());
  }

  /**
   * The key.
   *
   * @throws ProblemException with {@code Invalid} where an id has to be a number and is none
   */
  Map<String, AttributeValue> of(Map<String, String> ids) {
    Map<String, AttributeValue> made = new LinkedHashMap<>();
    parts().forEach(part -> made.put(part.attribute(), value(part, part.value().fill(ids))));
    return made;
  }

  private AttributeValue value(KeyAttribute part, String text) {
    if (!takes(part, text)) {
      throw new ProblemException(new Problem.Invalid("table-key-number", part.attribute(), text));
    }
    return types.value(part.attribute(), part.value().text(), text);
  }

  /** What these ids say of one part of the key, as a condition; empty where they say nothing. */
  Optional<String> condition(KeyAttribute part, Map<String, String> ids, Expression expression) {
    if (ids.keySet().containsAll(part.value().variables())) {
      return Optional.of(expression.equal(part.attribute(), value(part, part.value().fill(ids))));
    }
    String prefix = prefix(part.value(), ids);
    return prefix.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "begins_with("
                + expression.name(part.attribute())
                + ", "
                + expression.value(Items.text(prefix))
                + ")");
  }

  /** What these ids say of all parts. */
  List<String> conditions(Map<String, String> ids, Expression expression) {
    return parts().flatMap(part -> condition(part, ids, expression).stream()).toList();
  }

  /** Whether a question by these ids' {@link #conditions} would find the item of this key. */
  boolean finds(Map<String, AttributeValue> other, Map<String, String> ids) {
    return parts()
        .allMatch(part -> {
          AttributeValue value = other.get(part.attribute());
          return value != null
              && OneText.of(value).orElse("").startsWith(prefix(part.value(), ids));
        });
  }

  /** The ids in an item's key; empty where it is a key of another kind. */
  Optional<Map<String, String>> ids(Map<String, AttributeValue> item) {
    Map<String, String> ids = new HashMap<>(known);
    boolean fits = collect(pk, item.get(key.pk().attribute()), ids);
    KeyAttribute sort = key.sk();
    if (fits && sort != null && sk != null) {
      // An id that the partition tells is none to be guessed from where a separator lies.
      boolean told =
          ids.size() > known.size()
              && !Collections.disjoint(ids.keySet(), sort.value().variables());
      fits = collect(told ? pattern(sort.value(), ids) : sk, item.get(sort.attribute()), ids);
    }
    return fits ? Optional.of(ids) : Optional.empty();
  }

  private static boolean collect(
      Pattern form, @Nullable AttributeValue value, Map<String, String> ids) {
    String text = value == null ? null : value.s() == null ? value.n() : value.s();
    Matcher matcher = text == null ? null : form.matcher(text);
    if (matcher == null || !matcher.matches()) {
      return false;
    }
    form.namedGroups().keySet().forEach(name -> ids.put(name, matcher.group(name)));
    return true;
  }

  /** What every value of this template begins with, once these ids are known. */
  private static String prefix(PathTemplate template, Map<String, String> ids) {
    String text = template.text();
    var made = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      made.append(text, from, place.start());
      String id = ids.get(place.group(1));
      if (id == null) {
        return made.toString();
      }
      made.append(id);
      from = place.end();
    }
    return made.append(text.substring(from)).toString();
  }
}
