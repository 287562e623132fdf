package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.scoring.Link;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;

class LearnEffectTest {
    private static final int ROWS = 8_000;

    private final double[] hunts = new double[ROWS];
    private final double[] waits = new double[ROWS];
    private final double[] known = new double[ROWS];
    private final double[] treated = new double[ROWS];

    @Test
    void findsWhoIsMovedOnlyWhereTwoThingsMeet() {
        Rows rows = rows(1.2, 3);

        LearnEffect.Effect effect = new LearnEffect(5, 1).learn(rows, treated, known, Progress.SILENT);

        assertThat(effect.evidence()).isGreaterThan(2);
        assertThat(mean(effect, rows, true)).isEqualTo(1.2, within(0.35));
        assertThat(mean(effect, rows, false)).isEqualTo(0, within(0.15));
    }

    @Test
    void doesNotLendToOthersWhatMovesTheFew() {
        double lent = IntStream.range(0, 6)
                .mapToDouble(campaign -> {
                    Rows rows = rows(1.2, campaign);
                    return mean(new LearnEffect(5, 1).learn(rows, treated, known, Progress.SILENT), rows, false);
                })
                .average()
                .orElseThrow();

        assertThat(lent).isEqualTo(0, within(0.056));
    }

    @Test
    void asksSeveralSearchesWhetherThereIsAnyDifference() {
        LearnEffect.Effect none = new LearnEffect(5, 1).learn(rows(0, 5), treated, known, Progress.SILENT);

        assertThat(none.learner()).isEqualTo("one effect for all");
        assertThat(none.outOfFold()).containsOnly(none.outOfFold()[0]);
    }

    @Test
    void growsNoTreeWhereAllAreMovedAlikeInMostCampaigns() {
        long alike = IntStream.range(0, 6)
                .filter(campaign -> new LearnEffect(5, 1)
                                .learn(rows(0, campaign), treated, known, Progress.SILENT)
                                .evidence()
                        < 1)
                .count();

        assertThat(alike).isGreaterThanOrEqualTo(5);
    }

    @Test
    void countsForTheTreatedAndAgainstTheOthers() {
        LearnEffect.Effect effect = new LearnEffect(5, 1).learn(rows(1.2, 3), treated, known, Progress.SILENT);

        assertThat(effect.counts(true) - effect.counts(false)).isEqualTo(1, within(1e-12));
        assertThat(effect.counts(true) * effect.share() + effect.counts(false) * (1 - effect.share()))
                .isEqualTo(0, within(1e-12));
    }

    private static double mean(LearnEffect.Effect effect, Rows rows, boolean both) {
        int hunts = rows.signals().indexOf("hunts");
        int waits = rows.signals().indexOf("waits");
        return IntStream.range(0, ROWS)
                .filter(row -> (rows.codes()[row][hunts] > 0.5 && rows.codes()[row][waits] > 0.5) == both)
                .mapToDouble(row -> effect.scorer().margin(rows.codes()[row]))
                .average()
                .orElseThrow();
    }

    /** Three of ten buy; who hunts bargains and waits for one is moved by so much, the others not. */
    private Rows rows(double moved, long seed) {
        Random random = new Random(seed);
        double[] age = new double[ROWS];
        String[] bought = new String[ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            hunts[row] = random.nextDouble();
            waits[row] = random.nextDouble();
            age[row] = random.nextDouble();
            treated[row] = random.nextInt(2);
            known[row] = -1.5 + age[row];
            double effect = hunts[row] > 0.5 && waits[row] > 0.5 ? moved : 0;
            double p = Link.sigmoid(known[row] + treated[row] * effect);
            targets[row] = random.nextDouble() < p ? 1 : 0;
            bought[row] = targets[row] > 0.5 ? "1" : "0";
        }
        Table table = Generated.table(
                new Column.Numbers("hunts", hunts.clone()),
                new Column.Numbers("waits", waits.clone()),
                new Column.Numbers("age", age),
                new Column.Texts("bought", bought));
        Signals signals = new ChooseSignals()
                .choose(table, Generated.definition("name: a\ntask: binary\ntarget: bought\npositive: \"1\"\n"))
                .signals();
        return new Rows(
                signals, signals.code(table), targets, IntStream.range(0, ROWS).toArray());
    }
}
