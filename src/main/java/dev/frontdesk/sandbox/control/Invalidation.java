package dev.frontdesk.sandbox.control;

import java.time.Instant;

/**
 * CloudFront's own object: a batch that was accepted.
 *
 * @param createTime to the millisecond, as the API shows it
 * @param effectiveAt when the edge drops what it names, and it becomes completed
 */
record Invalidation(String id, Instant createTime, Instant effectiveAt, InvalidationBatch batch) {

  /** An invalidation at the moment it was looked up. */
  record Seen(Invalidation invalidation, boolean completed) {
    Xml xml() {
      return Xml.node("Invalidation", id(), status(), createTime(), invalidation.batch.xml());
    }

    /** As ListInvalidations has it: no paths, no reference. */
    Xml summary() {
      return Xml.node("InvalidationSummary", id(), createTime(), status());
    }

    private Xml id() {
      return Xml.leaf("Id", invalidation.id);
    }

    private Xml status() {
      return Xml.leaf("Status", completed ? "Completed" : "InProgress");
    }

    private Xml createTime() {
      return Xml.leaf("CreateTime", Timestamps.format(invalidation.createTime));
    }
  }
}
