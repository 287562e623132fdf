package org.lotse.models.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.models.Generated;
import org.lotse.models.TrainModel;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.history.Company;
import org.lotse.models.history.Observe;
import org.lotse.models.history.Story;
import org.lotse.models.refill.RefillModel;
import org.lotse.models.registry.TrainedModel;
import org.lotse.models.training.Progress;

/** Sixty offices that buy toner every sixty days, the even ones every forty. */
class ServedReplenishmentTest {
    private static final Instant START = Instant.parse("2025-01-01T09:00:00Z");
    private static final ModelDefinition DEFINITION = Generated.definition("""
            name: replenishment
            task: replenishment
            subject: customer
            observe: {at: purchase}
            product: product
            """);
    private static final ServedModels MODELS = new ServedModels(List.of(trained()));

    private static TrainedModel trained() {
        Story[] stories = new Story[60];
        for (int office = 0; office < stories.length; office++) {
            SubjectId id = SubjectId.customer("o-" + office);
            int step = office % 2 == 0 ? 40 : 60;
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                events.add(bought(id, "toner", step * i + office % 7));
            }
            stories[office] = new Story(id, List.of(), events, Map.of());
        }
        return new TrainModel()
                .train(
                        DEFINITION,
                        new Observe(Company.vocabulary(), ZoneOffset.UTC)
                                .observe(DEFINITION, new Company(stories), Progress.SILENT),
                        Progress.SILENT,
                        Clock.fixed(START, ZoneOffset.UTC));
    }

    private static Event bought(SubjectId id, String product, int day) {
        return new Event(
                id.id() + product + day,
                "purchase",
                id,
                START.plus(Duration.ofDays(day)),
                Map.of("product", Value.text(product)));
    }

    private static SubjectState state(Event... events) {
        return new SubjectState(SubjectId.customer("c-new"), Map.of(), List.of(events), Map.of());
    }

    @Test
    void aTermSaysInHowManyDaysTheNextProductIsDue() {
        SubjectId id = SubjectId.customer("c-new");
        SubjectState quick = state(bought(id, "toner", 0), bought(id, "toner", 40), bought(id, "toner", 80));
        Instant now = START.plus(Duration.ofDays(90));

        double in = MODELS.predict("replenishment", quick, now.atZone(ZoneOffset.UTC), Terms.NONE)
                .orElseThrow()
                .value();

        assertThat(in).isEqualTo(31, within(4.0));
        assertThat(MODELS.predict("replenishment", state(), now.atZone(ZoneOffset.UTC), Terms.NONE))
                .isEmpty();
    }

    @Test
    void purchasesAfterTheMomentDoNotCount() {
        SubjectId id = SubjectId.customer("c-new");
        Instant now = START.plus(Duration.ofDays(10));
        List<RefillModel.Due> due =
                MODELS.due("replenishment", state(bought(id, "toner", 0), bought(id, "toner", 12)), now);

        assertThat(due).hasSize(1);
        assertThat(due.getFirst().intervals()).isZero();
        assertThat(due.getFirst().interval()).isBetween(38.0, 62.0);
    }
}
