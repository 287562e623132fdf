package org.lotse.engine.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Firing;
import org.lotse.engine.rule.Operator;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/** The smallest single change that would remove what stood in a candidate's way. */
public sealed interface Flip {
    /**
     * A term would have to be otherwise.
     *
     * @param term which
     * @param from its value now; empty when missing
     * @param operator how it would have to compare
     * @param to the value compared with
     */
    record OfTerm(TermPath term, Optional<Value> from, Operator operator, List<Value> to) implements Flip {
        public OfTerm {
            to = List.copyOf(to);
        }
    }

    /** Waiting would do. */
    record OfTime(Instant freeAgainAt) implements Flip {}

    /** The consent would have to be given. */
    record OfConsent(org.lotse.engine.term.TermKey consent) implements Flip {}

    /** The probability in the formula would have to be this high. */
    record OfProbability(double from, double to) implements Flip {}

    /** The flip of a rejection; empty when no single change is known. */
    static Optional<Flip> of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.ByRules(Verdict.NotAllowed(var layer, Firing nearest)) -> onlyUnmet(nearest);
            case Rejection.ByRules(Verdict.Forbidden(var layer, Firing by)) -> anyMet(by);
            case Rejection.ByRules ignored -> Optional.empty();
            case Rejection.ChannelForbidden(var channel, Firing by) -> anyMet(by);
            case Rejection.NoConsent(var channel, var consent) -> Optional.of(new OfConsent(consent));
            case Rejection.CapReached reached ->
                reached.freeAgainAt().filter(free -> !free.equals(Instant.MAX)).map(OfTime::new);
            case Rejection.BelowMinimum(var channel, Factors factors, double needed) -> probability(factors, needed);
            case Rejection.Outranked(int rank, var by, double needed, var channel, Factors factors) ->
                probability(factors, needed);
            case Rejection.NotValid ignored -> Optional.empty();
            case Rejection.NoLegalBasis ignored -> Optional.empty();
            case Rejection.WrongPurpose ignored -> Optional.empty();
            case Rejection.PartUnavailable ignored -> Optional.empty();
            case Rejection.NoChannel ignored -> Optional.empty();
            case Rejection.ChannelClosed ignored -> Optional.empty();
            case Rejection.Objected ignored -> Optional.empty();
            case Rejection.BreaksPromise ignored -> Optional.empty();
            case Rejection.NoPrediction ignored -> Optional.empty();
            case Rejection.ValueUnknown ignored -> Optional.empty();
        };
    }

    private static Optional<Flip> onlyUnmet(Firing row) {
        List<Comparison> unmet = row.comparisons().stream()
                .filter(comparison -> !comparison.met())
                .toList();
        return unmet.size() == 1 ? Optional.of(toward(unmet.getFirst())) : Optional.empty();
    }

    /** Any one condition that stops holding stops the row; the numerically closest one is the smallest change. */
    private static Optional<Flip> anyMet(Firing row) {
        return row.comparisons().stream()
                .min(Comparator.comparingDouble(Flip::distance))
                .map(Flip::away);
    }

    private static double distance(Comparison comparison) {
        if (comparison.read().orElse(null) instanceof Value.Num(double read)
                && !comparison.needed().isEmpty()
                && comparison.needed().getFirst() instanceof Value.Num(double needed)) {
            return Math.abs(read - needed) / Math.max(1e-9, Math.max(Math.abs(read), Math.abs(needed)));
        }
        return 1;
    }

    private static Flip toward(Comparison comparison) {
        return new OfTerm(comparison.term(), comparison.read(), comparison.operator(), comparison.needed());
    }

    private static Flip away(Comparison comparison) {
        return new OfTerm(comparison.term(), comparison.read(), opposite(comparison.operator()), comparison.needed());
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case IS -> Operator.IS_NOT;
            case IS_NOT -> Operator.IS;
            case IS_ONE_OF -> Operator.IS_NONE_OF;
            case IS_NONE_OF -> Operator.IS_ONE_OF;
            case FROM -> Operator.BELOW;
            case BELOW -> Operator.FROM;
            case ABOVE -> Operator.UP_TO;
            case UP_TO -> Operator.ABOVE;
            case BEFORE -> Operator.AFTER;
            case AFTER -> Operator.BEFORE;
            case IS_GIVEN -> Operator.IS_MISSING;
            case IS_MISSING -> Operator.IS_GIVEN;
            case WITHIN_THE_LAST, CONTAINS, STARTS_WITH -> Operator.IS_NOT;
        };
    }

    private static Optional<Flip> probability(Factors factors, double needed) {
        double gain = factors.lever() * factors.value() - factors.costIfAccepted();
        if (gain <= 0) {
            return Optional.empty();
        }
        double to = factors.probability() + (needed - factors.priority()) / gain;
        return to <= 1 ? Optional.of(new OfProbability(factors.probability(), to)) : Optional.empty();
    }
}
