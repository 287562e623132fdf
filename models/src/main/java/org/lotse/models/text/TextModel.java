package org.lotse.models.text;

import java.util.Arrays;

/**
 * Probabilities of classes from a text: hashed features weighed by how rare they are, a weight per feature and class, and
 * a softmax over all classes.
 *
 * @param column the column of the texts
 * @param rarity by feature
 * @param weights by class, by feature
 * @param intercepts by class
 * @param slope of all margins
 * @param shifts by class
 */
public record TextModel(
        String column, float[] rarity, float[][] weights, double[] intercepts, double slope, double[] shifts) {
    /** The probabilities of all classes. */
    public double[] probabilities(String text) {
        double[] margins = margins(TextSignals.of(text));
        double most = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < margins.length; k++) {
            margins[k] = slope * margins[k] + shifts[k];
            most = Math.max(most, margins[k]);
        }
        double sum = 0;
        for (int k = 0; k < margins.length; k++) {
            margins[k] = Math.exp(margins[k] - most);
            sum += margins[k];
        }
        double whole = sum;
        return Arrays.stream(margins).map(each -> each / whole).toArray();
    }

    double[] margins(TextSignals.Counts counts) {
        float[] values = values(counts, rarity);
        double[] margins = intercepts.clone();
        for (int i = 0; i < values.length; i++) {
            int place = counts.places()[i];
            for (int k = 0; k < margins.length; k++) {
                margins[k] += weights[k][place] * values[i];
            }
        }
        return margins;
    }

    /** Logarithms of counts times rarity, grams together of length one; own features are taken as they are. */
    static float[] values(TextSignals.Counts counts, float[] rarity) {
        float[] values = new float[counts.places().length];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int place = counts.places()[i];
            if (place < TextSignals.OWN) {
                values[i] = counts.counts()[i] / 4;
            } else {
                values[i] = (float) (1 + Math.log(counts.counts()[i])) * rarity[place];
                squares += values[i] * values[i];
            }
        }
        float length = (float) Math.max(1e-6, Math.sqrt(squares));
        for (int i = 0; i < values.length; i++) {
            values[i] /= counts.places()[i] < TextSignals.OWN ? 1 : length;
        }
        return values;
    }
}
