package org.lotse.models.reach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.value.Minimize;

/**
 * Finds by how much subjects differ from their kind: what predicts each call best from the calls before it. Attempts that
 * stop at success would flatter anything that looks at other calls than earlier ones.
 */
final class FitHabit {
    /** Long stories cost more than their share. */
    private static final long MOST_WORK = 40_000;

    private static final double CLOSE = 2e-6;
    private static final double[] USUAL = {1, 0, Math.log(0.5), Math.log(0.3), Math.log(0.3), Math.log(0.3)};
    private static final double[] LOOSE = {1, 1, 1.5, 1.5, 1.5, 1.5};

    private final CallColumns.Calls calls;
    private final double[] margins;
    private final double[] targets;
    private final List<int[]> bySubject;

    /**
     * @param margins what the kind's habits say of each row, out of fold
     * @param targets 1 and 0
     */
    FitHabit(CallColumns.Calls calls, double[] margins, double[] targets) {
        this.calls = calls;
        this.margins = margins;
        this.targets = targets;
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < margins.length; row++) {
            String subject = calls.subjects()[row];
            rows.computeIfAbsent(subject.isEmpty() ? "row " + row : subject, some -> new ArrayList<>())
                    .add(row);
        }
        this.bySubject = rows.values().stream()
                .map(own -> own.stream()
                        .sorted(Comparator.comparingDouble((Integer row) -> calls.at()[row])
                                .thenComparingInt(row -> calls.hours()[row]))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toList();
    }

    ReachModel.Scale fit() {
        List<int[]> some = new ArrayList<>();
        int rows = 0;
        long work = 0;
        for (int[] own : bySubject) {
            if (work < MOST_WORK) {
                some.add(own);
                rows += own.length;
                work += (long) own.length * own.length;
            }
        }
        int counted = rows;
        return scale(Minimize.from(USUAL.clone(), at -> loss(at, some, counted), CLOSE));
    }

    /** The probability of each row, from calls of earlier days. */
    double[] predicted(ReachModel.Scale scale) {
        double[] predicted = new double[margins.length];
        bySubject.forEach(own -> predict(scale, own, predicted));
        return predicted;
    }

    /** The calls of each subject, in order of time. */
    Map<String, List<Call>> memory(double[] asServed) {
        Map<String, List<Call>> memory = new LinkedHashMap<>();
        for (int[] own : bySubject) {
            String subject = calls.subjects()[own[0]];
            if (!subject.isEmpty()) {
                memory.put(
                        subject,
                        IntStream.of(own)
                                .skip(Math.max(0, own.length - OwnHabits.MOST))
                                .mapToObj(row -> call(row, asServed[row]))
                                .toList());
            }
        }
        return memory;
    }

    private double loss(double[] at, List<int[]> some, int rows) {
        ReachModel.Scale scale = scale(at);
        double[] predicted = new double[margins.length];
        double sum = 0;
        for (int[] own : some) {
            predict(scale, own, predicted);
            for (int row : own) {
                sum += Evaluate.loss(predicted[row], targets[row]);
            }
        }
        double drawn = 0;
        for (int i = 0; i < at.length; i++) {
            drawn += (at[i] - USUAL[i]) * (at[i] - USUAL[i]) / (2 * LOOSE[i] * LOOSE[i]);
        }
        return (sum + drawn) / rows;
    }

    private void predict(ReachModel.Scale scale, int[] own, double[] predicted) {
        List<Call> before = new ArrayList<>();
        OwnHabits habits = new OwnHabits(scale, before);
        int known = 0;
        for (int row : own) {
            int now = known;
            while (now < own.length
                    && call(own[now], margins[own[now]]).isKnownAt(calls.at()[row])
                    && !Double.isNaN(calls.at()[row])) {
                before.add(call(own[now], margins[own[now]]));
                now++;
            }
            if (now > known) {
                habits = new OwnHabits(scale, before);
                known = now;
            }
            predicted[row] = habits.chance(margins[row], calls.weekdays()[row], calls.hours()[row]);
        }
    }

    private Call call(int row, double margin) {
        return new Call(calls.at()[row], calls.weekdays()[row], calls.hours()[row], margin, targets[row] > 0.5);
    }

    private static ReachModel.Scale scale(double[] at) {
        double[] variances = Arrays.stream(at).skip(2).map(Math::exp).toArray();
        return new ReachModel.Scale(
                Math.max(0.05, at[0]), at[1], new Habit(variances[0], variances[1], variances[2], variances[3]));
    }
}
