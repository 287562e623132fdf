package org.lotse.models.drift;

import java.util.stream.IntStream;

/**
 * Which of many comparisons hold together: with Holm's step-down procedure the chance of a single false alarm among all of
 * them stays at the level, however many there are and however they hang together.
 */
public final class Holm {
    private Holm() {}

    /**
     * @param p the probability of each difference by chance alone
     * @param level chance of any false alarm among them
     * @return which are beyond chance
     */
    public static boolean[] beyondChance(double[] p, double level) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] beyond = new boolean[p.length];
        for (int i = 0; i < order.length && p[order[i]] <= level / (p.length - i); i++) {
            beyond[order[i]] = true;
        }
        return beyond;
    }
}
