package org.lotse.engine.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.arbitration.Price;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/** Says what each pair of action and channel is worth: the formula's factors. Pure but for noting what was predicted. */
final class Pricing {
    private final RuleSet rules;
    private final Inputs inputs;
    private final Terms terms;
    private final PurposeLimit limit;
    private final Weighing.PairPredictions predictions;
    private final Map<Decision.Pair, PairPrediction> read = new LinkedHashMap<>();

    /**
     * @param terms what was read and what the rules concluded from it
     * @param limit which of them may be read for which purpose
     */
    Pricing(RuleSet rules, Inputs inputs, Terms terms, PurposeLimit limit, Weighing.PairPredictions predictions) {
        this.rules = rules;
        this.inputs = inputs;
        this.terms = terms;
        this.limit = limit;
        this.predictions = predictions;
    }

    /** The worth of a pair, or why it has none. */
    sealed interface Priced {
        record At(Decision.Ranked pair) implements Priced {}

        record Not(Rejection rejection) implements Priced {}
    }

    /** The predictions that were asked for and given. */
    Map<Decision.Pair, PairPrediction> read() {
        return read;
    }

    Priced price(Action action, Channel channel) {
        Optional<RowRef> broken = brokenPromise(Optional.of(action), Optional.of(channel));
        if (broken.isPresent()) {
            return new Priced.Not(new Rejection.BreaksPromise(channel.key(), broken.get()));
        }
        Action.Economics economics = action.on(channel.key());
        List<TermPath> refused =
                limit.refused(action.purpose(), economics.value().terms());
        if (!refused.isEmpty()) {
            return new Priced.Not(new Rejection.WrongPurpose(action.purpose(), refused));
        }
        OptionalDouble value = economics.value().evaluate(this::number);
        if (value.isEmpty()) {
            return new Priced.Not(new Rejection.ValueUnknown(economics.value().terms().stream()
                    .filter(term -> number(term).isEmpty())
                    .toList()));
        }
        Decision.Pair pair = new Decision.Pair(action.key().value(), channel.key());
        Optional<PairPrediction> prediction = prediction(economics.model(), pair);
        if (prediction.isEmpty()) {
            return new Priced.Not(new Rejection.NoPrediction(economics.model(), channel.key()));
        }
        read.put(pair, prediction.get());
        return new Priced.At(new Decision.Ranked(
                new CandidateRef.OfAction(action.key()),
                Optional.of(channel.key()),
                factors(action, channel, economics, value.getAsDouble(), prediction.get())));
    }

    /** The company's assumption stands in for a model that does not exist yet, but not for one that is down. */
    private Optional<PairPrediction> prediction(String model, Decision.Pair pair) {
        Optional<PairPrediction> predicted = predictions.of(model, pair);
        return predicted.isPresent() || inputs.unavailable().contains(Part.model(model))
                ? predicted
                : rules.settings().assumedPropensity().map(PairPrediction::assumed);
    }

    Optional<RowRef> brokenPromise(Optional<Action> action, Optional<Channel> channel) {
        return rules.brokenPromise(new Choice(
                inputs.subject().type(),
                terms,
                action,
                channel,
                inputs.direction(),
                inputs.permissions(),
                inputs.at()));
    }

    private Factors factors(
            Action action, Channel channel, Action.Economics economics, double value, PairPrediction prediction) {
        Settings settings = rules.settings();
        boolean needsOffer = action.effect() == Action.Effect.NEEDS_OFFER;
        Optional<Double> measured =
                prediction.uplift().filter(uplift -> settings.upliftMeasured().contains(inputs.direction()));
        double uplift = measured.orElse(prediction.propensity() * settings.assumedIncrementalShare());
        double p = needsOffer ? prediction.propensity() : uplift;
        Factors.Basis basis = needsOffer
                ? Factors.Basis.PROPENSITY
                : measured.isPresent() ? Factors.Basis.UPLIFT : Factors.Basis.ASSUMED_UPLIFT;
        return new Factors(
                p,
                basis,
                Optional.of(prediction.propensity()),
                needsOffer ? measured : Optional.of(uplift),
                value,
                economics.costIfAccepted(),
                channel.contactCost(),
                settings.fatiguePerContact() * inputs.recentContacts(),
                action.lever(),
                capacityPrice(ExpectedUses.of(action, channel, p)));
    }

    private double capacityPrice(Map<String, Double> uses) {
        double sum = 0;
        for (Map.Entry<String, Double> use : uses.entrySet()) {
            Price price = inputs.prices().get(use.getKey());
            sum += price == null ? 0 : use.getValue() * price.amount();
        }
        return sum;
    }

    private OptionalDouble number(TermPath path) {
        return terms.number(path);
    }
}
