package org.lotse.models.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** Finds a minimum without derivatives: the simplex of Nelder and Mead. */
public final class Minimize {
    private static final int STEPS = 600;
    private static final double CLOSE = 1e-7;

    private record Point(double[] at, double value) {}

    private Minimize() {}

    /**
     * Where the function is least, as far as a few hundred steps find it.
     *
     * @param start where the search begins
     */
    public static double[] from(double[] start, ToDoubleFunction<double[]> function) {
        return from(start, function, CLOSE);
    }

    /**
     * The same, ending when the values around the minimum differ by a share only.
     *
     * @param close the share
     */
    public static double[] from(double[] start, ToDoubleFunction<double[]> function, double close) {
        int size = start.length;
        Point[] simplex = new Point[size + 1];
        for (int i = 0; i <= size; i++) {
            double[] at = start.clone();
            if (i < size) {
                at[i] += 0.5;
            }
            simplex[i] = new Point(at, function.applyAsDouble(at));
        }
        for (int step = 0; step < STEPS; step++) {
            Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
            if (simplex[size].value - simplex[0].value < close * Math.abs(simplex[0].value)) {
                break;
            }
            double[] centre = new double[size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    centre[j] += simplex[i].at[j] / size;
                }
            }
            Point worst = simplex[size];
            Point reflected = towards(centre, worst.at, -1, function);
            if (reflected.value < simplex[0].value) {
                Point further = towards(centre, worst.at, -2, function);
                simplex[size] = further.value < reflected.value ? further : reflected;
            } else if (reflected.value < simplex[size - 1].value) {
                simplex[size] = reflected;
            } else {
                Point inside = towards(centre, worst.at, 0.5, function);
                if (inside.value < worst.value) {
                    simplex[size] = inside;
                } else {
                    for (int i = 1; i <= size; i++) {
                        simplex[i] = towards(simplex[0].at, simplex[i].at, 0.5, function);
                    }
                }
            }
        }
        Arrays.sort(simplex, Comparator.comparingDouble(Point::value));
        return simplex[0].at;
    }

    private static Point towards(double[] centre, double[] to, double factor, ToDoubleFunction<double[]> function) {
        double[] at = new double[centre.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = centre[i] + factor * (to[i] - centre[i]);
        }
        return new Point(at, function.applyAsDouble(at));
    }
}
