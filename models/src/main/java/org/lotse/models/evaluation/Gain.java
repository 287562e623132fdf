package org.lotse.models.evaluation;

import java.util.Arrays;

/**
 * By how much one way says better than another what became of the same rows.
 *
 * @param mean of the rows' gains
 * @param error standard error of that mean
 */
public record Gain(double mean, double error) {
    /** The gain over rows, of each of which it is known. */
    public static Gain of(double[] gains) {
        double mean = Arrays.stream(gains).average().orElse(0);
        double squares = Arrays.stream(gains).map(gain -> gain * gain).average().orElse(0);
        return new Gain(mean, Math.sqrt(Math.max(0, squares - mean * mean) / gains.length));
    }

    /** Whether it is more than so many standard errors. */
    public boolean exceeds(double errors) {
        return mean > errors * error;
    }
}
