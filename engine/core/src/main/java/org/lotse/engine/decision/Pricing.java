package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.calculation.Placed;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/** Says what each pair of action and channel is worth: the formula's factors. Pure but for noting what was predicted. */
final class Pricing {
    private final Settings settings;
    private final Inputs inputs;
    private final Terms terms;
    private final Placed.Numbers numbers;
    private final PurposeLimit limit;
    private final Weighing.PairPredictions predictions;
    private final RuleSet.Promising promises;
    private final Placed[] values;
    /** The calculation made last: what an action is worth is the same over most of its channels. */
    private @Nullable Placed calculated;

    private double worth;

    /**
     * @param terms what was read and what the rules concluded from it
     * @param limit which of them may be read for which purpose
     */
    Pricing(
            RuleSet rules,
            Contest contest,
            Inputs inputs,
            Terms terms,
            PurposeLimit limit,
            Weighing.PairPredictions predictions) {
        this.settings = rules.settings();
        this.inputs = inputs;
        this.terms = terms;
        this.numbers = terms::numberAt;
        this.limit = limit;
        this.predictions = predictions;
        this.promises = promises(rules, inputs, terms);
        this.values = contest.values(terms.layout());
    }

    /** What the promises say of choices about a subject of which this is known. */
    static RuleSet.Promising promises(RuleSet rules, Inputs inputs, Terms terms) {
        return rules.promising(situation(inputs, terms));
    }

    /** The choice in which neither action nor channel is chosen. */
    static Choice situation(Inputs inputs, Terms terms) {
        return new Choice(
                inputs.subject().type(),
                terms,
                Optional.empty(),
                Optional.empty(),
                inputs.direction(),
                inputs.permissions(),
                inputs.at());
    }

    /** Notes what a pair is worth; else answers why it has no price. */
    @Nullable
    Rejection price(Contender contender, Pairing pairing, Tally tally) {
        Optional<RowRef> broken = promises.brokenBy(contender.action(), pairing.channel());
        if (broken.isPresent()) {
            return new Rejection.BreaksPromise(pairing.channel().key(), broken.get());
        }
        if (!pairing.harmlessValue()) {
            List<TermPath> refused = limit.refused(contender.action().purpose(), pairing.valueTerms());
            if (!refused.isEmpty()) {
                return new Rejection.WrongPurpose(contender.action().purpose(), refused);
            }
        }
        double value = value(values[pairing.number()]);
        if (Double.isNaN(value)) {
            return new Rejection.ValueUnknown(missing(pairing.valueTerms()));
        }
        Optional<PairPrediction> prediction = prediction(contender, pairing);
        if (prediction.isEmpty()) {
            return new Rejection.NoPrediction(
                    pairing.economics().model(), pairing.channel().key());
        }
        tally.price(pairing, value, prediction.get());
        return null;
    }

    private List<TermPath> missing(List<TermPath> read) {
        List<TermPath> missing = new ArrayList<>(read.size());
        for (int each = 0; each < read.size(); each++) {
            if (terms.number(read.get(each)).isEmpty()) {
                missing.add(read.get(each));
            }
        }
        return missing;
    }

    /** What a promise says of this action over this channel. */
    Optional<RowRef> brokenPromise(Action action, Channel channel) {
        return promises.brokenBy(action, channel);
    }

    @SuppressWarnings("ReferenceEquality") // Equal calculations that are not the same are calculated again.
    private double value(Placed calculation) {
        if (calculation != calculated) {
            calculated = calculation;
            worth = calculation.evaluate(numbers);
        }
        return worth;
    }

    /** The company's assumption stands in for a model that does not exist yet, but not for one that is down. */
    private Optional<PairPrediction> prediction(Contender contender, Pairing pairing) {
        String model = pairing.economics().model();
        Optional<PairPrediction> predicted =
                predictions.of(model, pairing.pair(), contender.action().purpose());
        return predicted.isPresent() || inputs.unavailable().contains(Part.model(model))
                ? predicted
                : settings.assumedPropensity().map(PairPrediction::assumed);
    }
}
