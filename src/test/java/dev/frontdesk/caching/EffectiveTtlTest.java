package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.frontdesk.caching.EffectiveTtl.Reason;
import dev.frontdesk.caching.EffectiveTtl.Step;
import dev.frontdesk.caching.TtlCells.Cell;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectiveTtlTest {
  private static final TtlPolicy DISABLED = new TtlPolicy(0, 0, 0);

  @ParameterizedTest
  @MethodSource("dev.frontdesk.caching.TtlCells#all")
  void followsTheTable(Cell cell) {
    var ttl = of(behaviour(cell.policy(), KeyPart.NONE), cell, false);
    assertEquals(cell.expected(), told(ttl));
    assertEquals(
        cell.expected().contains(Reason.MINIMUM_OVERRIDES_ORIGIN.name()), ttl.overrulesOrigin());
  }

  @ParameterizedTest
  @MethodSource("dev.frontdesk.caching.TtlCells#stale")
  void servesStaleAsTheGuideHasIt(Cell cell) {
    var behaviour = behaviour(cell.policy(), KeyPart.NONE);
    var ttl = of(behaviour, cell, false);
    var use = StaleUse.of(behaviour, cell.status(), answer(cell).lifetime().control(), ttl);
    assertEquals(
        cell.expected(),
        "%s %d %d %s %s"
            .formatted(
                ttl.cached() ? ttl.seconds() : "-",
                use.revalidating().untilSeconds(),
                use.failing().untilSeconds(),
                word(use.revalidating()),
                word(use.failing())));
  }

  private static String word(StaleUse.Span span) {
    return span.rule().name().replace("_TO_MAXIMUM", "");
  }

  @Test
  void servesNothingStaleOfWhatIsNotKept() {
    for (var behaviour :
        List.of(behaviour(DISABLED, KeyPart.NONE), behaviour(TtlCells.FROM_TEN, KeyPart.ALL))) {
      var cell = cell(200, "max-age=50, stale-while-revalidate=20, stale-if-error=30");
      var use =
          StaleUse.of(
              behaviour, 200, answer(cell).lifetime().control(), of(behaviour, cell, false));
      assertEquals(new StaleUse.Span(StaleUse.Rule.NOTHING_THERE, 0), use.revalidating());
      assertEquals(new StaleUse.Span(StaleUse.Rule.NOTHING_THERE, 0), use.failing());
    }
  }

  @Test
  void keepsNothingAndNoErrorWhereCachingIsDisabled() {
    var ttl = of(behaviour(DISABLED, KeyPart.NONE), cell(200, "s-maxage=500"), false);
    assertFalse(ttl.cached());
    assertEquals(List.of(new Step(Reason.CACHING_DISABLED, 0)), ttl.why());
    var error = of(behaviour(DISABLED, KeyPart.NONE), cell(500, "max-age=60"), false);
    assertFalse(error.cached());
    assertEquals(List.of(new Step(Reason.CACHING_DISABLED, 0)), error.why());
  }

  @Test
  void keepsNothingWhereAllHeadersAreInTheKey() {
    var ttl = of(behaviour(TtlCells.FROM_TEN, KeyPart.ALL), cell(200, "s-maxage=500"), false);
    assertFalse(ttl.cached());
    assertEquals(List.of(new Step(Reason.ALL_HEADERS_IN_KEY, 0)), ttl.why());
  }

  @Test
  void keepsNothingThatIsNoObjectOrNeverTheSame() {
    var behaviour = behaviour(TtlCells.FROM_TEN, KeyPart.NONE);
    for (int status : new int[] {103, 206, 304}) {
      assertEquals("- NO_OBJECT", told(of(behaviour, cell(status, "s-maxage=500"), false)));
    }
    assertEquals("- VARIES_WITH_ALL", told(of(behaviour, cell(200, "s-maxage=500"), true)));
    assertEquals("500 S_MAXAGE = =", told(of(behaviour, cell(301, "s-maxage=500"), false)));
  }

  private static Cell cell(int status, @Nullable String control) {
    return new Cell(status, control, null, DISABLED, "");
  }

  private static Behaviour behaviour(TtlPolicy policy, KeyPart headers) {
    return new Behaviour(
        "*", "p", "policy", policy, new CacheKey(KeyPart.NONE, headers, KeyPart.NONE));
  }

  private static EffectiveTtl of(Behaviour behaviour, Cell cell, boolean variesWithAll) {
    return EffectiveTtl.of(
        behaviour, cell.status(), answer(cell).lifetime(), variesWithAll, TtlCells.ERROR_SECONDS);
  }

  private static OriginAnswer answer(Cell cell) {
    return new OriginAnswer(cell.status(), cell.headers(), TtlCells.NOON.plusSeconds(3));
  }

  private static String told(EffectiveTtl ttl) {
    assertEquals(ttl.seconds(), ttl.why().getLast().seconds(), ttl::toString);
    return (ttl.cached() ? ttl.seconds() : "-")
        + ttl.why().stream()
            .map(step ->
                switch (step.reason()) {
                  case NOT_BELOW_MINIMUM, NOT_ABOVE_MAXIMUM -> "=";
                  case RAISED_TO_MINIMUM -> "RAISED";
                  case LOWERED_TO_MAXIMUM -> "LOWERED";
                  case NOT_BELOW_ERROR_MINIMUM -> "NOT_BELOW_ERROR";
                  default -> step.reason().name();
                })
            .collect(Collectors.joining(" ", " ", ""));
  }
}
