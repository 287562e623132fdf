package org.lotse.api.population;

import java.util.Arrays;

/**
 * How the values of a numeric term are distributed.
 *
 * @param values the different values, ascending; where there are very many, an evenly spaced choice of them
 * @param upTo how many subjects have that value or a lower one
 */
record Distribution(double[] values, long[] upTo) {
    /** More different values than this are thinned out; a percentile is then off by 0.01 at most. */
    static final int MOST = 10_000;

    /** The distribution of these values, which are sorted on the way. */
    static Distribution of(double[] sample) {
        Arrays.sort(sample);
        int step = Math.max(1, sample.length / MOST);
        double[] values = new double[sample.length];
        long[] upTo = new long[sample.length];
        int count = 0;
        for (int i = 0; i < sample.length; i++) {
            boolean last = i + 1 == sample.length || sample[i] != sample[i + 1];
            boolean keep = count == 0 || i + 1 == sample.length || i + 1 - upTo[count - 1] >= step;
            if (last && keep) {
                values[count] = sample[i];
                upTo[count++] = i + 1;
            }
        }
        return new Distribution(Arrays.copyOf(values, count), Arrays.copyOf(upTo, count));
    }

    /** The share of the population, 0..100, with a lower value; half of those with the same value count. */
    double percentile(double value) {
        int place = Arrays.binarySearch(values, value);
        int next = place >= 0 ? place : -place - 1;
        double below = next == 0 ? 0 : upTo[next - 1];
        double same = place >= 0 ? upTo[place] - below : 0;
        return 100 * (below + same / 2) / size();
    }

    /** The value in the middle; of an even number the mean of the two. */
    double median() {
        return (at((size() - 1) / 2) + at(size() / 2)) / 2;
    }

    /** The most frequent value, of several the lowest. */
    double mode() {
        int best = 0;
        long most = 0;
        for (int i = 0; i < values.length; i++) {
            long times = upTo[i] - (i == 0 ? 0 : upTo[i - 1]);
            if (times > most) {
                most = times;
                best = i;
            }
        }
        return values[best];
    }

    private long size() {
        return upTo[upTo.length - 1];
    }

    private double at(long rank) {
        int place = Arrays.binarySearch(upTo, rank + 1);
        return values[place >= 0 ? place : -place - 1];
    }
}
