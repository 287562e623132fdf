package org.lotse.engine.arbitration;

/** The standard normal distribution. */
final class Normal {
    private static final double ROOT_OF_TWO_PI = 2.506628274631000502;
    private static final double[] UPPER = {
        3.52624965998911E-02,
        0.700383064443688,
        6.37396220353165,
        33.912866078383,
        112.079291497871,
        221.213596169931,
        220.206867912376
    };
    private static final double[] LOWER = {
        8.83883476483184E-02,
        1.75566716318264,
        16.064177579207,
        86.7807322029461,
        296.564248779674,
        637.333633378831,
        793.826512519948,
        440.413735824752
    };

    private Normal() {}

    /** The density. */
    static double density(double x) {
        return Math.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /** The chance of a draw below x; error under 1e-14 (Hart 1968, as arranged by West 2005). */
    static double below(double x) {
        double far = Math.abs(x);
        if (far > 37) {
            return x > 0 ? 1 : 0;
        }
        double tail = Math.exp(-far * far / 2) * (far < 7.07106781186547 ? rational(far) : fraction(far));
        return x > 0 ? 1 - tail : tail;
    }

    private static double rational(double far) {
        return horner(UPPER, far) / horner(LOWER, far);
    }

    private static double fraction(double far) {
        double build = far + 0.65;
        for (int i = 4; i >= 1; i--) {
            build = far + i / build;
        }
        return 1 / (build * ROOT_OF_TWO_PI);
    }

    private static double horner(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
