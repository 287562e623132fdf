package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/**
 * Chooses, given everything that was read: a pure function of inputs, rule bundle and predictions per pair. Rules judge,
 * {@link Screening} sorts out what may not be offered, {@link Pricing} says what the rest is worth, {@link FillPlaces}
 * picks.
 */
final class Weighing {
    /** The prediction of a pair: asked of the serving models when deciding, read from the record when replaying. */
    @FunctionalInterface
    interface PairPredictions {
        Optional<PairPrediction> of(String model, Decision.Pair pair);
    }

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
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        List<Action> competing = rules.catalogue().actions().values().stream()
                .filter(action -> declaration.considers(action.group()))
                .toList();
        competing.forEach(action -> candidates.put(new CandidateRef.OfAction(action.key()), Terms.NONE));
        Judgement judgement = judge(declaration, candidates);
        PurposeLimit limit =
                new PurposeLimit(rules.vocabulary(), inputs.subject().type(), judgement);
        Screening screening = new Screening(rules, inputs, judgement, limit);
        Pricing pricing = new Pricing(rules, inputs, inputs.terms().with(concluded(judgement)), limit, predictions);

        List<Offer> offers = new ArrayList<>();
        List<Decision.NotChosen> notChosen = new ArrayList<>();
        for (Action action : competing) {
            switch (screening.screen(action)) {
                case Screening.Screened.Closed(var closed, var rejection) ->
                    notChosen.add(new Decision.NotChosen(new CandidateRef.OfAction(closed.key()), rejection));
                case Screening.Screened.Open(var open, var channels) ->
                    offer(open, channels, pricing, offers, notChosen);
            }
        }
        Decision decision = choose(judgement, offers, notChosen, pricing.read());
        return decision.ranked().isEmpty() ? new Fallback(rules, inputs, pricing).orElse(decision) : decision;
    }

    private static void offer(
            Action action,
            List<Channel> channels,
            Pricing pricing,
            List<Offer> offers,
            List<Decision.NotChosen> notChosen) {
        List<Decision.Ranked> pairs = new ArrayList<>();
        List<Rejection> unpriced = new ArrayList<>();
        for (Channel channel : channels) {
            switch (pricing.price(action, channel)) {
                case Pricing.Priced.At(var pair) -> pairs.add(pair);
                case Pricing.Priced.Not(var rejection) -> unpriced.add(rejection);
            }
        }
        if (pairs.isEmpty()) {
            notChosen.add(new Decision.NotChosen(new CandidateRef.OfAction(action.key()), unpriced.getFirst()));
        } else {
            offers.add(new Offer(action, pairs));
        }
    }

    /** Members of the control group choose among what is no marketing; what the others would have got is noted. */
    private Decision choose(
            Judgement judgement,
            List<Offer> offers,
            List<Decision.NotChosen> notChosen,
            Map<Decision.Pair, PairPrediction> read) {
        List<Offer> offered = new ArrayList<>(offers);
        Optional<Decision.Ranked> withheld = Optional.empty();
        if (inputs.control()) {
            withheld = new FillPlaces(rules, inputs)
                    .fill(offers, random()).ranked().stream()
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
        FillPlaces.Filled filled = new FillPlaces(rules, inputs).fill(offered, random());
        notChosen.addAll(filled.notChosen());
        return new Decision(
                judgement,
                filled.ranked(),
                filled.places(),
                notChosen,
                offers.stream().flatMap(offer -> offer.pairs().stream()).toList(),
                withheld,
                read);
    }

    private RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(inputs.seed());
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
        PurposeLimit limit =
                new PurposeLimit(rules.vocabulary(), inputs.subject().type(), judgement);
        Optional<RowRef> broken = new Pricing(
                        rules, inputs, inputs.terms().with(concluded(judgement)), limit, predictions)
                .brokenPromise(Optional.empty(), Optional.empty());
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
        judgement
                .conclusions()
                .forEach((key, conclusion) -> conclusion
                        .value()
                        .ifPresent(value -> concluded.put(TermPath.of(key), new Reading.Known(value))));
        return concluded;
    }
}
