package org.lotse.models.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lotse.engine.prediction.Contributions;
import org.lotse.engine.prediction.Predictions;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelProblem;
import org.lotse.models.history.Company;
import org.lotse.models.history.Observe;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.training.Progress;

class ServedModelsTest {
    private static final Company COMPANY = Company.generated(600, 11);
    private static ServedModels models = new ServedModels(List.of());
    private static TrainedModel accept = trained("""
            name: accept
            task: binary
            subject: customer
            target: {event: ACCEPTED, within: 14d}
            observe: at decisions
            signals: [all, action, channel]
            cross: [action x channel]
            for-each: action x channel
            trainer: linear
            """);

    private static TrainedModel trained(String text) {
        var definition = Generated.definition(text);
        var data = new Observe(Company.vocabulary(), ZoneOffset.UTC).observe(definition, COMPANY, Progress.SILENT);
        return new TrainModel().train(definition, data, Progress.SILENT, Clock.systemUTC());
    }

    @BeforeAll
    static void train() {
        models = new ServedModels(List.of(accept, trained("""
                name: churn
                task: binary
                subject: customer
                target: {event: CHURNED, within: 90d}
                observe: {every: 30d}
                trainer: linear
                """), trained("""
                name: reachability
                task: reachability
                subject: customer
                target: {field: result, is: REACHED}
                observe: {at: call}
                signals: [kind, weekday, hour, half-day]
                """), trained("""
                name: accept-uplift
                task: uplift
                subject: customer
                target: {event: ACCEPTED, within: 14d}
                observe: {at: contact}
                signals: [all, action]
                trainer: linear
                """)));
    }

    private static Terms terms(String kind, double tickets) {
        SortedMap<TermPath, Reading> readings = new TreeMap<>();
        readings.put(TermPath.parse("kind"), new Reading.Known(Value.choice(kind)));
        readings.put(TermPath.parse("tickets-90d"), new Reading.Known(Value.of(tickets)));
        return new Terms(readings);
    }

    private static double churn(Terms terms) {
        return models.predict("churn", SubjectType.CUSTOMER, terms)
                .map(Predictions.Prediction::value)
                .orElseThrow();
    }

    private static Predictions.PairPrediction accept(Terms terms, String action, String channel) {
        return models.predict("accept", SubjectType.CUSTOMER, terms, action, channel)
                .orElseThrow();
    }

    @Test
    void predictsFromTerms() {
        assertThat(churn(terms("PRIVATE", 3))).isGreaterThan(churn(terms("PRIVATE", 0)) + 0.03);
        assertThat(churn(Terms.NONE)).isBetween(0.01, 0.9);
    }

    @Test
    void predictsPairsOfActionAndChannel() {
        Terms business = terms("BUSINESS", 0);
        Terms person = terms("PRIVATE", 0);

        assertThat(accept(business, "credit", "CALL_CENTRE").propensity()).isEqualTo(0.55, within(0.1));
        assertThat(accept(person, "upsell", "EMAIL").propensity()).isEqualTo(0.1, within(0.06));
        assertThat(accept(business, "upsell", "EMAIL").propensity())
                .isLessThan(accept(business, "credit", "EMAIL").propensity());
    }

    @Test
    void fallsBackToTheModelAsAWholeForNewPairs() {
        double fresh = accept(terms("PRIVATE", 0), "never-offered", "PIGEON").propensity();

        assertThat(fresh).isBetween(0.05, 0.6);
    }

    @Test
    void fillsTheUpliftWhereThereIsEvidence() {
        assertThat(accept(terms("BUSINESS", 0), "credit", "EMAIL").uplift().orElseThrow())
                .isGreaterThan(0.2);
        assertThat(accept(terms("BUSINESS", 0), "never-offered", "EMAIL").uplift())
                .isEmpty();
    }

    @Test
    void knowsWhenACallReachesWhom() {
        Terms business = terms("BUSINESS", 0);
        Terms person = terms("PRIVATE", 0);

        assertThat(models.reached(business, DayOfWeek.TUESDAY, 10).orElseThrow())
                .isGreaterThan(0.65);
        assertThat(models.reached(business, DayOfWeek.TUESDAY, 18).orElseThrow())
                .isLessThan(0.4);
        assertThat(models.reached(person, DayOfWeek.TUESDAY, 18).orElseThrow()).isGreaterThan(0.5);
        assertThat(models.reached(person, DayOfWeek.TUESDAY, 10).orElseThrow()).isLessThan(0.4);
        assertThat(new ServedModels(List.of()).reached(person, DayOfWeek.MONDAY, 9))
                .isEmpty();
    }

