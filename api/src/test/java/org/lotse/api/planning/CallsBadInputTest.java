package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.UnsoundProblem;
import org.lotse.engine.planning.Watch;
import org.lotse.engine.planning.calls.CallPlan;
import org.lotse.engine.planning.calls.CallReason;
import org.lotse.engine.planning.calls.solver.FlowPlanCalls;
import org.lotse.engine.term.Language;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with a call problem is named with its place, its item and the way out; no plan is made of it. */
class CallsBadInputTest {
    private static final String GOOD = """
            {"slotMinutes": 60, "callMinutes": 10, "zone": "Europe/Berlin",
             "agents": [{"id": "anna", "skills": [], "shifts": [{"from": "2026-11-23T08:00", "to": "2026-11-23T12:00"}]}],
             "candidates": [{"customerId": "c-1", "value": 100, "closing": 0.5, "skills": [],
                             "reachability": {"2026-11-23T08:00": 0.5}}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"agents\": [{' | '\"agents\": [], \"nobody\": [{' | /nobody | nobody",
                "'\"closing\": 0.5' | '\"closing\": 1.5' | /candidates/0/closing | 1.5",
                "'\"value\": 100' | '\"value\": -3' | /candidates/0/value | -3",
                "'\"callMinutes\": 10' | '\"callMinutes\": 90' | /callMinutes | 90",
                "'\"slotMinutes\": 60' | '\"slotMinutes\": 0' | /slotMinutes | 0",
                "'T08:00\": 0.5' | 'T08:00\": 2' | /candidates/0/reachability | 2",
                "'\"skills\": [],\n                 \"reach' | '\"attempts\": 9, \"reach' | /candidates/0/attempts | 9",
                "'\"value\": 100' | '\"value\": 100, \"spacingHours\": -1' | /candidates/0/spacingHours | -1",
                "'\"value\": 100' | '\"value\": 100, \"preferredAgent\": \"zoe\"' | /candidates/0/preferredAgent | zoe",
                "'\"value\": 100' | '\"value\": 100, \"promised\": {\"agent\": \"zoe\", \"at\": \"2026-11-23T09:00\"}' | /candidates/0/promised/agent | zoe",
                "'\"to\": \"2026-11-23T12:00\"' | '\"to\": \"2026-11-23T07:00\"' | /agents/0/shifts/0 | anna",
                "'Europe/Berlin' | 'Europe/Nowhere' | /zone | Europe/Nowhere",
                "'2026-11-23T08:00\": 0.5' | '2026-03-29T02:30\": 0.5' | /candidates/0/reachability | 02:30",
                "'\"zone\"' | '\"fairness\": -1, \"zone\"' | /fairness | -1"
            })
    void isNamedWithItsPlaceAndItsValue(String good, String bad, String pointer, String value) {
        UnsoundProblem unsound =
                catchThrowableOfType(UnsoundProblem.class, () -> plan(GOOD.replace(good.replace("\\n", "\n"), bad)));

        assertThat(unsound).as("what is wrong with %s", bad).isNotNull();
        assertThat(unsound.flaws()).anySatisfy(flaw -> {
            assertThat(flaw.pointer()).startsWith(pointer);
            assertThat(new PlanningWords(Language.EN).text(flaw))
                    .contains(value)
                    .doesNotContain("{");
            assertThat(new PlanningWords(Language.DE).text(flaw)).doesNotContain("{");
        });
    }

    @Test
    void noAgentIsNoPlan() {
        UnsoundProblem unsound = catchThrowableOfType(UnsoundProblem.class, () -> plan("""
                        {"slotMinutes": 60, "callMinutes": 10, "zone": "Europe/Berlin", "agents": [], "candidates": []}"""));

        assertThat(unsound.flaws())
                .anySatisfy(flaw -> assertThat(flaw.pointer()).isEqualTo("/agents"));
    }

    @Test
    void aPromiseNobodyCanKeepIsNamedAndThePlanSaysSo() {
        CallPlan plan = plan(GOOD.replace(
                "\"value\": 100", "\"value\": 100, \"promised\": {\"agent\": \"anna\", \"at\": \"2026-11-23T19:00\"}"));

        assertThat(plan.feasible()).isFalse();
        assertThat(plan.left().getFirst().reason()).isInstanceOf(CallReason.PromisedAgentOff.class);
    }

    @Test
    void schoolHolidaysLowerTheChanceOrCloseTheDay() {
        SchoolHolidays school = SchoolHolidays.read(
                "school.csv",
                List.of("Region;From;To;Reached", "DE-BY;2026-08-03;2026-09-14;0.7", "DE-SN;2026-08-03;2026-08-09;0"));

        assertThat(school.factor("DE", "DE-BY-AG", LocalDate.of(2026, 8, 3))).isEqualTo(0.7);
        assertThat(school.factor("DE", "DE-SN", LocalDate.of(2026, 8, 9))).isZero();
        assertThat(school.factor("DE", "DE-HH", LocalDate.of(2026, 8, 9))).isEqualTo(1);
        assertThat(school.factor("DE", "DE-BY", LocalDate.of(2026, 9, 15))).isEqualTo(1);
    }

    @Test
    void aSchoolHolidayThatIsNoneIsNamedByItsLine() {
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> SchoolHolidays.read(
                                "school.csv", List.of("Region;From;To;Reached", "DE;3.8.2026;2026-09-14;0.7"))))
                .hasMessageContaining("school.csv:2")
                .hasMessageContaining("Maybe");
    }

    private static CallPlan plan(String json) {
        PlanningJson planning = new PlanningJson();
        return new FlowPlanCalls()
                .plan(planning.calls(new JsonMapper().readTree(json)), Limits.ofSeconds(2, 0), Watch.none());
    }
}
