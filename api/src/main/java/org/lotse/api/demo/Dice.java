package org.lotse.api.demo;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A seeded source of chance; the same seed gives the same throws on every machine. Not thread-safe. */
final class Dice {
    private final RandomGenerator.SplittableGenerator random;

    private Dice(RandomGenerator.SplittableGenerator random) {
        this.random = random;
    }

    static Dice seeded(long seed) {
        return new Dice((RandomGenerator.SplittableGenerator)
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }

    /** Independent dice, so that more throws in one place do not change those in another. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean hits(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Normally distributed; by the polar method on exact arithmetic, so that no platform rounds differently. */
    double normal(double mean, double deviation) {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return mean + deviation * u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    /** How often something with this expected number happens. */
    int count(double expected) {
        double limit = StrictMath.exp(-expected);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The index of a weight, drawn in proportion to the weights. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** The probability whose log odds are given. */
    static double probability(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }
}
