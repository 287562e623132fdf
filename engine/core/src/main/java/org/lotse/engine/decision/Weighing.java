package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/**
 * Chooses, given everything that was read: a pure function of inputs, rule bundle and predictions per pair. Rules judge,
 * {@link Screening} sorts out what may not be offered, {@link Pricing} says what the rest is worth, {@link FillPlaces}
 * picks.
 */
final class Weighing {
    /** The prediction of a pair: asked of the serving models when deciding, read from the record when replaying. */
    @FunctionalInterface
    interface PairPredictions {
        /** @param purpose what the pair's action is done for */
        Optional<PairPrediction> of(String model, Decision.Pair pair, Purpose purpose);
    }

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final RuleSet rules;
    private final Inputs inputs;
    private final PairPredictions predictions;

    Weighing(RuleSet rules, Inputs inputs, PairPredictions predictions) {
        this.rules = rules;
        this.inputs = inputs;
        this.predictions = predictions;
    }

    /** The decision for the declared kind. */
    Decision decide(DecisionDeclaration declaration) {
        return switch (declaration) {
            case DecisionDeclaration.ByRules byRules -> new Decision(promised(judge(byRules, Map.of())), Map.of());
            case DecisionDeclaration.AmongActions amongActions -> amongActions(amongActions);
            case DecisionDeclaration.AmongSubjects amongSubjects ->
                new WeighSubjects(inputs)
                        .weigh(amongSubjects, judge(amongSubjects, candidates(inputs.candidates())), random());
        };
    }

    private Decision amongActions(DecisionDeclaration.AmongActions declaration) {
        Contest contest = Contest.of(rules, declaration);
        Judgement judgement = judge(declaration, contest.candidates());
        PurposeLimit limit =
                new PurposeLimit(rules.vocabulary(), inputs.subject().type(), judgement);
        Screening screening = new Screening(rules, contest, inputs, judgement, limit);
        Pricing pricing =
                new Pricing(rules, contest, inputs, inputs.terms().with(concluded(judgement)), limit, predictions);

        List<Offer> offers = new ArrayList<>(contest.contenders().size());
        List<Decision.NotChosen> notChosen =
                new ArrayList<>(contest.contenders().size());
        for (Contender contender : contest.contenders()) {
            switch (screening.screen(contender)) {
                case Screening.Screened.Closed(var closed, var rejection) ->
                    notChosen.add(new Decision.NotChosen(closed.candidate(), rejection));
                case Screening.Screened.Open(var open, var pairings) ->
                    offer(open, pairings, pricing, offers, notChosen);
            }
        }
        Decision decision = choose(judgement, offers, notChosen, pricing.read());
        return decision.ranked().isEmpty() ? new Fallback(rules, inputs, pricing).orElse(decision) : decision;
    }

    private static void offer(
            Contender contender,
            List<Pairing> pairings,
            Pricing pricing,
            List<Offer> offers,
            List<Decision.NotChosen> notChosen) {
        List<Decision.Ranked> pairs = new ArrayList<>(pairings.size());
        Rejection unpriced = null;
        for (Pairing pairing : pairings) {
            switch (pricing.price(contender, pairing)) {
                case Pricing.Priced.At(var pair) -> pairs.add(pair);
                case Pricing.Priced.Not(var rejection) -> unpriced = unpriced == null ? rejection : unpriced;
            }
        }
        if (unpriced != null && pairs.isEmpty()) {
            notChosen.add(new Decision.NotChosen(contender.candidate(), unpriced));
        } else {
            offers.add(new Offer(contender, pairs));
        }
    }

    /** Members of the control group choose among what is no marketing; what the others would have got is noted. */
    private Decision choose(
            Judgement judgement,
            List<Offer> offers,
            List<Decision.NotChosen> notChosen,
            Map<Decision.Pair, PairPrediction> read) {
        List<Offer> offered = offers;
        Optional<Decision.Ranked> withheld = Optional.empty();
        if (inputs.control()) {
            offered = new ArrayList<>(offers);
            withheld = new FillPlaces(rules, inputs, offers)
                    .fill(random()).ranked().stream()
                            .findFirst()
                            .filter(first -> offers.stream()
                                    .anyMatch(offer -> offer.isOf(first)
                                            && rules.settings().control().withholds(offer.action())));
            for (Offer offer : offers) {
                if (rules.settings().control().withholds(offer.action())) {
                    offered.remove(offer);
                    Decision.Ranked best = offer.best();
                    notChosen.add(new Decision.NotChosen(
                            best.candidate(), new Rejection.InControlGroup(best.channel(), best.factors())));
                }
            }
        }
        FillPlaces.Filled filled = new FillPlaces(rules, inputs, offered).fill(random());
        notChosen.addAll(filled.notChosen());
        List<Decision.Ranked> weighed = new ArrayList<>(read.size());
        for (Offer offer : offers) {
            for (int pair = 0; pair < offer.pairs().size(); pair++) {
                weighed.add(offer.pairs().get(pair));
            }
        }
        return new Decision(judgement, filled.ranked(), filled.places(), notChosen, weighed, withheld, read);
    }

    private RandomGenerator random() {
        return RANDOM.create(inputs.seed());
    }

    /** What is read and what the rules conclude of it, without choosing anything. */
    static Terms judged(RuleSet rules, Inputs inputs, DecisionDeclaration declaration) {
        Judgement judgement = rules.judge(
                new RuleRequest(declaration, inputs.subject().type(), inputs.terms(), Map.of(), inputs.at()));
        return inputs.terms().with(concluded(judgement));
    }

    private Judgement judge(DecisionDeclaration declaration, Map<CandidateRef, Terms> candidates) {
        return rules.judge(
                new RuleRequest(declaration, inputs.subject().type(), inputs.terms(), candidates, inputs.at()));
    }

    /** What the rules concluded, or nothing of it where answering it would break a promise. */
    private Judgement promised(Judgement judgement) {
        Optional<RowRef> broken =
                rules.brokenPromise(Pricing.situation(inputs, inputs.terms().with(concluded(judgement))));
        return broken.map(promise -> new Judgement(
                        Map.of(),
                        judgement.candidates(),
                        judgement.channels(),
                        judgement.added(),
                        List.of("PROMISE_BROKEN:" + promise.file() + ":" + promise.row())))
                .orElse(judgement);
    }

    private static Map<CandidateRef, Terms> candidates(Map<org.lotse.engine.term.SubjectId, Terms> subjects) {
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        subjects.forEach((subject, terms) -> candidates.put(new CandidateRef.OfSubject(subject), terms));
        return candidates;
    }

    private static Map<TermPath, Reading> concluded(Judgement judgement) {
        Map<TermPath, Reading> concluded = new HashMap<>();
        for (Map.Entry<TermKey, Conclusion> entry : judgement.conclusions().entrySet()) {
            Optional<Value> value = entry.getValue().value();
            if (value.isPresent()) {
                concluded.put(TermPath.of(entry.getKey()), new Reading.Known(value.get()));
            }
        }
        return concluded;
    }
}
