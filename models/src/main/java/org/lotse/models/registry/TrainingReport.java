package org.lotse.models.registry;

import java.util.List;
import org.lotse.models.evaluation.Candidate;
import org.lotse.models.evaluation.Evaluation;
import org.lotse.models.signal.LeftOut;

/**
 * What came out of a training; all figures are out of fold.
 *
 * @param evaluation how good the model is
 * @param learner the winner
 * @param calibration how its scores become answers
 * @param candidates all that were tried
 * @param hasSignal false when the base rate is served
 * @param findings what users should know
 * @param signals the inputs
 * @param leftOut columns that are no inputs, and why
 * @param members further scorers of models per pair
 * @param seconds how long it took
 */
public record TrainingReport(
        Evaluation evaluation,
        String learner,
        String calibration,
        List<Candidate> candidates,
        boolean hasSignal,
        List<Finding> findings,
        List<Input> signals,
        List<LeftOut> leftOut,
        List<MemberReport> members,
        double seconds) {
    public TrainingReport {
        candidates = List.copyOf(candidates);
        findings = List.copyOf(findings);
        signals = List.copyOf(signals);
        leftOut = List.copyOf(leftOut);
        members = List.copyOf(members);
    }

    /**
     * An input.
     *
     * @param name the column or term, or two joined by {@code x}
     * @param kind what it was taken for
     * @param slots how many bins or categories, the missing one included
     */
    public record Input(String name, Kind kind, int slots) {}

    /** What a column was taken for. */
    public enum Kind {
        NUMBER,
        DATE,
        CATEGORY,
        TEXT,
        CROSS
    }

    /**
     * A scorer for one action or pair.
     *
     * @param key {@code <action>} or {@code <action>/<channel>}
     * @param rows its rows
     * @param logLoss its own, out of fold
     * @param wholeLogLoss that of the model as a whole on the same rows
     */
    public record MemberReport(String key, long rows, double logLoss, double wholeLogLoss) {}
}
