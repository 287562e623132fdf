package org.lotse.models.scoring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns a scorer's margin (log-odds, or standardised amount) into what is answered. Rising in the margin. */
public sealed interface Link {
    /** The probability, or the amount. */
    double value(double margin);

    /** Log-odds taken as they are. */
    record Logistic() implements Link {
        @Override
        public double value(double margin) {
            return sigmoid(margin);
        }
    }

    /** Log-odds stretched and shifted. */
    record Platt(double slope, double shift) implements Link {
        @Override
        public double value(double margin) {
            return sigmoid(slope * margin + shift);
        }
    }

    /**
     * A rising line through points, flat beyond its ends.
     *
     * @param margins ascending
     * @param values probabilities, not falling
     */
    record Isotonic(double[] margins, double[] values) implements Link {
        @Override
        public double value(double margin) {
            int at = Arrays.binarySearch(margins, margin);
            if (at >= 0) {
                return values[at];
            }
            int next = -at - 1;
            if (next == 0) {
                return values[0];
            }
            if (next == margins.length) {
                return values[next - 1];
            }
            double share = (margin - margins[next - 1]) / (margins[next] - margins[next - 1]);
            return values[next - 1] + share * (values[next] - values[next - 1]);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Isotonic(double[] x, double[] y)
                    && Arrays.equals(margins, x)
                    && Arrays.equals(values, y);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(margins) + 31 * Arrays.hashCode(values);
        }
    }

    /** A standardised amount back in its unit. */
    record Amount(double scale, double offset) implements Link {
        @Override
        public double value(double margin) {
            return scale * margin + offset;
        }
    }

    /** The logistic function. */
    static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
