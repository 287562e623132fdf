package org.lotse.models.scoring;

import java.util.Arrays;
import org.lotse.models.signal.Signals;

/** A weight for each slot of each input, added up: a linear model over bins and categories. */
public final class AdditiveBins implements Scorer {
    private final Signals signals;
    private final int[] offsets;
    private final double[] weights;
    private final double[] averages;
    private final double intercept;

    /**
     * @param signals the inputs
     * @param weights of all slots of the first input, then of the second, ...
     * @param averages the mean weight of each input over the rows learned from
     * @param intercept what is added for every row
     */
    public AdditiveBins(Signals signals, double[] weights, double[] averages, double intercept) {
        this.signals = signals;
        this.offsets = offsets(signals);
        this.weights = weights.clone();
        this.averages = averages.clone();
        this.intercept = intercept;
        if (weights.length != offsets[signals.inputs()] || averages.length != signals.inputs()) {
            throw new IllegalArgumentException("There are " + weights.length + " weights and " + averages.length
                    + " averages for " + offsets[signals.inputs()] + " slots of " + signals.inputs() + " inputs.");
        }
    }

    /** Where the weights of each input start; the last entry is their number. */
    public static int[] offsets(Signals signals) {
        int[] offsets = new int[signals.inputs() + 1];
        for (int input = 0; input < signals.inputs(); input++) {
            offsets[input + 1] = offsets[input] + signals.slots(input);
        }
        return offsets;
    }

    @Override
    public double margin(double[] row) {
        double sum = intercept;
        for (int input = 0; input < offsets.length - 1; input++) {
            sum += weights[offsets[input] + signals.slot(input, row)];
        }
        return sum;
    }

    /** By how much the row's value of an input lies above its average in the margin. */
    public double contribution(int input, double[] row) {
        return weights[offsets[input] + signals.slot(input, row)] - averages[input];
    }

    /** The margin of an average row; with all contributions it adds up to the margin. */
    public double base() {
        double sum = intercept;
        for (double average : averages) {
            sum += average;
        }
        return sum;
    }

    /** The same with every weight multiplied. */
    public AdditiveBins times(double factor) {
        return new AdditiveBins(
                signals,
                Arrays.stream(weights).map(weight -> factor * weight).toArray(),
                Arrays.stream(averages).map(average -> factor * average).toArray(),
                factor * intercept);
    }

    public double[] weights() {
        return weights.clone();
    }

    public double[] averages() {
        return averages.clone();
    }

    public double intercept() {
        return intercept;
    }
}
