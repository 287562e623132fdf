package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lotse.models.Generated;
import org.lotse.models.scoring.BoostedTrees;
import org.lotse.models.signal.ChooseSignals;
import org.lotse.models.signal.Column;
import org.lotse.models.signal.Signals;
import org.lotse.models.signal.Table;

class GrownTreesTest {
    private static final int ROWS = 3000;
    private static final Growth GROWTH = new Growth(4, 0.1, 5, 1, 0.8, 0.8);

    /** Half of the letters raise the target, and a number above 5 that is often missing. */
    private static Rows rows() {
        Random random = new Random(4);
        String[] letters = new String[ROWS];
        double[] numbers = new double[ROWS];
        double[] targets = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            int letter = random.nextInt(12);
            letters[row] = "L" + (char) ('A' + letter);
            numbers[row] = random.nextInt(4) == 0 ? Double.NaN : random.nextDouble() * 10;
            double p = 0.1 + (letter % 2 == 0 ? 0.5 : 0) + (numbers[row] > 5 ? 0.3 : 0);
            targets[row] = random.nextDouble() < p ? 1 : 0;
        }
        Table table = Generated.table(new Column.Texts("letter", letters), new Column.Numbers("number", numbers));
        Signals signals = new ChooseSignals()
                .choose(table, Generated.definition("name: a\ntask: binary\ntarget: y\n"))
                .signals();
        return new Rows(
                signals, signals.code(table), targets, IntStream.range(0, ROWS).toArray());
    }

    private static Boost grown(Rows rows, BinnedRows binned, int trees) {
        boolean[] all = new boolean[ROWS];
        Arrays.fill(all, true);
        Sample sample = new Sample(rows, new Folds(rows, 5, 1), all, Objective.LOGISTIC);
        Boost boost = new Boost(binned, sample, IntStream.range(0, ROWS).toArray(), GROWTH, 5);
        for (int tree = 0; tree < trees; tree++) {
            boost.step();
        }
        return boost;
    }

    @Test
    void flatFormGivesTheMarginsOfTheTraining() {
        Rows rows = rows();
        Boost boost = grown(rows, new BinnedRows(rows), 200);

        BoostedTrees flat = boost.trees().first(200, boost.start());

        assertThat(flat.sets()).isNotEmpty();
        for (int row = 0; row < ROWS; row++) {
            assertThat(flat.margin(rows.codes()[row])).isEqualTo(boost.margin(row), within(1e-5));
        }
    }

    @Test
    void meanOfSeveralEnsemblesIsOneEnsemble() {
        Rows rows = rows();
        BinnedRows binned = new BinnedRows(rows);
        Boost one = grown(rows, binned, 80);
        Boost other = grown(rows, binned, 40);
        FlatTrees both = new FlatTrees();

        both.add(one.trees(), 80, 0.5);
        both.add(other.trees(), 40, 0.5);

        BoostedTrees mean = both.first(both.count(), (one.start() + other.start()) / 2);
        for (int row = 0; row < 200; row++) {
            assertThat(mean.margin(rows.codes()[row]))
                    .isEqualTo((one.margin(row) + other.margin(row)) / 2, within(1e-5));
        }
    }

    @Test
    void taskOfCategoriesIsSolvedBySets() {
        Rows rows = rows();
        Boost boost = grown(rows, new BinnedRows(rows), 60);

        double[] margins = IntStream.range(0, ROWS).mapToDouble(boost::margin).toArray();

        assertThat(org.lotse.models.evaluation.Evaluate.auc(margins, rows.targets()))
                .isGreaterThan(0.8);
    }

    @Test
    void blendWeighsTheBetterLearnerMore() {
        Rows rows = rows();
        boolean[] all = new boolean[ROWS];
        Arrays.fill(all, true);
        Sample sample = new Sample(rows, new Folds(rows, 5, 1), all, Objective.LOGISTIC);
        Random random = new Random(9);
        double[] good = grown(rows, new BinnedRows(rows), 40).trees().count() > 0
                ? IntStream.range(0, ROWS)
                        .mapToDouble(row -> 2 * rows.targets()[row] - 1 + random.nextGaussian())
                        .toArray()
                : new double[ROWS];
        double[] noise = random.doubles(ROWS).map(d -> d - 0.5).toArray();

        Attempt blend = new Blend(
                        java.util.List.of(
                                new Attempt("good", good, sample.loss(good), () -> new Fitted(constant(), new byte[0])),
                                new Attempt(
                                        "noise", noise, sample.loss(noise), () -> new Fitted(constant(), new byte[0]))),
                        sample)
                .attempt();

        assertThat(blend.loss()).isLessThan(sample.loss(good));
        assertThat(blend.learner()).matches("blend of [1-2]\\.\\d+ x good and -?0\\.\\d+ x noise");
    }

    private static org.lotse.models.scoring.Scorer constant() {
        return new org.lotse.models.scoring.Constant(0);
    }
}
