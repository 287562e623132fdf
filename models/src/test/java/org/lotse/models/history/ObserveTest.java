package org.lotse.models.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;
import org.lotse.models.Generated;
import org.lotse.models.TrainingData;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.training.Progress;

class ObserveTest {
    private static final SubjectId ID = SubjectId.customer("c-1");
    private final int[] next = {0};

    private static final ModelDefinition CHURN = Generated.definition("""
            name: churn
            task: binary
            subject: customer
            target: {event: CHURNED, within: 90d}
            observe: {every: 30d}
            """);

    private Event event(String type, String time, Map<String, Value> data) {
        return Company.event(ID, next, type, Instant.parse(time), data);
    }

    private static TrainingData observe(ModelDefinition definition, Company company) {
        return new Observe(Company.vocabulary(), ZoneOffset.UTC).observe(definition, company, Progress.SILENT);
    }

    private static double[] numbers(TrainingData data, String name) {
        Column column = data.table().require(name, "The test");
        double[] numbers = new double[column.size()];
        for (int row = 0; row < numbers.length; row++) {
            numbers[row] = column.number(row, NumberForm.PLAIN);
        }
        return numbers;
    }

    private static Story story(List<Event> events) {
        return new Story(
                ID,
                List.of(
                        new Story.Version(
                                Instant.parse("2025-01-01T00:00:00Z"),
                                Map.of(new TermKey("kind"), Value.choice("PRIVATE"))),
                        new Story.Version(
                                Instant.parse("2025-08-01T00:00:00Z"),
                                Map.of(new TermKey("kind"), Value.choice("BUSINESS")))),
                events,
                Map.of());
    }

    @Test
    void looksEveryMonthUntilTheSubjectLeavesAndSeesNothingLater() {
        Story story = story(List.of(
                event("ticket", "2025-03-01T00:00:00Z", Map.of()),
                event("ticket", "2025-07-01T00:00:00Z", Map.of()),
                event("CHURNED", "2025-09-01T00:00:00Z", Map.of())));

        TrainingData data = observe(CHURN, new Company(story));

        // known since 1 Jan; looked at 90 days before the end less multiples of 30: 6 Jan, 5 Feb, 7 Mar .. 5 Jul, 4 Aug
        assertThat(numbers(data, "target")).containsExactly(0, 0, 0, 0, 0, 1, 1, 1);
        assertThat(numbers(data, "tickets-90d")).containsExactly(0, 0, 1, 1, 1, 0, 1, 1);
        assertThat(numbers(data, "left")).containsOnly(0);
        assertThat(data.table().require("kind", "test").text(6)).isEqualTo("PRIVATE");
        assertThat(data.table().require("kind", "test").text(7)).isEqualTo("BUSINESS");
    }

    @Test
    void seesWhoDidNothingButLeave() {
        Story story = story(List.of(event("CHURNED", "2025-09-01T00:00:00Z", Map.of())));

        TrainingData data = observe(CHURN, new Company(story));

        assertThat(numbers(data, "target")).contains(1);
    }

