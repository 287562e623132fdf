package org.lotse.models.training;

import org.lotse.models.evaluation.Evaluate;
import org.lotse.models.scoring.Link;

/** What boosted trees make small: its first and second derivative in the margin, and itself. */
enum Objective {
    /** Log loss of targets 0 and 1; the margin is log-odds. */
    LOGISTIC {
        @Override
        double start(double mean) {
            double inside = Math.clamp(mean, 1e-6, 1 - 1e-6);
            return Math.log(inside / (1 - inside));
        }

        @Override
        void derive(double margin, double target, double[] both) {
            double p = Link.sigmoid(margin);
            both[0] = p - target;
            both[1] = Math.max(1e-9, p * (1 - p));
        }

        @Override
        double loss(double margin, double target) {
            return Evaluate.loss(Link.sigmoid(margin), target);
        }
    },
    /** Half the squared error of amounts. */
    SQUARED {
        @Override
        double start(double mean) {
            return mean;
        }

        @Override
        void derive(double margin, double target, double[] both) {
            both[0] = margin - target;
            both[1] = 1;
        }

        @Override
        double loss(double margin, double target) {
            return (margin - target) * (margin - target);
        }
    },
    /** Poisson deviance of amounts that are 0 or more; the margin is the logarithm of their mean. */
    POISSON {
        @Override
        double start(double mean) {
            return Math.log(Math.max(1e-9, mean));
        }

        @Override
        void derive(double margin, double target, double[] both) {
            double mean = Math.exp(Math.min(MOST, margin));
            both[0] = mean - target;
            both[1] = Math.max(1e-9, mean);
        }

        @Override
        double loss(double margin, double target) {
            double inside = Math.min(MOST, margin);
            return Math.exp(inside) - target * inside;
        }
    };

    private static final double MOST = 20;

    /** The margin that is best for all rows together. */
    abstract double start(double mean);

    /** Puts the first and the second derivative into an array. */
    abstract void derive(double margin, double target, double[] both);

    abstract double loss(double margin, double target);
}
