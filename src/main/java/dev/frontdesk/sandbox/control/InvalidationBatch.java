package dev.frontdesk.sandbox.control;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * What a client asks to invalidate: CloudFront's InvalidationBatch.
 *
 * @param callerReference the client's own name for it, that makes a repetition recognisable
 * @param items paths, wildcard paths, and tags behind a {@code #}; checked by {@link ItemRules}
 */
record InvalidationBatch(String callerReference, List<String> items) {
  /** Paths a batch may have (CloudFront Developer Guide, "Quotas": 3,000 in progress). */
  static final int MAX_ITEMS = 3_000;

  InvalidationBatch {
    items = List.copyOf(items);
  }

  /**
   * Reads the body of a CreateInvalidation.
   *
   * @throws CloudFrontError with the code that the service model has for what is wrong
   */
  static InvalidationBatch read(String body) {
    if (body.isEmpty()) {
      throw new CloudFrontError(
          "MissingBody",
          400,
          "This operation requires a body. Ensure that the body is present and the Content-Type"
              + " header is set.");
    }
    Xml root;
    try {
      root = Xml.parse(body);
    } catch (XMLStreamException e) {
      throw CloudFrontError.malformed(
          "The XML document is not well-formed: "
              + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
    if (!root.name().equals("InvalidationBatch")) {
      throw CloudFrontError.malformed(
          "The document element is InvalidationBatch, not %s.".formatted(root.name()));
    }
    var paths = root.child("Paths").orElseThrow(() -> missing("paths"));
    var quantity = paths.child("Quantity").orElseThrow(() -> missing("paths.quantity"));
    var reference = root.child("CallerReference").orElseThrow(() -> missing("callerReference"));
    var items =
        paths.child("Items").stream()
            .flatMap(list -> list.children().stream())
            .filter(item -> item.name().equals("Path"))
            .map(Xml::text)
            .toList();
    if (number(quantity.text()) != items.size()) {
      throw new CloudFrontError(
          "InconsistentQuantities",
          400,
          "The value of Quantity and the size of Items do not match.");
    }
    if (reference.text().isBlank()) {
      throw CloudFrontError.invalidArgument("The caller reference must not be empty.");
    }
    if (items.isEmpty()) {
      throw CloudFrontError.invalidArgument("Your request contains no invalidation paths.");
    }
    if (items.size() > MAX_ITEMS) {
      throw CloudFrontError.batchTooLarge();
    }
    items.forEach(ItemRules::check);
    return new InvalidationBatch(reference.text(), items);
  }

  long wildcards() {
    return items.stream().filter(ItemRules::isWildcard).count();
  }

  /** Of the request that made it, in the order of CloudFront's service model. */
  Xml xml() {
    return Xml.node(
        "InvalidationBatch",
        Xml.list("Paths", "Path", items),
        Xml.leaf("CallerReference", callerReference));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw CloudFrontError.malformed("Quantity is a whole number, not '%s'.".formatted(text));
    }
  }

  private static CloudFrontError missing(String member) {
    return CloudFrontError.malformed(
        "1 validation error detected: Value null at 'invalidationBatch.%s' failed to satisfy constraint: Member must not be null"
            .formatted(member));
  }
}
