package dev.frontdesk.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.Verdict;
import dev.frontdesk.ui.Answers;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Now;
import dev.frontdesk.ui.kit.Work;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProbeModelTest {
  private static final String PATH = "/projects/atlas/members";

  private final FakeSession session = FakeSession.company();
  private final Deque<Runnable> calls = new ArrayDeque<>();
  private final InstantSource clock = InstantSource.fixed(FakeSession.START);
  private final ProbeModel model =
      new ProbeModel(
          session.open().probing(clock),
          new Work(calls::add, Runnable::run, () -> true),
          new Now(clock));

  @AfterEach
  void close() {
    session.open().close();
  }

  @Test
  void nothingIsAskedForNothing() {
    model.input().set("  ");
    model.ask();
    assertInstanceOf(Load.Idle.class, model.probe().get());
    assertTrue(calls.isEmpty());
  }

  @Test
  void cancellingKeepsWhatWasShownAndDropsTheAnswer() {
    session
        .prober()
        .says(PATH, Answers.hit(42, 2, "editor", 9), Answers.fromOrigin(42, 2, "editor"));
    model.ask(PATH);
    calls.remove().run();
    assertEquals(Verdict.FRESH, verdict());

    session
        .prober()
        .says(PATH, Answers.hit(41, 2, "editor", 9), Answers.fromOrigin(42, 2, "editor"));
    model.ask();
    assertTrue(model.probe().get().isLoading());
    model.cancel();
    calls.remove().run();
    assertInstanceOf(Load.Loaded.class, model.probe().get());
    assertEquals(Verdict.FRESH, verdict());

    model.again();
    calls.remove().run();
    assertEquals(Verdict.STALE, verdict());
  }

  /** F5 asks the last question as it was put, and leaves alone what is being written meanwhile. */
  @Test
  void askingAgainAsksTheSameAddressWithTheSameHeaders() {
    String address = session.open().connection().site().edgeUrl() + PATH;
    model.input().set(address);
    model.headers().set("X-Tenant: acme");
    model.ask();
    calls.remove().run();
    assertEquals(address, model.input().get());

    model.again();
    calls.remove().run();
    assertEquals(PATH, model.probe().get().newest().orElseThrow().path());
    assertEquals(Map.of("X-Tenant", "acme"), session.prober().sentToEdge());
    assertEquals(address, model.input().get());

    model.input().set("/projects/bor");
    model.headers().set("X-Tenant: b");
    model.again();
    calls.remove().run();
    assertEquals(PATH, model.probe().get().newest().orElseThrow().path());
    assertEquals(Map.of("X-Tenant", "acme"), session.prober().sentToEdge());
    assertEquals("/projects/bor", model.input().get());
    assertEquals("X-Tenant: b", model.headers().get());
  }

  @Test
  void afterCancellingAgainMeansWhatIsShown() {
    model.ask(PATH);
    calls.remove().run();
    model.ask("/projects/borealis/members");
    model.ask("/projects/cedar/members");
    model.cancel();
    calls.clear();

    model.again();
    calls.remove().run();
    assertEquals(PATH, model.probe().get().newest().orElseThrow().path());
  }

  /** What could not be asked is tried again as well; what was never asked is not. */
  @Test
  void againAfterARefusalAsksWhatWasRefused() {
    model.again();
    assertTrue(calls.isEmpty());
    model.ask("https://elsewhere.example/x");
    calls.remove().run();
    assertTrue(model.probe().get().trouble().isPresent());
    model.again();
    calls.remove().run();
    assertTrue(model.probe().get().trouble().isPresent());
    assertTrue(session.prober().originAsked().isEmpty());
  }

  @Test
  void aQuestionThatWasCancelledIsNotAskedAnyMore() {
    model.ask(PATH);
    model.cancel();
    assertInstanceOf(Load.Idle.class, model.probe().get());
    calls.remove().run();
    assertTrue(session.prober().originAsked().isEmpty());
  }

  /** A secret given for one path goes to no other by itself. */
  @Test
  void headersStayWithTheirPath() {
    model.headers().set("Authorization: Bearer abc");
    model.input().set(PATH);
    model.ask();
    calls.remove().run();
    assertEquals("Authorization: ••••••", model.headers().get());
    model.ask(PATH);
    calls.remove().run();
    assertEquals("Bearer abc", session.prober().sentToEdge().get("Authorization"));

    model.ask("/projects/borealis/members");
    calls.remove().run();
    assertTrue(session.prober().sentToEdge().isEmpty());
    assertEquals("", model.headers().get());
  }

  @Test
  void aWrongHeaderIsToldAndNothingAsked() {
    model.headers().set("Host: a");
    model.ask();
    model.input().set(PATH);
    model.ask();
    calls.remove().run();
    assertTrue(model.probe().get().trouble().isPresent());
    assertTrue(session.prober().originAsked().isEmpty());
  }

  private Verdict verdict() {
    return model.probe().get().newest().orElseThrow().verdict();
  }
}
