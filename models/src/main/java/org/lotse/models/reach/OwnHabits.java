package org.lotse.models.reach;

import java.util.List;
import org.lotse.models.scoring.Link;

/**
 * What the calls so far say of one subject: drawn towards the kind's habits, the more the fewer calls there are (a Gaussian
 * process on log odds, by Laplace's approximation). Immutable.
 */
public final class OwnHabits {
    /** Only the latest calls count. */
    static final int MOST = 16;

    private static final int STEPS = 5;
    private static final double LEAST = 1e-3;

    private final ReachModel.Scale scale;
    private final List<Call> calls;
    private final double[] pull;
    private final Cholesky spread;

    /**
     * @param calls known by now, in order of time
     */
    OwnHabits(ReachModel.Scale scale, List<Call> calls) {
        this.scale = scale;
        this.calls = List.copyOf(calls.subList(Math.max(0, calls.size() - MOST), calls.size()));
        int size = this.calls.size();
        double[][] shared = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                shared[i][j] = covariance(this.calls.get(i), this.calls.get(j));
            }
        }
        double[] own = new double[size];
        double[] working = new double[size];
        double[] alpha = new double[size];
        Cholesky factor = Cholesky.of(new double[0][0]);
        for (int step = 0; step < STEPS && size > 0; step++) {
            double[][] seen = new double[size][];
            for (int i = 0; i < size; i++) {
                double p = Link.sigmoid(scale.of(this.calls.get(i).margin()) + own[i]);
                double weight = Math.max(LEAST, p * (1 - p));
                working[i] = own[i] + ((this.calls.get(i).reached() ? 1 : 0) - p) / weight;
                seen[i] = shared[i].clone();
                seen[i][i] += 1 / weight;
            }
            factor = Cholesky.of(seen);
            alpha = factor.solve(working);
            for (int i = 0; i < size; i++) {
                own[i] = dot(shared[i], alpha);
            }
        }
        this.pull = alpha;
        this.spread = factor;
    }

    /** How many calls are counted. */
    public int calls() {
        return calls.size();
    }

    /**
     * How probable it is that a call reaches the subject.
     *
     * @param margin what the kind's habits say of the slot
     * @param weekday 1 (Monday) to 7
     * @param hour 0 to 23
     */
    public double chance(double margin, int weekday, int hour) {
        double[] shared = new double[calls.size()];
        for (int i = 0; i < shared.length; i++) {
            shared[i] = scale.habit()
                    .covariance(calls.get(i).weekday(), calls.get(i).hour(), weekday, hour);
        }
        double left = scale.habit().covariance(weekday, hour, weekday, hour);
        if (shared.length > 0) {
            left -= dot(shared, spread.solve(shared));
        }
        return scale.chance(margin, dot(shared, pull), left);
    }

    private double covariance(Call one, Call other) {
        return scale.habit().covariance(one.weekday(), one.hour(), other.weekday(), other.hour());
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
