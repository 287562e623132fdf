package org.lotse.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Layer;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Retention;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.Period;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** The second lock: what publishing should have refused is refused once more while deciding. */
class PurposesTest {
    private static final ActionKey CREDIT = new ActionKey("credit");
    private static final ActionKey TIP = new ActionKey("tip");

    private final World world = new World();

    @Test
    void marketingIsNotOfferedBecauseOfServiceData() {
        world.stopped.put(CREDIT, yes(rowReading(World.HEALTH)));

        assertThat(rejection(CREDIT))
                .isEqualTo(new Rejection.WrongPurpose(Purpose.MARKETING, List.of(TermPath.of(World.HEALTH))));
    }

    @Test
    void anotherRowThatMayBeReadIsEnough() {
        world.stopped.put(CREDIT, yes(rowReading(World.HEALTH), rowReading(World.VALUE)));

        assertThat(ranked()).contains("credit");
    }

    @Test
    void serviceIsOfferedBecauseOfServiceData() {
        world.attributes.put(World.VALUE, Value.of(1_000));
        world.stopped.put(TIP, yes(rowReading(World.HEALTH)));

        assertThat(ranked()).contains("tip");
    }

    @Test
    void marketingIsNotValuedByServiceData() {
        world.serviceOnly.add(World.VALUE);

        assertThat(rejection(CREDIT))
                .isEqualTo(new Rejection.WrongPurpose(Purpose.MARKETING, List.of(TermPath.of(World.VALUE))));
    }

    @Test
    void modelsForMarketingSeeNoServiceData() {
        Terms all = new Terms(new java.util.TreeMap<>(Map.of(
                TermPath.of(World.HEALTH), new Reading.Known(Value.of(1)),
                TermPath.of(World.VALUE), new Reading.Known(Value.of(2)))));

        Terms readable = all.readableFor(Purpose.MARKETING, SubjectType.CUSTOMER, world.vocabulary());

        assertThat(readable.readings().keySet()).containsExactly(TermPath.of(World.VALUE));
        assertThat(all.readableFor(Purpose.SERVICE, SubjectType.CUSTOMER, world.vocabulary()))
                .isEqualTo(all);
    }

    @Test
    void nothingIsDoneForAPurposeWithoutLegalBasis() {
        world.retention = Map.of(Purpose.SERVICE, new Retention(Period.parse("3y"), "contract"));

        assertThat(rejection(CREDIT)).isEqualTo(new Rejection.NoLegalBasis(Purpose.MARKETING));
        assertThat(rejection(CREDIT).stage()).isEqualTo(Rejection.Stage.LEGAL_BASIS);
    }

    private List<String> ranked() {
        List<String> ranked = new ArrayList<>();
        world.decided(Direction.INBOUND)
                .decision()
                .ranked()
                .forEach(each -> ranked.add(each.candidate().toString()));
        return ranked;
    }

    private Rejection rejection(ActionKey action) {
        return world.decided(Direction.INBOUND).decision().notChosen().stream()
                .filter(loser -> loser.candidate().toString().equals(action.value()))
                .findFirst()
                .orElseThrow()
                .rejection();
    }

    private static Verdict yes(Firing... rows) {
        return new Verdict.Passed(Layer.APPLICABILITY, List.of(rows));
    }

    private static Firing rowReading(TermKey term) {
        return new Firing(
                new RowRef("tables/x.csv", "", 3, "row"),
                List.of(new Comparison(
                        TermPath.of(term), Operator.FROM, List.of(Value.of(1)), Optional.of(Value.of(2)), "B3", true)));
    }
}
