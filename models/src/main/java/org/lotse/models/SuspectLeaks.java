package org.lotse.models;

import java.util.ArrayList;
import java.util.List;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.registry.Finding;
import org.lotse.models.signal.Signals;
import org.lotse.models.training.Rows;

/** Finds inputs that alone separate the target so well that they are probably known only after the outcome. */
final class SuspectLeaks {
    private static final double TOO_GOOD = 0.95;

    private SuspectLeaks() {}

    static List<Finding> in(Rows rows) {
        List<Finding> findings = new ArrayList<>();
        for (int input = 0; input < rows.signals().signals().size(); input++) {
            double auc = alone(rows, input);
            if (auc >= TOO_GOOD) {
                findings.add(
                        new Finding(Finding.Code.LEAK_SUSPECTED, rows.signals().name(input), auc));
            }
        }
        return findings;
    }

    private static double alone(Rows rows, int input) {
        Signals signals = rows.signals();
        double[] counts = new double[signals.slots(input)];
        double[] positives = new double[counts.length];
        for (int row = 0; row < rows.size(); row++) {
            int slot = signals.slot(input, rows.codes()[row]);
            counts[slot]++;
            positives[slot] += rows.targets()[row];
        }
        double[] scores = new double[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            int slot = signals.slot(input, rows.codes()[row]);
            scores[row] = positives[slot] / counts[slot];
        }
        return Evaluate.auc(scores, rows.targets());
    }
}
