package dev.frontdesk.sandbox.control;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the control plane remembers: who its distribution is, and every invalidation that was ever
 * answered. What {@link #commit} has returned from survives the end of the process.
 */
public final class ControlStore implements AutoCloseable {
  private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String MONITORING = "monitoring";
  private static final String NONE = "";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MVStore store;
  private final ConcurrentMap<String, String> identity;
  private final ConcurrentMap<String, String> settings;
  private final MVMap<Long, String> invalidations;
  private final ConcurrentMap<String, Long> numbersById;
  private final ConcurrentMap<String, Long> numbersByReference;
  private final ConcurrentMap<Long, Long> inProgress;
  private final Random random = new Random();

  private ControlStore(MVStore store, Instant now) {
    this.store = store;
    this.identity = store.openMap("identity");
    this.invalidations = store.openMap("invalidations");
    this.numbersById = store.openMap("numbers-by-id");
    this.numbersByReference = store.openMap("numbers-by-reference");
    this.inProgress = store.openMap("in-progress");
    this.settings = store.openMap("settings");
    identity.computeIfAbsent("distribution", _ -> "E1SANDBOX" + randomText(5));
    identity.computeIfAbsent("domain", _ -> "d" + randomText(13).toLowerCase(Locale.ROOT));
    identity.computeIfAbsent("created", _ -> now.truncatedTo(ChronoUnit.MILLIS).toString());
    commit();
  }

  /**
   * Opens what is kept in a file, or begins it.
   *
   * @param file null to keep everything in memory
   * @param clock tells when a new distribution was made
   * @throws org.h2.mvstore.MVStoreException if the file is damaged or in use
   */
  public static ControlStore open(@Nullable Path file, InstantSource clock) {
    var name = file == null ? null : file.toAbsolutePath().toString();
    // Commits are made by hand, whole and before each answer; the background writer, or a full
    // buffer, could make one between two maps.
    var store =
        new MVStore.Builder().fileName(name).autoCommitDisabled().autoCommitBufferSize(0).open();
    return new ControlStore(store, clock.instant());
  }

  /** Like CloudFront's ids, and the same for as long as the file lives. */
  public String distributionId() {
    return identity("distribution");
  }

  /** {@code d….cloudfront.net}; no name server knows it. */
  public String domainName() {
    return identity("domain") + ".cloudfront.net";
  }

  /** When the distribution was made. */
  public Instant created() {
    return Instant.parse(identity("created"));
  }

  @Override
  public void close() {
    store.close();
  }

  private String identity(String key) {
    var value = identity.get(key);
    if (value == null) {
      throw new IllegalStateException("the control plane's file has lost its " + key);
    }
    return value;
  }

  /** The status of the subscription to additional metrics; empty where there is none. */
  Optional<String> monitoring() {
    var status = settings.getOrDefault(MONITORING, MonitoringSubscription.ENABLED);
    return status.equals(NONE) ? Optional.empty() : Optional.of(status);
  }

  void setMonitoring(String status) {
    settings.put(MONITORING, status);
    commit();
  }

  void removeMonitoring() {
    settings.put(MONITORING, NONE);
    commit();
  }

  /** The numbers of those in progress, with when they take effect in milliseconds since 1970. */
  Map<Long, Long> inProgress() {
    return inProgress;
  }

  boolean completed(long number) {
    return !inProgress.containsKey(number);
  }

  @Nullable Long numberOfId(String id) {
    return numbersById.get(id);
  }

  @Nullable Long numberOfReference(String callerReference) {
    return numbersByReference.get(callerReference);
  }

  /** The number of the next older one; null if there is none. */
  @Nullable Long older(long number) {
    return invalidations.lowerKey(number);
  }

  Invalidation invalidation(long number) {
    var json = invalidations.get(number);
    if (json == null) {
      throw new IllegalStateException("the control plane's file has lost invalidation " + number);
    }
    return JSON.readValue(json, Invalidation.class);
  }

  /** Remembers a new one, in progress, and gives it its number; larger means later. */
  long add(Invalidation invalidation) {
    var last = invalidations.lastKey();
    long number = last == null ? 1 : last + 1;
    invalidations.put(number, JSON.writeValueAsString(invalidation));
    numbersById.put(invalidation.id(), number);
    numbersByReference.put(invalidation.batch().callerReference(), number);
    inProgress.put(number, invalidation.effectiveAt().toEpochMilli());
    commit();
    return number;
  }

  void complete(long number) {
    inProgress.remove(number);
    commit();
  }

  /** An id that no invalidation has. */
  String newId() {
    String id;
    do {
      id = "I" + randomText(13);
    } while (numbersById.containsKey(id));
    return id;
  }

  private void commit() {
    // Handed to the operating system: safe from the end of this process, not from a power cut.
    store.commit();
  }

  private String randomText(int length) {
    return random
        .ints(length, 0, UPPER.length())
        .mapToObj(UPPER::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
