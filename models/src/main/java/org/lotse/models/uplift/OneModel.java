package org.lotse.models.uplift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lotse.models.definition.CalibrationChoice;
import org.lotse.models.definition.Trainer;
import org.lotse.models.registry.Member;
import org.lotse.models.signal.NumberForm;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;
import org.lotse.models.training.FixSignal;
import org.lotse.models.training.Learned;
import org.lotse.models.training.Progress;
import org.lotse.models.training.Rows;

/**
 * One model of everybody in which the treatment is a signal (the S-learner), crossed with every other one; each row is
 * asked twice, as treated and as not.
 */
public final class OneModel {
    private OneModel() {}

    /** Learns it. */
    public static Way learn(Campaign campaign, Trainer trainer, Progress progress) {
        Rows rows = campaign.rows();
        double[] treated = campaign.treated();
        Signals narrow = rows.signals();
        Signals wide = withTreatment(
                narrow, campaign.definition().treatment().orElseThrow().column());
        int size = rows.size();
        double[][] codes = new double[2 * size][];
        double[] targets = new double[2 * size];
        int[] groups = new int[2 * size];
        boolean[] learned = new boolean[2 * size];
        for (int row = 0; row < size; row++) {
            for (int copy = 0; copy < 2; copy++) {
                int at = row + copy * size;
                codes[at] = Arrays.copyOf(rows.codes()[row], narrow.signals().size() + 1);
                codes[at][narrow.signals().size()] = copy == 0 ? treated[row] : 1 - treated[row];
                targets[at] = rows.targets()[row];
                groups[at] = rows.groups()[row];
                learned[at] = copy == 0;
            }
        }
        Learned all = campaign.learn(trainer, CalibrationChoice.PLATT)
                .probabilities(new Rows(wide, codes, targets, groups), learned, progress);
        double[][] arms = new double[2][size];
        for (int row = 0; row < size; row++) {
            int other = row + size;
            arms[0][row] = all.outOfFold()[treated[row] > 0.5 ? row : other];
            arms[1][row] = all.outOfFold()[treated[row] > 0.5 ? other : row];
        }
        return new Way(
                "one model of both, " + all.learner(),
                Way.Moves.UNSAID,
                arms,
                campaign.evaluate(arms),
                Map.of(
                        Member.TREATED, fixed(all, wide, narrow, 1, size),
                        Member.CONTROL, fixed(all, wide, narrow, 0, size)));
    }

    private static Signals withTreatment(Signals narrow, String treatment) {
        List<Signal> signals = new ArrayList<>(narrow.signals());
        signals.add(new Signal.Numeric(treatment + " (treatment)", NumberForm.PLAIN, new double[] {0.5}));
        List<Signals.Cross> crosses = new ArrayList<>(narrow.crosses());
        for (int i = 0; i < narrow.signals().size(); i++) {
            crosses.add(new Signals.Cross(narrow.signals().size(), i));
        }
        return new Signals(signals, crosses);
    }

    private static Member fixed(Learned all, Signals wide, Signals narrow, double code, int size) {
        return new Member(
                FixSignal.of(all.scorer(), wide, narrow, code),
                all.link(),
                "one model of both, " + all.learner(),
                size,
                all.hasSignal(),
                new byte[0]);
    }
}
