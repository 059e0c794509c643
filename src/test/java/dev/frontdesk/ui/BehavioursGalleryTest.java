package dev.frontdesk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.caching.Behaviour;
import dev.frontdesk.caching.CacheKey;
import dev.frontdesk.caching.Delivery;
import dev.frontdesk.caching.Distribution;
import dev.frontdesk.caching.ErrorTtls;
import dev.frontdesk.caching.Forwarding;
import dev.frontdesk.caching.KeyPart;
import dev.frontdesk.caching.TtlPolicy;
import dev.frontdesk.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** The Behaviours page in its states, as pictures in target/gallery, for people to look at. */
@ExtendWith(ApplicationExtension.class)
class BehavioursGalleryTest {
  private static final String MEMBERS = "/projects/atlas/members";
  private static final String PROJECTS = "/members/m2001/projects";
  private static final String DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  private static final TtlPolicy YEAR = new TtlPolicy(1, 86_400, 31_536_000);

  @Test
  void explained() throws Exception {
    show(
        "behaviours",
        BehavioursGalleryTest::company,
        page -> {
          explain(page, PROJECTS);
          // Patterns and paths are told from one another by how they end.
          assertEquals(List.of(), page.cut("behaviour-match"));
          assertEquals(List.of(), page.cut("behaviour-routes"));
          assertEquals(List.of(), page.cut("behaviour-distribution"));
        });
  }

  @Test
  void nothingExplainedYet() throws Exception {
    show("behaviours-first", BehavioursGalleryTest::company, page -> page.click("nav-behaviours"));
  }

  @Test
  void manyWarnings() throws Exception {
    show(
        "behaviours-warnings",
        () -> {
          FakeSession session = company();
          session
              .prober()
              .originSays(
                  "/shop/cart",
                  200,
                  Map.of(
                      "cache-control", List.of("s-maxage=2592000, private"),
                      "set-cookie", List.of("basket=12; Path=/")));
          return session;
        },
        page -> {
          explain(page, "https://api.acme.example/shop/cart");
          assertWarned(page);
        });
  }

  @Test
  void servedStale() throws Exception {
    show(
        "behaviours-stale",
        () -> {
          FakeSession session = company();
          session
              .prober()
              .originSays(
                  "/shop/list",
                  200,
                  Map.of(
                      "cache-control",
                          List.of(
                              "max-age=3600, stale-while-revalidate=604800, stale-if-error=86400,"
                                  + " no-cache=\"Set-Cookie\""),
                      "set-cookie", List.of("basket=12; Path=/")));
          return session;
        },
        page -> {
          explain(page, "/shop/list");
          assertEquals(List.of(), page.cut("behaviour-browser"));
        });
  }

  @Test
  void wrongInput() throws Exception {
    show(
        "behaviours-wrong",
        BehavioursGalleryTest::company,
        page -> explain(page, "https://other.example/projects"));
  }

  @Test
  void silentOrigin() throws Exception {
    show(
        "behaviours-silent",
        () -> {
          FakeSession session = company();
          session.prober().originSays(MEMBERS, 0, Map.of());
          session.prober().originSays(PROJECTS, 0, Map.of());
          return session;
        },
        page -> {
          explain(page, MEMBERS);
          assertWarned(page);
        });
  }

  @Test
  void error() throws Exception {
    show(
        "behaviours-error",
        () -> {
          FakeSession session = company();
          session
              .prober()
              .originSays(
                  "/projects/none/members?page=2",
                  404,
                  Map.of("cache-control", List.of("max-age=5")));
          return session;
        },
        page -> explain(page, "/projects/none/members?page=2"));
  }

  @Test
  void failed() throws Exception {
    show(
        "behaviours-failed",
        () -> {
          FakeSession session = company();
          session
              .distributions()
              .trouble(
                  new Problem.Denied(
                      "cloudfront:GetDistribution",
                      "user/amara is not authorized to perform cloudfront:GetDistribution",
                      "4f2c9d1e-77aa"));
          return session;
        },
        page -> page.click("nav-behaviours"));
  }

