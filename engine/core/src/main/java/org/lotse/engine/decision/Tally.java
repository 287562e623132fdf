package org.lotse.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Action;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.Judged;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.OnDemand;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.rule.Verdict;

/**
 * What became of each contender and of each pair of action and channel, as numbers by their numbers: what is kept of a
 * weighing. Ranked pairs, factors and rejections are made of it when somebody reads them. For use by one thread until all
 * is noted, not changed afterwards.
 */
final class Tally {
    private final Contest contest;
    private final Inputs inputs;
    private final Settings settings;
    private final Judgement judgement;
    private final Losers losers;
    private final boolean measured;
    private final double fatigue;
    private final double[] values;
    private final double[] prices;
    private final double[] priorities;
    /** Of each pair that has a price. */
    private final @Nullable PairPrediction[] predictions;

    private int priced;

    Tally(Contest contest, Inputs inputs, Settings settings, Judgement judgement) {
        this.contest = contest;
        this.inputs = inputs;
        this.settings = settings;
        this.judgement = judgement;
        this.losers = new Losers(contest.contenders().size());
        this.measured = settings.upliftMeasured().contains(inputs.direction());
        this.fatigue = settings.fatiguePerContact() * inputs.recentContacts();
        int pairs = contest.pairings().length;
        this.values = new double[pairs];
        this.prices = new double[pairs];
        this.priorities = new double[pairs];
        this.predictions = new PairPrediction[pairs];
    }

    Contest contest() {
        return contest;
    }

    Losers losers() {
        return losers;
    }

    /** By pair what it is worth. */
    double[] priorities() {
        return priorities;
    }

    /** The pair of a contender that is worth most; of equal ones the channel the action prefers. -1: it has none. */
    int best(Contender contender) {
        return best(contender, pairing -> true);
    }

    /** Likewise, among the pairs that are allowed. */
    int best(Contender contender, Predicate<Pairing> allowed) {
        int best = -1;
        for (int each = 0; each < contender.pairings().size(); each++) {
            Pairing pairing = contender.pairings().get(each);
            int pair = pairing.number();
            if (predictions[pair] != null
                    && allowed.test(pairing)
                    && (best < 0 || Double.compare(priorities[pair], priorities[best]) > 0)) {
                best = pair;
            }
        }
        return best;
    }

    /** Notes what a pair is worth, by the formula of {@link Factors}. */
    void price(Pairing pairing, double value, PairPrediction prediction) {
        int pair = pairing.number();
        double probability = probability(pairing.action(), prediction);
        double price = pairing.uses().price(inputs.direction(), probability, inputs.prices());
        priced += predictions[pair] == null ? 1 : 0;
        predictions[pair] = prediction;
        values[pair] = value;
        prices[pair] = price;
        priorities[pair] = Factors.priority(
                probability,
                pairing.action().lever(),
                value,
                pairing.economics().costIfAccepted(),
                pairing.channel().contactCost(),
                fatigue,
                price);
    }

    private double probability(Action action, PairPrediction prediction) {
        if (action.effect() == Action.Effect.NEEDS_OFFER) {
            return prediction.propensity();
        }
        return measured && prediction.uplift().isPresent() ? prediction.uplift().get() : assumed(prediction);
    }

    private double assumed(PairPrediction prediction) {
        return prediction.propensity() * settings.assumedIncrementalShare();
    }

    /** What a pair's priority is made of. */
    Factors factors(int pair) {
        Pairing pairing = contest.pairings()[pair];
        PairPrediction prediction = predictions[pair];
        if (prediction == null) {
            throw new IllegalStateException("The pair " + pairing.pair() + " has no price.");
        }
        Action action = pairing.action();
        boolean needsOffer = action.effect() == Action.Effect.NEEDS_OFFER;
        Optional<Double> uplift = measured ? prediction.uplift() : Optional.empty();
        Factors.Basis basis = needsOffer
                ? Factors.Basis.PROPENSITY
                : uplift.isPresent() ? Factors.Basis.UPLIFT : Factors.Basis.ASSUMED_UPLIFT;
        return new Factors(
                probability(action, prediction),
                basis,
                Optional.of(prediction.propensity()),
                needsOffer || uplift.isPresent() ? uplift : Optional.of(assumed(prediction)),
                values[pair],
                pairing.economics().costIfAccepted(),
                pairing.channel().contactCost(),
                fatigue,
                action.lever(),
                prices[pair]);
    }

    Decision.Ranked ranked(int pair) {
        Pairing pairing = contest.pairings()[pair];
        return new Decision.Ranked(
                contest.contenders().get(pairing.contender()).candidate(), pairing.key(), factors(pair));
    }

    /** Every pair that has a price. */
    List<Decision.Ranked> weighed() {
        int[] pairs = new int[priced];
        int next = 0;
        for (int pair = 0; pair < predictions.length; pair++) {
            if (predictions[pair] != null) {
                pairs[next++] = pair;
            }
        }
        return OnDemand.of(priced, each -> ranked(pairs[each]));
    }

    /** The predictions that were read for pairs that have a price. */
    Map<Decision.Pair, PairPrediction> read() {
        Object[] read = new Object[contest.pairs().size()];
        for (int pair = 0; pair < predictions.length; pair++) {
            if (predictions[pair] != null) {
                read[contest.pairings()[pair].place()] = predictions[pair];
            }
        }
        return new Keyed<>(contest.pairs(), read);
    }

    List<Decision.NotChosen> notChosen() {
        return OnDemand.of(losers.count(), each -> notChosen(losers.at(each)));
    }

    private Decision.NotChosen notChosen(int contender) {
        return new Decision.NotChosen(contest.contenders().get(contender).candidate(), rejection(contender));
    }

    private Rejection rejection(int contender) {
        Contender one = contest.contenders().get(contender);
        Losers.Why why = losers.why(contender);
        Rejection given = losers.given(contender);
        if (why == null || why == Losers.Why.GIVEN && given == null) {
            throw new IllegalStateException("Nothing stood in the way of " + one.candidate() + ".");
        }
        int pair = losers.pair(contender);
        Pairing pairing = why == Losers.Why.GIVEN || why == Losers.Why.RULES ? null : contest.pairings()[pair];
        return switch (why) {
            case GIVEN -> Objects.requireNonNull(given);
            case RULES -> new Rejection.ByRules(stop(one));
            case BELOW_MINIMUM ->
                new Rejection.BelowMinimum(
                        Objects.requireNonNull(pairing).channel().key(), factors(pair), one.needed());
            case CONTROL ->
                new Rejection.InControlGroup(Objects.requireNonNull(pairing).key(), factors(pair));
            case OUTRANKED -> {
                int behind = losers.behind(contender);
                yield new Rejection.Outranked(
                        losers.rank(contender),
                        contest.contenders()
                                .get(contest.pairings()[behind].contender())
                                .candidate()
                                .toString(),
                        priorities[behind],
                        Objects.requireNonNull(pairing).key(),
                        factors(pair));
            }
        };
    }

    private Verdict stop(Contender contender) {
        Judgement.CandidateJudgement judged = judgement.candidates() instanceof Judged candidates
                ? candidates.at(contender.place())
                : judgement.candidates().get(contender.candidate());
        return Optional.ofNullable(judged)
                .flatMap(Judgement.CandidateJudgement::stoppedBy)
                .orElseThrow(() -> new IllegalStateException("No rule stopped " + contender.candidate() + "."));
    }
}
