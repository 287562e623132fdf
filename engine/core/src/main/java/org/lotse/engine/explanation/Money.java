package org.lotse.engine.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.ToDoubleFunction;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.decision.Decision;
import org.lotse.engine.rule.CandidateRef;

/** Solves the priority formula for one factor: by how much it would have to be otherwise for an action to win. */
final class Money {
    private static final double PROBABILITY_STEP = 1e-4;
    private static final double CENT = 0.01;

    private final Situation situation;
    private final ActionKey action;
    private final CandidateRef candidate;
    private final double needed;
    private final double margin;
    private final List<Change> changes = new ArrayList<>();

    /**
     * @param needed the worth that has to be exceeded
     * @param margin the worth that has at least to be reached
     */
    Money(Situation situation, ActionKey action, double needed, double margin) {
        this.situation = situation;
        this.action = action;
        this.candidate = new CandidateRef.OfAction(action);
        this.needed = needed;
        this.margin = margin;
    }

    /** A change of each factor that has the action chosen. */
    List<Change> changes(ChannelKey channel, Factors factors) {
        probability(channel, factors);
        amount(Change.Factor.VALUE, channel, factors, factors.value(), true);
        amount(Change.Factor.COST_IF_ACCEPTED, channel, factors, factors.costIfAccepted(), false);
        amount(Change.Factor.CONTACT_COST, channel, factors, factors.contactCost(), false);
        return List.copyOf(changes);
    }

    private void probability(ChannelKey channel, Factors factors) {
        boolean measured = factors.basis() == Factors.Basis.UPLIFT;
        Optional<Double> from = measured ? factors.uplift() : factors.propensity();
        if (factors.basis() == Factors.Basis.CERTAIN || from.isEmpty()) {
            return;
        }
        Change.Factor factor = measured ? Change.Factor.UPLIFT : Change.Factor.PROPENSITY;
        int limit = situation.inputs().limit();
        first(from.get(), 1, PROBABILITY_STEP, to -> {
                    Decision decision = situation
                            .with(new Change.OfFactor(factor, channel, from.get(), to, 0), Optional.of(action))
                            .decide();
                    return Standing.isChosen(decision, candidate, limit);
                })
                .ifPresent(to -> changes.add(new Change.OfFactor(factor, channel, from.get(), to, to - from.get())));
    }

    private void amount(Change.Factor factor, ChannelKey channel, Factors factors, double from, boolean up) {
        ToDoubleFunction<Double> worth = to -> with(factor, factors, to).priority();
        double end = up ? Math.max(1, Math.max(Math.abs(from), Math.abs(needed))) * 1e4 : 0;
        first(from, end, CENT, to -> {
                    double reached = worth.applyAsDouble(to);
                    return reached > needed && reached > 0 && reached >= margin;
                })
                .ifPresent(to -> changes.add(new Change.OfFactor(
                        factor, channel, from, to, Math.abs(to - from) / Math.max(CENT, Math.abs(from)))));
    }

    private static Factors with(Change.Factor factor, Factors factors, double to) {
        return new Factors(
                factors.probability(),
                factors.basis(),
                factors.propensity(),
                factors.uplift(),
                factor == Change.Factor.VALUE ? to : factors.value(),
                factor == Change.Factor.COST_IF_ACCEPTED ? to : factors.costIfAccepted(),
                factor == Change.Factor.CONTACT_COST ? to : factors.contactCost(),
                factors.fatigue(),
                factors.lever(),
                factors.capacityPrice());
    }

    /** The first multiple of the step, from one end towards the other, that suffices; where the end does not, none. */
    private static Optional<Double> first(double from, double end, double step, DoublePredicate suffices) {
        if (from == end || !suffices.test(end)) {
            return Optional.empty();
        }
        double perUnit = Math.rint(1 / step);
        long fails = (long) (end > from ? Math.floor(from * perUnit) : Math.ceil(from * perUnit));
        long holds = Math.round(end * perUnit);
        while (Math.abs(holds - fails) > 1) {
            long middle = fails + (holds - fails) / 2;
            if (suffices.test(middle / perUnit)) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return Optional.of(holds / perUnit);
    }
}
