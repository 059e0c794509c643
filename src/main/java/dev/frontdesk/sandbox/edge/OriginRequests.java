package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import org.jspecify.annotations.Nullable;

/**
 * What the edge asks the origin for. Where a behaviour caches, the origin sees what belongs to the
 * key and nothing else, {@code Authorization}, {@code Range} and conditions left out; where it does
 * not, and for PUT and the like, all that the viewer sent, as with the managed origin request
 * policy AllViewer (CloudFront Developer Guide, Control origin requests).
 */
final class OriginRequests {
  private OriginRequests() {}

  static EdgeRequest whole(EdgeRequest viewers) {
    return new EdgeRequest(
        viewers.method(),
        viewers.path(),
        viewers.query(),
        viewers.fields().endToEnd().where(field -> !field.is("host") && !field.is("expect")),
        viewers.body());
  }

  /**
   * A GET or HEAD.
   *
   * @param stored what is to be validated, or null
   */
  static EdgeRequest of(EdgeRequest viewers, Behaviour behaviour, @Nullable StoredResponse stored) {
    if (!behaviour.caches()) {
      return whole(viewers);
    }
    var builder = new KeyBuilder(behaviour);
    var fields = builder.fields(viewers.fields()).where(field -> !field.is("host"));
    String query = builder.query(viewers.query());
    return new EdgeRequest(
        viewers.method(), viewers.path(), query, fields.with(validators(stored)), Body.EMPTY);
  }

  private static Fields validators(@Nullable StoredResponse stored) {
    if (stored == null || stored.isError() || stored.reserve()) {
      return Fields.NONE;
    }
    String tag = stored.fields().first("etag");
    String modified = stored.fields().first("last-modified");
    var byTag = tag == null ? Fields.NONE : Fields.of("If-None-Match", tag);
    return modified == null ? byTag : byTag.with(Fields.of("If-Modified-Since", modified));
  }
}
