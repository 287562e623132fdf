package org.lotse.engine.planning.routes.solver;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The chance of one chain, repeatable from its seed; also tells which positions are overlooked. Used by one thread. */
final class Chance {
    /** One position in a hundred is overlooked. */
    private static final double OVERLOOKED = 0.01;

    /** Overlooks nothing. */
    static final Chance NONE = new Chance(0, false);

    private final RandomGenerator random;
    private final boolean overlooks;
    private int untilNext;

    private Chance(long seed, boolean overlooks) {
        this.random = new SplittableRandom(seed);
        this.overlooks = overlooks;
        this.untilNext = overlooks ? gap() : Integer.MAX_VALUE;
    }

    static Chance of(long seed) {
        return new Chance(seed, true);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Whether this position is overlooked: drawn as the distance to the next one, not position by position. */
    boolean overlooks() {
        if (!overlooks || --untilNext > 0) {
            return false;
        }
        untilNext = gap();
        return true;
    }

    private int gap() {
        return 1 + (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - OVERLOOKED));
    }
}
