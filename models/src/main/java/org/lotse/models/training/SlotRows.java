package org.lotse.models.training;

import org.lotse.models.scoring.AdditiveBins;
import org.lotse.models.signal.Signals;

/** The slot of every input of every row as one flat array: found once, shared by all folds and costs. */
final class SlotRows implements Design {
    private final char[] places;
    private final int[] offsets;

    /** Whether there are few enough rows, inputs and slots for one array. */
    static boolean suits(Rows rows) {
        int[] offsets = AdditiveBins.offsets(rows.signals());
        return offsets[offsets.length - 1] <= Character.MAX_VALUE
                && (long) rows.size() * rows.signals().inputs() <= Integer.MAX_VALUE - 8;
    }

    SlotRows(Rows rows) {
        Signals signals = rows.signals();
        int inputs = signals.inputs();
        this.offsets = AdditiveBins.offsets(signals);
        this.places = new char[rows.size() * inputs];
        int at = 0;
        for (double[] row : rows.codes()) {
            for (int input = 0; input < inputs; input++) {
                places[at++] = (char) (offsets[input] + signals.slot(input, row));
            }
        }
    }

    @Override
    public int weights() {
        return offsets[offsets.length - 1] + 1;
    }

    @Override
    public double sum(double[] weights, int row) {
        int inputs = offsets.length - 1;
        double sum = weights[weights.length - 1];
        for (int at = row * inputs, end = at + inputs; at < end; at++) {
            sum += weights[places[at]];
        }
        return sum;
    }

    @Override
    public void add(double value, int row, double[] into) {
        int inputs = offsets.length - 1;
        into[into.length - 1] += value;
        for (int at = row * inputs, end = at + inputs; at < end; at++) {
            into[places[at]] += value;
        }
    }

    @Override
    public void add(double value, double other, int row, double[] into, double[] others) {
        int inputs = offsets.length - 1;
        into[into.length - 1] += value;
        others[others.length - 1] += other;
        for (int at = row * inputs, end = at + inputs; at < end; at++) {
            into[places[at]] += value;
            others[places[at]] += other;
        }
    }
}
