package dev.frontdesk.sandbox.edge;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.sandbox.traffic.Exchange;
import dev.frontdesk.sandbox.traffic.Traffic;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One CloudFront edge location, without sockets: answers from its cache or asks the origin.
 *
 * <p>An invalidation takes out what is there, and nothing else: a GET that is on its way to the
 * origin when it lands stores what it brings, be it the old answer. That race is CloudFront's, and
 * here on purpose.
 */
final class Edge {
  /**
   * An answer on its way to viewers.
   *
   * @param response for the one that fetched it
   * @param shared for those who waited for it; null where each has to fetch for itself
   */
  private record Fetched(
      StoredResponse response, Outcome outcome, @Nullable StoredResponse shared) {}

  private final EdgeConfig config;
  private final Origin origin;
  private final InstantSource clock;
  private final Executor background;
  private final CacheStore store;
  private final OriginAnswers answers;
  private final Signature signature;
  private final Tally tally = new Tally();
  private final Traffic traffic;
  private final ConcurrentHashMap<ObjectKey, CompletableFuture<@Nullable Fetched>> underWay =
      new ConcurrentHashMap<>();

  /**
   * @param background runs what fetches while a stale answer is served
   * @param traffic where every answer is counted
   */
  Edge(
      EdgeConfig config,
      Origin origin,
      InstantSource clock,
      Executor background,
      CacheStore store,
      Traffic traffic) {
    this.config = config;
    this.origin = origin;
    this.clock = clock;
    this.background = background;
    this.store = store;
    this.traffic = traffic;
    this.answers = new OriginAnswers(config);
    this.signature = new Signature(config);
  }

  EdgeResponse handle(EdgeRequest request) {
    var path = Target.of(request.path(), null).path();
    var behaviour = Behaviour.of(config.behaviours(), path);
    boolean read = request.method().equals("GET") || request.method().equals("HEAD");
    return read ? read(request, behaviour) : pass(OriginRequests.whole(request));
  }

  /** Takes out what the items mean, at once. */
  void invalidate(List<String> items) {
    store.removeIf(new InvalidationMatcher(items)::matches);
  }

  EdgeCounters counters() {
    return tally.counters();
  }

  private EdgeResponse read(EdgeRequest request, Behaviour behaviour) {
    var key = new KeyBuilder(behaviour).key(request);
    var stored = store.get(key);
    if (stored != null) {
      switch (stored.freshness().at(clock.instant())) {
        case FRESH -> {
          return served(request, stored, stored.isError() ? Outcome.ERROR : Outcome.HIT);
        }
        case STALE_WHILE_REVALIDATE -> {
          refresh(request, behaviour, key, stored);
          return served(request, stored, Outcome.HIT);
        }
        case STALE -> {}
      }
    }
    // The answer to a HEAD is no object for a GET.
    if (request.method().equals("HEAD")) {
      return pass(OriginRequests.of(request, behaviour, null));
    }
    return behaviour.caches()
        ? collapsed(request, behaviour, key, stored)
        : alone(request, behaviour, key);
  }

  /** One fetch for all who want the same at the same time; what cannot be shared each fetches. */
  private EdgeResponse collapsed(
      EdgeRequest request, Behaviour behaviour, ObjectKey key, @Nullable StoredResponse stored) {
    var mine = new CompletableFuture<@Nullable Fetched>();
    var others = underWay.putIfAbsent(key, mine);
    if (others != null) {
      var fetched = others.join();
      var shared = fetched == null ? null : fetched.shared;
      if (shared == null) {
        return alone(request, behaviour, key);
      }
      return served(request, shared, shared.isError() ? Outcome.ERROR : Outcome.HIT);
    }
    // Who led before may have stored and gone between the look into the store and now.
    var latest = store.get(key);
    if (latest != null && latest.freshness().at(clock.instant()) == Freshness.State.FRESH) {
      underWay.remove(key, mine);
      mine.complete(null);
      return served(request, latest, latest.isError() ? Outcome.ERROR : Outcome.HIT);
    }
    return served(request, lead(mine, request, behaviour, key, stored));
  }

  private EdgeResponse alone(EdgeRequest request, Behaviour behaviour, ObjectKey key) {
    return served(request, fetch(request, behaviour, key, store.get(key)));
  }

