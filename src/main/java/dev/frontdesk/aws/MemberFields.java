package dev.frontdesk.aws;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Role;
import dev.frontdesk.members.RosterChange.Edited;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.settings.Connection.Attributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What of a member Frontdesk knows, as attributes of an item or of a map in a list. Their
 * <em>kinds</em> are the types of those that are no plain texts.
 *
 * @param id the attribute that holds the id; null where only the key does
 */
record MemberFields(Attributes names, @Nullable String id) {
  Member member(String memberId, Map<String, AttributeValue> fields) {
    String role = OneText.of(fields, names.role(), memberId);
    if (role.isBlank()) {
      throw new ProblemException(new Problem.Invalid("table-no-role", memberId, names.role()));
    }
    return new Member(
        memberId,
        OneText.of(fields, names.email(), memberId),
        OneText.of(fields, names.memberName(), memberId),
        new Role(role));
  }

  private Stream<String> all() {
    Stream<String> known = Stream.of(names.email(), names.memberName(), names.role());
    return id == null ? known : Stream.concat(Stream.of(id), known);
  }

  Map<String, AttributeValue.Type> kinds(Map<String, AttributeValue> fields) {
    Map<String, AttributeValue.Type> kinds = new HashMap<>();
    all()
        .forEach(name -> {
          AttributeValue value = fields.get(name);
          if (value != null && value.type() != AttributeValue.Type.S) {
            kinds.put(name, value.type());
          }
        });
    return Map.copyOf(kinds);
  }

  /**
   * The kinds that a new member gets beside these: for each attribute what most have, if most do.
   */
  static Map<String, AttributeValue.Type> usual(Collection<Map<String, AttributeValue.Type>> all) {
    Map<Map.Entry<String, AttributeValue.Type>, Integer> uses = new HashMap<>();
    all.forEach(kinds -> kinds.entrySet().forEach(kind -> uses.merge(kind, 1, Integer::sum)));
    Map<String, AttributeValue.Type> usual = new HashMap<>();
    uses.forEach((kind, count) -> {
      if (2 * count > all.size() && kind.getValue() != AttributeValue.Type.NUL) {
        usual.put(kind.getKey(), kind.getValue());
      }
    });
    return usual;
  }

  /** All attributes of a member who is new. */
  Map<String, AttributeValue> added(Member member, Map<String, AttributeValue.Type> kinds) {
    Map<String, AttributeValue> fields = new LinkedHashMap<>();
    if (id != null) {
      made(id, member.id(), member, kinds).ifPresent(value -> fields.put(id, value));
    }
    texts(member)
        .forEach((name, text) ->
            made(name, text, member, kinds).ifPresent(value -> fields.put(name, value)));
    return fields;
  }

  /** The attributes that an edit changes, and to what; empty for one that is to be missing. */
  Map<String, Optional<AttributeValue>> edited(
      Edited edit, Map<String, AttributeValue.Type> kinds) {
    Map<String, Optional<AttributeValue>> changed = new LinkedHashMap<>();
    Map<String, String> before = texts(edit.before());
    texts(edit.after())
        .forEach((name, text) -> {
          if (!text.equals(before.get(name))) {
            changed.put(name, made(name, text, edit.after(), kinds));
          }
        });
    return changed;
  }

  /** The conditions that a member is as it was seen, each value of its own type. */
  List<String> asSeen(Member seen, Map<String, AttributeValue.Type> kinds, Expression expression) {
    return texts(seen).entrySet().stream()
        .map(field -> asSeen(field.getKey(), field.getValue(), kinds, expression))
        .toList();
  }

  String hasRole(Member seen, Map<String, AttributeValue.Type> kinds, Expression expression) {
    return asSeen(names.role(), seen.role().name(), kinds, expression);
  }

  /** A text that was seen empty may be missing. */
  private static String asSeen(
      String name, String text, Map<String, AttributeValue.Type> kinds, Expression expression) {
    AttributeValue value = OneText.seen(kinds.getOrDefault(name, AttributeValue.Type.S), text);
    return text.isEmpty() && value.type() == AttributeValue.Type.S
        ? expression.absentOrEqual(name, value)
        : expression.equal(name, value);
  }

  private Map<String, String> texts(Member member) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(names.email(), member.email());
    texts.put(names.memberName(), member.name());
    texts.put(names.role(), member.role().name());
    return texts;
  }

  private static Optional<AttributeValue> made(
      String name, String text, Member member, Map<String, AttributeValue.Type> kinds) {
    return OneText.made(kinds.getOrDefault(name, AttributeValue.Type.S), text, member.id(), name);
  }
}
