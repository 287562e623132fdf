package org.lotse.models.uplift;

import java.util.Optional;
import org.lotse.models.scoring.Link;

/** Probabilities in the measure in which effects add up. */
final class LogOdds {
    private LogOdds() {}

    /** The log-odds of a probability, which may be 0 or 1. */
    static double of(double probability) {
        double inside = Math.clamp(probability, 1e-9, 1 - 1e-9);
        return Math.log(inside / (1 - inside));
    }

    /** Slope and shift of a link that is a line in log odds. */
    static Optional<double[]> line(Link link) {
        return switch (link) {
            case Link.Logistic ignored -> Optional.of(new double[] {1, 0});
            case Link.Platt(double slope, double shift) -> Optional.of(new double[] {slope, shift});
            case Link.Isotonic ignored -> Optional.empty();
            case Link.Amount ignored -> Optional.empty();
        };
    }
}
