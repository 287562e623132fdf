package org.lotse.models.drift;

/** The chi-square distribution, by the regularized incomplete gamma function (series and continued fraction). */
public final class ChiSquare {
    private static final int MOST = 1_000;
    private static final double EXACT = 1e-14;
    private static final double TINY = 1e-300;
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941677,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };

    private ChiSquare() {}

    /**
     * The probability of a larger value.
     *
     * @param x the value
     * @param freedom degrees of freedom, at least 1
     */
    public static double above(double x, int freedom) {
        if (x <= 0) {
            return 1;
        }
        double a = freedom / 2.0;
        double half = x / 2;
        return half < a + 1 ? 1 - series(a, half) : fraction(a, half);
    }

    /** The value that is exceeded with this probability, between 0 and 1. */
    public static double exceededWith(double probability, int freedom) {
        double low = 0;
        double high = 1;
        while (above(high, freedom) > probability) {
            high *= 2;
        }
        for (int step = 0; step < 200 && high - low > 1e-12 * high; step++) {
            double middle = (low + high) / 2;
            if (above(middle, freedom) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double series(double a, double x) {
        double sum = 1 / a;
        double term = sum;
        for (int n = 1; n < MOST && Math.abs(term) > EXACT * Math.abs(sum); n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
    }

    /** Lentz's method. */
    private static double fraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < MOST; i++) {
            double an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = Math.abs(d) < TINY ? TINY : d;
            c = b + an / c;
            c = Math.abs(c) < TINY ? TINY : c;
            d = 1 / d;
            double step = d * c;
            h *= step;
            if (Math.abs(step - 1) < EXACT) {
                break;
            }
        }
        return Math.exp(-x + a * Math.log(x) - logGamma(a)) * h;
    }

    private static double logGamma(double x) {
        double t = x + 5.5;
        t -= (x + 0.5) * Math.log(t);
        double sum = 1.000000000190015;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + 1 + i);
        }
        return -t + Math.log(2.5066282746310005 * sum / x);
    }
}
