package org.lotse.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitSoftmaxTest {
    private static final int ROWS = 4_000;

    @Test
    void answersAreAsSureAsTheyAreRightAlsoWhereRareClassesWereRaised() {
        double[][] margins = new double[2][ROWS];
        int[] classes = new int[ROWS];
        Random random = new Random(5);
        for (int row = 0; row < ROWS; row++) {
            double logOdds = -2 + 2 * random.nextGaussian();
            margins[1][row] = logOdds;
            classes[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
        }
        FitSoftmax.Fitted raised = new FitSoftmax.Fitted(1, new double[] {0, 1.5});
        int[] all = IntStream.range(0, ROWS).toArray();

        FitSoftmax.Fitted sure = FitSoftmax.sure(margins, raised, classes, all);

        double[] before = said(margins, raised, classes);
        double[] after = said(margins, sure, classes);
        assertThat(after[1]).as("share of right answers").isEqualTo(before[1]);
        assertThat(Math.abs(after[0] - after[1])).isLessThan(Math.abs(before[0] - before[1]));
        assertThat(after[0]).as("how sure").isEqualTo(after[1], within(0.02));
    }

    /** How sure the answers are on average, and how many are right. */
    private static double[] said(double[][] margins, FitSoftmax.Fitted fitted, int[] classes) {
        double[] p = new double[2];
        double[] said = new double[2];
        for (int row = 0; row < ROWS; row++) {
            FitSoftmax.probabilities(margins, fitted.slope(), fitted.shifts(), row, p);
            int answer = p[1] > p[0] ? 1 : 0;
            said[0] += p[answer] / ROWS;
            said[1] += (classes[row] == answer ? 1.0 : 0) / ROWS;
        }
        return said;
    }
}