    @Test
    void leavesOutMomentsWhoseHorizonHasNotPassed() {
        Instant late = Instant.parse("2025-11-01T00:00:00Z");
        Story story = new Story(
                ID,
                List.of(new Story.Version(late, Map.of(new TermKey("kind"), Value.choice("PRIVATE")))),
                List.of(event("ticket", late.toString(), Map.of())),
                Map.of());

        assertThatThrownBy(() -> observe(CHURN, new Company(story)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("nothing churn");
    }

    @Test
    void doesNotKnowTheResultOfTheCallItPredicts() {
        ModelDefinition reach = Generated.definition("""
                name: reachability
                task: binary
                subject: customer
                target: {field: result, is: REACHED}
                observe: {at: call}
                signals: [all, weekday, hour, half-day]
                """);
        Story story = story(List.of(
                event(
                        "call",
                        "2025-05-05T09:00:00Z",
                        Map.of("result", Value.text("REACHED"), "weekday", Value.of(1), "hour", Value.of(11))),
                event("call", "2025-05-06T16:00:00Z", Map.of("result", Value.text("NOT_REACHED")))));

        TrainingData data = observe(reach, new Company(story));

        assertThat(numbers(data, "target")).containsExactly(1, 0);
        assertThat(numbers(data, "calls-180d")).containsExactly(0, 1);
        assertThat(numbers(data, "reached-180d")).containsExactly(0, 1);
        Column hour = data.table().require("hour", "test");
        assertThat(hour.text(0)).isEqualTo("h11");
        assertThat(hour.text(1)).isEqualTo("h16");
        assertThat(data.table().require("half-day", "test").text(1)).isEqualTo("2-pm");
    }

    @Test
    void joinsContactsWithOutcomesOfTheSameActionInTime() {
        ModelDefinition accept = Generated.definition("""
                name: accept
                task: binary
                subject: customer
                target: {event: ACCEPTED, within: 14d}
                observe: at decisions
                for-each: action x channel
                """);
        Story story = story(List.of(
                contact("2025-05-01T09:00:00Z", "upsell", "TREATED"),
                event("ACCEPTED", "2025-05-10T09:00:00Z", Map.of("action", Value.text("upsell"))),
                contact("2025-05-02T09:00:00Z", "credit", "TREATED"),
                contact("2025-05-03T09:00:00Z", "credit", "CONTROL"),
                contact("2025-06-01T09:00:00Z", "upsell", "TREATED"),
                event("ACCEPTED", "2025-06-20T09:00:00Z", Map.of("action", Value.text("upsell")))));

        TrainingData data = observe(accept, new Company(story));

        assertThat(numbers(data, "target")).containsExactly(1, 0, 0);
        assertThat(data.table().require("action", "test").text(1)).isEqualTo("credit");
        assertThat(data.table().require("channel", "test").text(0)).isEqualTo("EMAIL");
    }

    private Event contact(String time, String action, String group) {
        return event(
                "contact",
                time,
                Map.of("action", Value.text(action), "channel", Value.text("EMAIL"), "group", Value.text(group)));
    }

    @Test
    void neverUsesSensitiveTermsNorThoseOfAnotherPurpose() {
        TrainingData data = observe(CHURN, Company.generated(30, 1));

        assertThat(data.table().column("gender")).isEmpty();
        assertThat(data.table().column("name")).isEmpty();
        assertThat(data.table().column("churn")).isEmpty();
        assertThat(data.leftOut())
                .contains(new LeftOut("gender", LeftOut.Why.SENSITIVE), new LeftOut("name", LeftOut.Why.PURPOSE));
        assertThatThrownBy(() -> observe(withSignals("[all, gender]"), Company.generated(3, 1)))
                .hasMessageContaining("sensitive");
        assertThatThrownBy(() -> observe(withSignals("[all, name]"), Company.generated(3, 1)))
                .hasMessageContaining("purpose");
        assertThatThrownBy(() -> observe(withSignals("[all, no-such-term]"), Company.generated(3, 1)))
                .hasMessageContaining("no-such-term");
        assertThatThrownBy(() -> observe(withSignals("[all, churn]"), Company.generated(3, 1)))
                .hasMessageContaining("itself");
    }

    @Test
    void usesASensitiveTermOnlyWhereItIsDeclaredLawfulWithAReason() {
        ModelDefinition declared = Generated.definition(CHURN.text()
                + "purpose: service\nsignals: [all, gender]\nlawful: {gender: the tariff is priced by it by law}\n");

        assertThat(observe(declared, Company.generated(30, 1)).table().column("gender"))
                .isPresent();
        assertThatThrownBy(() -> Generated.definition(CHURN.text() + "lawful: {gender: yes}\n"))
                .hasMessageContaining("lawful")
                .hasMessageContaining("why");
        assertThatThrownBy(() -> observe(
                        Generated.definition(CHURN.text() + "lawful: {shoe-size: it was always done so}\n"),
                        Company.generated(3, 1)))
                .hasMessageContaining("shoe-size");
    }

    @Test
    void leavesOutTheTimesItIsToldTo() {
        ModelDefinition without =
                Generated.definition(CHURN.text() + "leave-out: [2024-03-01/2024-04-30, 2025-11-01/2025-11-30]\n");

        TrainingData all = observe(CHURN, Company.generated(30, 1));
        TrainingData left = observe(without, Company.generated(30, 1));

        assertThat(all.times()).hasSize(all.table().rows());
        assertThat(left.times()).hasSizeLessThan(all.times().length);
        assertThat(Arrays.stream(left.times())
                        .mapToObj(time -> Instant.ofEpochMilli(time).toString().substring(0, 7)))
                .isNotEmpty()
                .doesNotContain("2024-03", "2024-04", "2025-11");
        assertThatThrownBy(() -> Generated.definition(CHURN.text() + "leave-out: [2025-11-30/2025-11-01]\n"))
                .hasMessageContaining("leave-out");
    }

    private static ModelDefinition withSignals(String signals) {
        return Generated.definition(CHURN.text() + "signals: " + signals + "\n");
    }

    @Test
    void takesASeededSampleOfManyMoments() {
        ModelDefinition sampled = Generated.definition(CHURN.text() + "sample: 200\n");

        TrainingData once = observe(sampled, Company.generated(100, 1));
        TrainingData again = observe(sampled, Company.generated(100, 1));

        assertThat(once.table().rows()).isEqualTo(200);
        assertThat(again.table().hash()).isEqualTo(once.table().hash());
        assertThat(again.groups()).isEqualTo(once.groups());
    }
}