    @Test
    void ownCallsCountFromTheNextMomentOn() {
        Terms person = terms("PRIVATE", 0);
        ZonedDateTime now = ZonedDateTime.of(2026, 3, 3, 18, 0, 0, 0, ZoneOffset.UTC);
        Reach unknown = models.reach(person, called("NOT_REACHED", 0), now).orElseThrow();
        Reach missed = models.reach(person, called("NOT_REACHED", 5), now).orElseThrow();
        Reach met = models.reach(person, called("REACHED", 5), now).orElseThrow();

        assertThat(unknown.calls()).isZero();
        assertThat(missed.calls()).isEqualTo(5);
        assertThat(missed.at(DayOfWeek.TUESDAY, 18)).isLessThan(unknown.at(DayOfWeek.TUESDAY, 18));
        assertThat(met.at(DayOfWeek.TUESDAY, 18)).isGreaterThan(unknown.at(DayOfWeek.TUESDAY, 18));
        assertThat(missed.model()).isEqualTo("reachability@" + models.versions().get("reachability"));
    }

    @Test
    void aTermSaysHowProbableItIsToBeReachedNow() {
        ZonedDateTime evening = ZonedDateTime.of(2026, 3, 3, 18, 0, 0, 0, ZoneOffset.UTC);
        SubjectState state = called("REACHED", 0);

        double late = models.predict("reachability", state, evening, terms("PRIVATE", 0))
                .orElseThrow()
                .value();
        double early = models.predict("reachability", state, evening.withHour(10), terms("PRIVATE", 0))
                .orElseThrow()
                .value();

        assertThat(late).isGreaterThan(early + 0.1);
        assertThat(late)
                .isEqualTo(models.reached(terms("PRIVATE", 0), DayOfWeek.TUESDAY, 18)
                        .orElseThrow());
    }

    private static SubjectState called(String result, int times) {
        SubjectId id = SubjectId.customer("c-new");
        List<Event> calls = IntStream.range(0, times)
                .mapToObj(i -> new Event(
                        "call-" + i,
                        "call",
                        id,
                        Instant.parse("2026-02-0" + (i + 1) + "T18:10:00Z"),
                        Map.of("result", Value.text(result))))
                .toList();
        return new SubjectState(id, Map.of(), calls, Map.of());
    }

    @Test
    void namesModelAndVersionAndGivesReasons() {
        assertThat(models.versions()).containsEntry("accept", accept.version()).containsKey("churn");
        assertThat(models.predict("churn", SubjectType.CUSTOMER, Terms.NONE)
                        .orElseThrow()
                        .model())
                .startsWith("churn@");
        Contributions because = models.because("churn", SubjectType.CUSTOMER, terms("PRIVATE", 4))
                .orElseThrow();
        assertThat(because.parts()).anyMatch(one -> one.signal().equals("tickets-90d") && one.share() > 0);
        assertThat(because.base()
                        + because.parts().stream()
                                .mapToDouble(Contributions.Part::share)
                                .sum())
                .isCloseTo(because.value(), within(1e-9));
        assertThat(models.predict("clv", SubjectType.CUSTOMER, Terms.NONE)).isEmpty();
        assertThat(models.predict("churn", new SubjectType("claim"), Terms.NONE))
                .isEmpty();
    }

    @Test
    void reasonsOfAPairAddUpToItsPropensity() {
        Terms terms = terms("BUSINESS", 2);
        for (String action : List.of("credit", "newsletter", "unheard-of")) {
            for (String channel : List.of("CALL_CENTRE", "EMAIL")) {
                Contributions because = models.because("accept", SubjectType.CUSTOMER, terms, action, channel)
                        .orElseThrow();

                assertThat(because.value())
                        .isEqualTo(models.predict("accept", SubjectType.CUSTOMER, terms, action, channel)
                                .orElseThrow()
                                .propensity());
                assertThat(because.base()
                                + because.parts().stream()
                                        .mapToDouble(Contributions.Part::share)
                                        .sum())
                        .isCloseTo(because.value(), within(1e-9));
            }
        }
    }

    @Test
    void refusesTwoVersionsOfOneModel() {
        assertThatThrownBy(() -> new ServedModels(List.of(accept, accept)))
                .isInstanceOf(ModelProblem.class)
                .hasMessageContaining("accept");
    }

    @Test
    void servesTheSameAfterLoading() {
        ServedModels loaded = new ServedModels(List.of(TrainedModel.fromBytes(accept.toBytes())));

        for (String action : List.of("credit", "upsell", "new")) {
            assertThat(loaded.predict("accept", SubjectType.CUSTOMER, terms("BUSINESS", 1), action, "EMAIL")
                            .orElseThrow()
                            .propensity())
                    .isEqualTo(accept(terms("BUSINESS", 1), action, "EMAIL").propensity());
        }
        assertThat(Map.copyOf(loaded.versions())).containsEntry("accept", accept.version());
    }
}