  /** Fetches, and lets the waiting know, whatever comes of it. */
  private Fetched lead(
      CompletableFuture<@Nullable Fetched> mine,
      EdgeRequest request,
      Behaviour behaviour,
      ObjectKey key,
      @Nullable StoredResponse stored) {
    try {
      var fetched = fetch(request, behaviour, key, stored);
      mine.complete(fetched);
      return fetched;
    } finally {
      underWay.remove(key, mine);
      mine.complete(null);
    }
  }

  private void refresh(
      EdgeRequest request, Behaviour behaviour, ObjectKey key, StoredResponse stored) {
    var mine = new CompletableFuture<@Nullable Fetched>();
    if (underWay.putIfAbsent(key, mine) == null) {
      var get = EdgeRequest.get(request.path(), request.query(), request.fields());
      background.execute(() -> lead(mine, get, behaviour, key, stored));
    }
  }

  private Fetched fetch(
      EdgeRequest request, Behaviour behaviour, ObjectKey key, @Nullable StoredResponse stored) {
    var answer = ask(OriginRequests.of(request, behaviour, stored));
    Instant now = clock.instant();
    if (stored != null && !stored.isError()) {
      if (answer.status() == 304) {
        return kept(key, answers.confirm(stored, answer, behaviour, now), Outcome.REFRESH_HIT);
      }
      if (answer.status() >= 500 && stored.freshness().servesOnError(now)) {
        // CloudFront asks again only after the Error Caching Minimum TTL.
        var held = stored.with(stored.freshness().held(now.plus(config.errorTtl())));
        store.put(key, held);
        return new Fetched(held, Outcome.REFRESH_HIT, held);
      }
    }
    boolean error = answer.status() >= 400;
    return kept(key, answers.judge(answer, behaviour, now), error ? Outcome.ERROR : Outcome.MISS);
  }

  private Fetched kept(ObjectKey key, OriginAnswers.Judged judged, Outcome outcome) {
    var kept = judged.kept();
    if (kept == null) {
      store.remove(key);
    } else {
      store.put(key, kept);
    }
    return new Fetched(judged.response(), outcome, judged.shared() ? kept : null);
  }

  /** Through to the origin and back: nothing is stored, nothing invalidated. */
  private EdgeResponse pass(EdgeRequest request) {
    var answer = ask(request);
    var fields = answer.fields().endToEnd().where(field -> !Signature.isOwn(field));
    var outcome = answer.status() >= 400 ? Outcome.ERROR : Outcome.MISS;
    return counted(request, new EdgeResponse(answer.status(), fields, answer.body()), outcome);
  }

  private EdgeResponse ask(EdgeRequest request) {
    var fields = request.fields().with(signature.forOrigin());
    try {
      return origin.send(
          new EdgeRequest(
              request.method(), request.path(), request.query(), fields, request.body()));
    } catch (HttpTimeoutException late) {
      return Signature.failure(504, "The origin did not answer in time.", clock.instant());
    } catch (IOException unreachable) {
      return Signature.failure(502, "The origin could not be reached.", clock.instant());
    }
  }

  private EdgeResponse served(EdgeRequest request, Fetched fetched) {
    return served(request, fetched.response, fetched.outcome);
  }

  private EdgeResponse served(EdgeRequest request, StoredResponse response, Outcome outcome) {
    long age = response.freshness().age(clock.instant());
    boolean aged = age > 0 || outcome == Outcome.HIT || outcome == Outcome.REFRESH_HIT;
    var fields =
        aged ? response.fields().with(Fields.of("Age", Long.toString(age))) : response.fields();
    if (Conditional.isNotModified(request.fields(), response.status(), response.fields())) {
      var kept = Conditional.ofNotModified(fields);
      return counted(request, new EdgeResponse(304, kept, Body.EMPTY), outcome);
    }
    return counted(request, new EdgeResponse(response.status(), fields, response.body()), outcome);
  }

  private EdgeResponse counted(EdgeRequest request, EdgeResponse answer, Outcome outcome) {
    tally.count(outcome);
    traffic.count(
        clock.instant(),
        new Exchange(
            request.method(),
            answer.status(),
            outcome == Outcome.HIT || outcome == Outcome.REFRESH_HIT,
            request.body().size(),
            request.method().equals("HEAD") ? 0 : answer.body().size()));
    return signature.signed(answer, outcome);
  }
}
