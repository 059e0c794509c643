package dev.frontdesk.aws;

import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a probe saw, as an item beside its entry. */
final class EvidenceItem {
  private EvidenceItem() {}

  static Map<String, AttributeValue> of(Evidence seen) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    item.put("at", EntryItem.time(seen.at()));
    item.put("path", Items.text(seen.path()));
    item.put("verdict", Items.text(seen.verdict().word()));
    item.put("reason", Items.text(seen.reason()));
    item.put("edge", side(seen.edge()));
    item.put("origin", side(seen.origin()));
    return item;
  }

  static Evidence read(Map<String, AttributeValue> item) {
    return new Evidence(
        EntryItem.time(item, "at"),
        Items.text(item, "path"),
        Verdict.ofWord(Items.text(item, "verdict")),
        Items.text(item, "reason"),
        side(Items.map(item, "edge")),
        side(Items.map(item, "origin")));
  }

  private static AttributeValue side(Evidence.Side side) {
    Map<String, AttributeValue> item = new HashMap<>();
    item.put("status", Items.number(side.status()));
    item.put("tookMillis", Items.number(side.tookMillis()));
    EntryItem.putIfThere(item, "xCache", side.xCache());
    EntryItem.putIfThere(item, "location", side.location());
    EntryItem.putIfThere(item, "etag", side.etag());
    EntryItem.putIfThere(item, "cacheControl", side.cacheControl());
    putIfThere(item, "ageSeconds", side.ageSeconds());
    putIfThere(item, "version", side.version());
    Integer members = side.members();
    putIfThere(item, "members", members == null ? null : members.longValue());
    return AttributeValue.fromM(item);
  }

  private static Evidence.Side side(Map<String, AttributeValue> item) {
    Long members = Items.optionalNumber(item, "members");
    return new Evidence.Side(
        (int) Items.number(item, "status"),
        Items.optionalText(item, "xCache"),
        Items.optionalNumber(item, "ageSeconds"),
        Items.optionalText(item, "location"),
        Items.optionalText(item, "etag"),
        Items.optionalText(item, "cacheControl"),
        Items.optionalNumber(item, "version"),
        members == null ? null : members.intValue(),
        Items.number(item, "tookMillis"));
  }

  private static void putIfThere(
      Map<String, AttributeValue> item, String name, @Nullable Long number) {
    if (number != null) {
      item.put(name, Items.number(number));
    }
  }
}
