package dev.frontdesk.sandbox.control;

import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/**
 * The distribution's subscription to additional metrics. A new distribution of the sandbox has one,
 * so that there is something to see; on CloudFront it is bought.
 */
final class MonitoringSubscription {
  static final String ENABLED = "Enabled";
  private static final String DISABLED = "Disabled";

  private final ControlStore store;
  private final Consumer<Boolean> measure;

  /**
   * @param measure told whether additional metrics are on, now and at each change
   */
  MonitoringSubscription(ControlStore store, Consumer<Boolean> measure) {
    this.store = store;
    this.measure = measure;
    tell();
  }

  private void tell() {
    measure.accept(store.monitoring().equals(Optional.of(ENABLED)));
  }

  /**
   * @throws CloudFrontError NoSuchMonitoringSubscription
   */
  Xml get() {
    return xml(store.monitoring().orElseThrow(MonitoringSubscription::none));
  }

  /**
   * @throws CloudFrontError MonitoringSubscriptionAlreadyExists, or for a document that is none
   */
  Xml create(String document) {
    var status = status(document);
    if (store.monitoring().isPresent()) {
      throw new CloudFrontError(
          "MonitoringSubscriptionAlreadyExists",
          409,
          "A monitoring subscription already exists for the specified distribution.");
    }
    store.setMonitoring(status);
    tell();
    return xml(status);
  }

  /**
   * @throws CloudFrontError NoSuchMonitoringSubscription
   */
  void delete() {
    if (store.monitoring().isEmpty()) {
      throw none();
    }
    store.removeMonitoring();
    tell();
  }

  private static String status(String document) {
    try {
      var status =
          Xml.parse(document)
              .child("RealtimeMetricsSubscriptionConfig")
              .flatMap(config -> config.child("RealtimeMetricsSubscriptionStatus"))
              .map(Xml::text)
              .orElse("");
      if (status.equals(ENABLED) || status.equals(DISABLED)) {
        return status;
      }
    } catch (XMLStreamException e) {
      throw CloudFrontError.malformed("The request's body is not well-formed: " + e.getMessage());
    }
    throw CloudFrontError.invalidArgument(
        "The status of a subscription to real-time metrics is Enabled or Disabled.");
  }

  private static CloudFrontError none() {
    return new CloudFrontError(
        "NoSuchMonitoringSubscription",
        404,
        "A monitoring subscription does not exist for the specified distribution.");
  }

  private static Xml xml(String status) {
    return Xml.node(
        "MonitoringSubscription",
        Xml.node(
            "RealtimeMetricsSubscriptionConfig",
            Xml.leaf("RealtimeMetricsSubscriptionStatus", status)));
  }
}
