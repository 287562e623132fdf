package org.lotse.models.value;

/** The logarithm of the gamma function and Gauss's hypergeometric series. */
final class Gammas {
    private static final double[] LANCZOS = {
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };
    private static final int TERMS = 3000;

    private Gammas() {}

    /** For positive numbers. */
    static double log(double x) {
        if (x < 0.5) {
            return Math.log(Math.PI / Math.sin(Math.PI * x)) - log(1 - x);
        }
        double sum = 0.99999999999980993;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + i);
        }
        double t = x + LANCZOS.length - 1.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    /** {@code 2F1(a, b; a + 1; z)} for z from 0 to below 1. */
    static double series(double a, double b, double z) {
        double sum = 1;
        double term = 1;
        for (int k = 0; k < TERMS; k++) {
            term *= (b + k) / (k + 1) * z;
            double part = term * a / (a + k + 1);
            sum += part;
            if (Math.abs(part) < 1e-12 * sum) {
                break;
            }
        }
        return sum;
    }
}
