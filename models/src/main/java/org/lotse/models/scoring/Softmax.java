package org.lotse.models.scoring;

/** Turns margins of several classes into probabilities that add up to one. */
public final class Softmax {
    private Softmax() {}

    /** In place, without allocating. */
    public static void of(double[] margins) {
        double most = Double.NEGATIVE_INFINITY;
        for (double margin : margins) {
            most = Math.max(most, margin);
        }
        double sum = 0;
        for (int k = 0; k < margins.length; k++) {
            margins[k] = Math.exp(margins[k] - most);
            sum += margins[k];
        }
        for (int k = 0; k < margins.length; k++) {
            margins[k] /= sum;
        }
    }
}
