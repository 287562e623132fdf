package org.lotse.models.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.signal.Signal;
import org.lotse.models.signal.Signals;

/**
 * How alike the weights of an input's slots are taken to be before anything is seen: neighbouring hours and neighbouring
 * bins of a number are much alike, categories are not. Only slots that were seen are learned; those between are drawn from
 * their neighbours.
 */
final class Priors {
    private static final double NUGGET = 0.05;
    private static final double HOURS = 1.5;
    private static final double HOURS_CROSSED = 2.5;
    private static final double BINS = 0.4;

    private Priors() {}

    /**
     * One input.
     *
     * @param input its number
     * @param seen the slots that rows have
     * @param precision of the weights of these slots, but for a factor
     * @param spread weights of all slots from those of the seen ones
     */
    record Prior(int input, int[] seen, double[][] precision, double[][] spread) {
        double[] all(double[] weights) {
            double[] every = new double[spread.length];
            for (int slot = 0; slot < every.length; slot++) {
                for (int i = 0; i < weights.length; i++) {
                    every[slot] += spread[slot][i] * weights[i];
                }
            }
            return every;
        }
    }

    static List<Prior> of(Signals signals, double[][] codes) {
        List<Prior> priors = new ArrayList<>();
        for (int input = 0; input < signals.inputs(); input++) {
            boolean[] seen = new boolean[signals.slots(input)];
            for (double[] code : codes) {
                seen[signals.slot(input, code)] = true;
            }
            int[] slots =
                    IntStream.range(0, seen.length).filter(slot -> seen[slot]).toArray();
            double[][] alike = alike(signals, input);
            double[][] own = new double[slots.length][slots.length];
            for (int i = 0; i < slots.length; i++) {
                for (int j = 0; j < slots.length; j++) {
                    own[i][j] = alike[slots[i]][slots[j]] + (i == j ? NUGGET : 0);
                }
            }
            double[][] precision = Cholesky.of(own).inverse();
            double[][] spread = new double[seen.length][slots.length];
            for (int slot = 0; slot < seen.length; slot++) {
                for (int i = 0; i < slots.length; i++) {
                    for (int j = 0; j < slots.length; j++) {
                        spread[slot][i] += (alike[slot][slots[j]] + (slot == slots[j] ? NUGGET : 0)) * precision[j][i];
                    }
                }
            }
            priors.add(new Prior(input, slots, precision, spread));
        }
        return priors;
    }

    private static double[][] alike(Signals signals, int input) {
        if (input < signals.signals().size()) {
            return alike(signals.signals().get(input), HOURS);
        }
        Signals.Cross cross = signals.crosses().get(input - signals.signals().size());
        double[][] left = alike(signals.signals().get(cross.left()), HOURS_CROSSED);
        double[][] right = alike(signals.signals().get(cross.right()), HOURS_CROSSED);
        double[][] both = new double[left.length * right.length][left.length * right.length];
        for (int i = 0; i < both.length; i++) {
            for (int j = 0; j < both.length; j++) {
                both[i][j] = left[i / right.length][j / right.length] * right[i % right.length][j % right.length];
            }
        }
        return both;
    }

    private static double[][] alike(Signal signal, double hours) {
        double[][] alike = new double[signal.slots()][signal.slots()];
        for (int i = 0; i < alike.length; i++) {
            for (int j = 0; j < alike.length; j++) {
                alike[i][j] = i == j ? 1 : alike(signal, i, j, hours);
            }
        }
        return alike;
    }

    private static double alike(Signal signal, int one, int other, double hours) {
        return switch (signal) {
            case Signal.Numeric numeric -> {
                int bins = numeric.slots() - 1;
                yield one >= bins || other >= bins || bins < 4 ? 0 : bell((one - other) / (BINS * bins));
            }
            case Signal.Category category -> {
                int from = hour(category, one);
                int to = hour(category, other);
                yield from < 0 || to < 0 ? 0 : bell((from - to) / hours);
            }
        };
    }

    private static int hour(Signal.Category category, int slot) {
        String value = slot < category.values().size() ? category.values().get(slot) : "";
        return value.matches("h\\d{1,2}") ? Integer.parseInt(value.substring(1)) : -1;
    }

    private static double bell(double distance) {
        return Math.exp(-distance * distance / 2);
    }
}