  /** In sight, without scrolling. */
  private static void assertWarned(Pictures.Page page) {
    Node first = page.find("behaviour-warnings", Pane.class).getChildren().getFirst();
    assertTrue(page.isInSight(first), "the first warning is out of sight");
  }

  // Stories

  private static void explain(Pictures.Page page, String path) {
    page.click("nav-behaviours");
    page.type("behaviour-path", path);
    page.click("behaviour-explain");
  }

  /** The company behind a distribution with policies of every kind. */
  private static FakeSession company() {
    FakeSession session = FakeSession.company();
    session
        .distributions()
        .put(
            new Distribution(
                List.of("d111111abcdef8.cloudfront.net", "api.acme.example"),
                List.of(
                    ours(
                        "/projects/*/members",
                        "frontdesk-members",
                        new TtlPolicy(0, 86_400, 86_400)),
                    ours("/projects/*", "frontdesk-short", new TtlPolicy(0, 60, 3_600)),
                    managed(
                        "/members/*", OPTIMIZED, "CachingOptimized", YEAR, Forwarding.KEY_ALONE),
                    managed(
                        "/auth/*",
                        DISABLED,
                        "CachingDisabled",
                        new TtlPolicy(0, 0, 0),
                        Forwarding.EVERYTHING),
                    new Behaviour(
                        "/shop/*",
                        "",
                        "",
                        new TtlPolicy(5, 86_400, 31_536_000),
                        new CacheKey(KeyPart.NONE, KeyPart.NONE, KeyPart.listed("basket")),
                        new Delivery(
                            "shop",
                            Delivery.METHODS,
                            Delivery.READING,
                            false,
                            Forwarding.EVERYTHING)),
                    managed("/static/*", OPTIMIZED, "CachingOptimized", YEAR, Forwarding.KEY_ALONE),
                    managed(
                        "*",
                        DISABLED,
                        "CachingDisabled",
                        new TtlPolicy(0, 0, 0),
                        Forwarding.NOT_KNOWN)),
                "Cache-Tag",
                Map.of("members-api", "api.internal.acme.example", "shop", "shop.acme.example"),
                new ErrorTtls(Map.of(404, 60L, 503, 5L))));
    session
        .prober()
        .originSays(MEMBERS, 200, Map.of("cache-control", List.of("max-age=0, s-maxage=86400")))
        .originSays(
            PROJECTS,
            200,
            Map.of(
                "cache-control", List.of("max-age=0, s-maxage=86400"),
                "cache-tag", List.of("member-m2001, all")));
    return session;
  }

  private static Behaviour ours(String pattern, String policy, TtlPolicy ttl) {
    return new Behaviour(
        pattern,
        "f0d0e000-0001-4000-8000-000000000001",
        policy,
        ttl,
        new CacheKey(KeyPart.listed("page"), KeyPart.NONE, KeyPart.NONE),
        delivery(Forwarding.KEY_ALONE));
  }

  private static Behaviour managed(
      String pattern, String id, String name, TtlPolicy ttl, Forwarding forwarding) {
    return new Behaviour(pattern, id, "Managed-" + name, ttl, CacheKey.PATH, delivery(forwarding));
  }

  private static Delivery delivery(Forwarding forwarding) {
    return new Delivery("members-api", Delivery.METHODS, Delivery.READING, true, forwarding);
  }

  private static void show(String name, Supplier<FakeSession> sessions, Pictures.Story story)
      throws Exception {
    Pictures.picture(name + "-light", ColorScheme.LIGHT, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-dark", ColorScheme.DARK, 1280, 800, sessions.get(), story);
    Pictures.picture(name + "-narrow-light", ColorScheme.LIGHT, 1000, 700, sessions.get(), story);
    Pictures.picture(name + "-narrow-dark", ColorScheme.DARK, 1000, 700, sessions.get(), story);
  }
}
