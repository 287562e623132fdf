package org.lotse.api.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lotse.api.events.RecordEvents;
import org.lotse.api.model.JdbcServedModels;
import org.lotse.api.subjects.DeliverSubjects;
import org.lotse.api.subjects.Delivery;
import org.lotse.api.testing.ServiceTest;
import org.lotse.engine.term.Event;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.SubjectState;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;
import org.lotse.models.serving.ServedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Before a model is serving: groups and rules stand in, and say so. Long ago, so that no other test's calls are seen. */
@ServiceTest
class AskReachIT {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SubjectId WHO = SubjectId.customer("c-ask-reach");

    @Autowired
    private DeliverSubjects deliver;

    @Autowired
    private RecordEvents record;

    @Autowired
    private JdbcServedModels models;

    @Autowired
    private JdbcClient database;

    @Test
    void ruleBeforeThereAreCallsThenWhatHoldsForAll() {
        AskReach asking = new AskReach(models, database);
        ServedModels none = new ServedModels(List.of());
        Instant before = Instant.parse("1999-01-01T00:00:00Z");
        AskReach.Answer rule = asking.asOf(none, before, BERLIN).of(Terms.NONE, SubjectState.unknown(WHO));
        assertThat(rule.basis()).isEqualTo(new ReachBasis.Basis.Rule());
        assertThat(rule.at().applyAsDouble(DayOfWeek.MONDAY, 9))
                .isEqualTo(rule.at().applyAsDouble(DayOfWeek.FRIDAY, 17));

        deliver.deliver(List.of(new Delivery(WHO, Map.of(), Map.of(), before)), DeliverSubjects.Mode.REPLACE);
        List<Event> calls = new ArrayList<>();
        for (int week = 0; week < 40; week++) {
            // Mondays: at ten in Berlin somebody answers, at fifteen nobody does
            Instant monday = Instant.parse("1998-01-05T09:10:00Z").plusSeconds(week * 7L * 86_400);
            boolean summer = BERLIN.getRules().isDaylightSavings(monday);
            Instant ten = summer ? monday.minusSeconds(3_600) : monday;
            calls.add(call("ask-" + week + "-am", ten, "REACHED"));
            calls.add(call("ask-" + week + "-pm", ten.plusSeconds(5 * 3_600), "NOT_REACHED"));
        }
        record.record(calls);

        AskReach.Answer group = asking.asOf(none, before, BERLIN).of(Terms.NONE, SubjectState.unknown(WHO));

        assertThat(group.basis()).isEqualTo(new ReachBasis.Basis.Group(80));
        assertThat(group.at().applyAsDouble(DayOfWeek.MONDAY, 10)).isGreaterThan(0.85);
        assertThat(group.at().applyAsDouble(DayOfWeek.MONDAY, 15)).isLessThan(0.15);
        assertThat(group.at().applyAsDouble(DayOfWeek.TUESDAY, 10)).isBetween(0.7, 0.9);
        assertThat(group.at().applyAsDouble(DayOfWeek.TUESDAY, 12)).isEqualTo(0.5);
    }

    private static Event call(String id, Instant at, String result) {
        return new Event(id, "call", WHO, at, Map.of("result", Value.text(result)));
    }
}
