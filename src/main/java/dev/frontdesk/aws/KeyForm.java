package dev.frontdesk.aws;

import dev.frontdesk.invalidation.PathTemplate;
import dev.frontdesk.settings.Connection;
import dev.frontdesk.settings.Connection.KeyAttribute;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final Pattern pk;
  private final @Nullable Pattern sk;

  KeyForm(Connection.Key key) {
    this.key = key;
    this.pk = pattern(key.pk().value());
    this.sk = key.sk() == null ? null : pattern(key.sk().value());
  }

  private static Pattern pattern(PathTemplate template) {
    var regex = new StringBuilder();
    Matcher place = PLACE.matcher(template.text());
    int from = 0;
    while (place.find()) {
      regex.append(Pattern.quote(template.text().substring(from, place.start())));
      String name = place.group(1);
      boolean again = regex.indexOf("(?<" + name + ">") >= 0;
      regex.append(again ? "\\k<" + name + ">" : "(?<" + name + ">.+)");
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

  /** The names of the key attributes. */
  Stream<String> attributes() {
    KeyAttribute sort = key.sk();
    return sort == null
        ? Stream.of(key.pk().attribute())
        : Stream.of(key.pk().attribute(), sort.attribute());
  }

  Map<String, AttributeValue> of(Map<String, String> ids) {
    Map<String, AttributeValue> made = new LinkedHashMap<>();
    made.put(key.pk().attribute(), Items.text(key.pk().value().fill(ids)));
    KeyAttribute sort = key.sk();
    if (sort != null) {
      made.put(sort.attribute(), Items.text(sort.value().fill(ids)));
    }
    return made;
  }

  /** The ids in an item's key; empty where it is a key of another kind. */
  Optional<Map<String, String>> ids(Map<String, AttributeValue> item) {
    Map<String, String> ids = new HashMap<>();
    boolean fits = collect(pk, item.get(key.pk().attribute()), ids);
    KeyAttribute sort = key.sk();
    if (sort != null && sk != null) {
      fits = fits && collect(sk, item.get(sort.attribute()), ids);
    }
    return fits ? Optional.of(ids) : Optional.empty();
  }

  /** Whether {@code value} has the form, and says the same ids as those collected before. */
  private static boolean collect(
      Pattern form, @Nullable AttributeValue value, Map<String, String> ids) {
    if (value == null || value.s() == null) {
      return false;
    }
    Matcher matcher = form.matcher(value.s());
    if (!matcher.matches()) {
      return false;
    }
    for (String name : form.namedGroups().keySet()) {
      String id = matcher.group(name);
      String before = ids.putIfAbsent(name, id);
      if (before != null && !before.equals(id)) {
        return false;
      }
    }
    return true;
  }

  /** What every value of this template begins with, once these ids are known. */
  static String prefix(PathTemplate template, Map<String, String> ids) {
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
