package dev.frontdesk.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  @Test
  void keepsNothingButErrorsWhereCachingIsDisabled() {
    var ttl = of(behaviour(DISABLED, KeyPart.NONE), cell(200, "s-maxage=500"), false);
    assertFalse(ttl.cached());
    assertEquals(List.of(new Step(Reason.CACHING_DISABLED, 0)), ttl.why());
    assertTrue(of(behaviour(DISABLED, KeyPart.NONE), cell(500, null), false).cached());
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
    var answer = new OriginAnswer(cell.status(), cell.headers(), TtlCells.NOON.plusSeconds(3));
    return EffectiveTtl.of(
        behaviour, cell.status(), answer.lifetime(), variesWithAll, TtlCells.ERROR_SECONDS);
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
