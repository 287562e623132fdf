package org.lotse.models.uplift;

import java.util.stream.IntStream;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.ModelDefinition;
import org.lotse.models.definition.Trainer;
import org.lotse.models.evaluation.EvaluateUplift;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.training.Learn;
import org.lotse.models.training.Rows;

/**
 * What uplift is learned from: what became of some who were treated and of some who were not.
 *
 * @param definition what is asked for
 * @param rows what is known of each, and 1 where the wanted outcome came
 * @param treated of each row, 1 for the treated and 0 for the control group
 */
public record Campaign(ModelDefinition definition, Rows rows, double[] treated) {
    /** How many rows it has. */
    public int size() {
        return treated.length;
    }

    /** The treated, or the control group. */
    public Rows arm(boolean with) {
        return rows.pick(IntStream.range(0, treated.length)
                .filter(row -> isTreated(row) == with)
                .toArray());
    }

    boolean isTreated(int row) {
        return treated[row] > 0.5;
    }

    int count(boolean with) {
        return (int) IntStream.range(0, treated.length)
                .filter(row -> isTreated(row) == with)
                .count();
    }

    /** Which rows are in a group. */
    boolean[] mask(boolean with) {
        boolean[] mask = new boolean[treated.length];
        for (int row = 0; row < mask.length; row++) {
            mask[row] = isTreated(row) == with;
        }
        return mask;
    }

    /** The share of the treated among some rows. */
    double share(int[] own) {
        return IntStream.of(own).filter(this::isTreated).count() / (double) own.length;
    }

    /** Some of the rows. */
    Campaign pick(int[] own) {
        return new Campaign(
                definition,
                rows.pick(own),
                IntStream.of(own).mapToDouble(row -> treated[row]).toArray());
    }

    Learn learn(Trainer trainer, CalibrationChoice calibration) {
        return new Learn(trainer, calibration, definition.folds(), definition.seed());
    }

    /** How well uplifts said of each row order them. */
    public Evaluation.Uplifts evaluate(double[] uplift) {
        return EvaluateUplift.uplifts(uplift, rows.targets(), treated, definition.seed());
    }

    /** How well the differences of what is said of each row as treated and as not order them. */
    Evaluation.Uplifts evaluate(double[][] arms) {
        return evaluate(IntStream.range(0, arms[0].length)
                .mapToDouble(row -> arms[0][row] - arms[1][row])
                .toArray());
    }
}
