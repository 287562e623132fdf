package org.lotse.engine.arbitration;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Thompson sampling over candidates whose worth is uncertain: each draws a worth from a normal distribution around its
 * priority, the highest draw wins (Thompson 1933; with normal distributions Agrawal and Goyal 2013).
 *
 * <p>The probability of winning is the integral over one candidate's draw of the chance that all others stay below it. It
 * is computed by Gauss-Legendre quadrature in pieces that are cut where another candidate's distribution function is
 * steep, which keeps the error below 1e-6.
 */
final class Thompson {
    private static final double FARTHEST = 8;
    /** The nodes and weights of eight-point Gauss-Legendre quadrature on -1..1, positive half. */
    private static final double[] NODES = {
        0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363
    };

    private static final double[] WEIGHTS = {
        0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763
    };
    private static final double[] CUTS = {-7, -4, -2, 0, 2, 4, 7};
    /** Another distribution function this much narrower than the candidate's is steep between even cuts. */
    private static final double STEEP = 0.3;

    private final double[] means;
    private final double[] deviations;

    Thompson(double[] means, double[] deviations) {
        this.means = means.clone();
        this.deviations = deviations.clone();
    }

    /** Draws a winner. */
    int sample(RandomGenerator random) {
        int winner = 0;
        int tied = 1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < means.length; i++) {
            double drawn = means[i] + deviations[i] * random.nextGaussian();
            if (drawn > highest) {
                highest = drawn;
                winner = i;
                tied = 1;
            } else if (drawn == highest && random.nextInt(++tied) == 0) {
                winner = i;
            }
        }
        return winner;
    }

    /** With which probability a candidate draws highest; several equal ones without uncertainty share it evenly. */
    double winning(int candidate) {
        return deviations[candidate] == 0 ? certain(candidate) : uncertain(candidate);
    }

    private double certain(int candidate) {
        double chance = 1;
        int tied = 1;
        for (int other = 0; other < means.length; other++) {
            if (other != candidate && deviations[other] == 0 && means[other] == means[candidate]) {
                tied++;
            } else if (other != candidate) {
                chance *= below(other, means[candidate]);
            }
        }
        return chance / tied;
    }

    private double uncertain(int candidate) {
        double[] cuts = cuts(candidate);
        double sum = 0;
        for (int piece = 1; piece < cuts.length; piece++) {
            double half = (cuts[piece] - cuts[piece - 1]) / 2;
            double middle = (cuts[piece] + cuts[piece - 1]) / 2;
            if (half > 0) {
                for (int node = 0; node < NODES.length; node++) {
                    double step = half * NODES[node];
                    sum += half * WEIGHTS[node] * (at(candidate, middle - step) + at(candidate, middle + step));
                }
            }
        }
        return Math.clamp(sum, 0.0, 1.0);
    }

    /** The density of the candidate's draw, times the chance that all others stay below it. */
    private double at(int candidate, double deviationsAway) {
        double drawn = means[candidate] + deviations[candidate] * deviationsAway;
        double density = Normal.density(deviationsAway);
        for (int other = 0; other < means.length && density > 0; other++) {
            if (other != candidate) {
                density *= below(other, drawn);
            }
        }
        return density;
    }

    private double below(int other, double drawn) {
        return deviations[other] == 0
                ? (means[other] < drawn ? 1 : 0)
                : Normal.below((drawn - means[other]) / deviations[other]);
    }

    /** Where to cut, in deviations of the candidate from its mean: evenly, and around each steep step of another. */
    private double[] cuts(int candidate) {
        double[] cuts = new double[(int) (2 * FARTHEST) + 1 + CUTS.length * means.length];
        int count = 0;
        for (double cut = -FARTHEST; cut <= FARTHEST; cut++) {
            cuts[count++] = cut;
        }
        for (int other = 0; other < means.length; other++) {
            double middle = (means[other] - means[candidate]) / deviations[candidate];
            double width = deviations[other] / deviations[candidate];
            if (other != candidate && width < STEEP) {
                for (double cut : CUTS) {
                    cuts[count++] = Math.clamp(middle + cut * width, -FARTHEST, FARTHEST);
                }
            }
        }
        double[] sorted = Arrays.copyOf(cuts, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
