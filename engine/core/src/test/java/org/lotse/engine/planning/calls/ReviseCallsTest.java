package org.lotse.engine.planning.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lotse.engine.planning.calls.CallOutcome.Kind;

class ReviseCallsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NINE = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant FIFTEEN = NINE.plusSeconds(6 * 3_600);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void whoWasReachedIsCalledNoMoreAndTheCallKeepsItsPlace() {
        CallProblem left = revised(Kind.REACHED, null);

        assertThat(left.candidates()).singleElement().satisfies(made -> {
            assertThat(made.promised()).isEqualTo(new Candidate.Promise("anna", NINE));
            assertThat(made.customerId()).startsWith("c");
        });
    }

    @Test
    void whoWasNotReachedMayBeTriedAgainAfterAWhile() {
        CallProblem left = revised(Kind.NOT_REACHED, null);

        Candidate again = left.candidates().getLast();
        assertThat(again.customerId()).isEqualTo("c");
        assertThat(again.reachability()).containsOnlyKeys(FIFTEEN);
    }

    @Test
    void whoAsksForACallBackGetsIt() {
        CallProblem left = revised(Kind.CALL_BACK, FIFTEEN.plusSeconds(600));

        Candidate asked = left.candidates().getLast();
        assertThat(asked.promised()).isEqualTo(new Candidate.Promise("anna", FIFTEEN.plusSeconds(600)));
        assertThat(asked.reachability()).containsOnlyKeys(FIFTEEN);
    }

    @Test
    void whoIsPassedOverTakesNoPlace() {
        assertThat(revised(Kind.SKIPPED, null).candidates()).isEmpty();
    }

    @Test
    void afterThreeAttemptsADayItIsEnough() {
        CallOutcome once = outcome(Kind.NOT_REACHED, null);

        CallProblem left = new ReviseCalls(problem(), TWO_HOURS, 3).at(NINE, List.of(once, once, once));

        assertThat(left.candidates()).extracting(Candidate::customerId).doesNotContain("c");
    }

    @Test
    void slotsThatHavePassedAreShut() {
        CallProblem left = new ReviseCalls(problem(), TWO_HOURS, 3).at(NINE.plusSeconds(3_600), List.of());

        assertThat(left.candidates().getFirst().reachability()).containsOnlyKeys(FIFTEEN);
    }

    @Test
    void callsThatWereMadeBearTheirCustomersNames() {
        CallPlan plan = new CallPlan(
                List.of(new CallPlan.Call("c\u00001", "anna", NINE, 5), new CallPlan.Call("c", "anna", FIFTEEN, 4)),
                List.of(),
                9,
                0,
                9,
                0,
                true);

        CallPlan named = ReviseCalls.named(plan);

        assertThat(named.calls()).extracting(CallPlan.Call::customerId).containsExactly("c", "c");
        assertThat(named.calls()).extracting(CallPlan.Call::attempt).containsExactly(1, 2);
    }

    private static CallProblem revised(Kind kind, @org.jspecify.annotations.Nullable Instant back) {
        return new ReviseCalls(problem(), TWO_HOURS, 3).at(NINE.plusSeconds(60), List.of(outcome(kind, back)));
    }

    private static CallOutcome outcome(Kind kind, @org.jspecify.annotations.Nullable Instant back) {
        return new CallOutcome("c", "anna", NINE, kind, NINE.plusSeconds(60), back);
    }

    private static CallProblem problem() {
        Agent anna = new Agent("anna", Set.of(), List.of(new Agent.Shift(NINE, NINE.plusSeconds(8 * 3_600))));
        Candidate candidate = new Candidate(
                "c",
                100,
                0.5,
                Set.of(),
                null,
                null,
                null,
                null,
                Map.of(NINE, 0.4, NINE.plusSeconds(3_600), 0.5, FIFTEEN, 0.3));
        return new CallProblem(
                60, 10, BERLIN, List.of(anna), List.of(candidate.without(Set.of(NINE.plusSeconds(3_600)))));
    }
}
