package org.lotse.engine.decision;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.arbitration.ControlGroup;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Conclusion;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.Keyed;
import org.lotse.engine.rule.OnDemand;
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
                new Pricing(rules, contest, inputs, judged(contest, inputs.terms(), judgement), limit, predictions);

        Tally tally = new Tally(contest, inputs, rules.settings(), judgement);
        for (int each = 0; each < contest.contenders().size(); each++) {
            Contender contender = contest.contenders().get(each);
            if (!screening.isClosed(contender, tally.losers())) {
                weigh(contender, screening, pricing, tally);
            }
        }
        Decision decision = choose(judgement, tally);
        return decision.ranked().isEmpty() ? new Fallback(rules, inputs, pricing).orElse(decision) : decision;
    }

    /** Prices the open channels of a contender; one without any has lost. */
    private static void weigh(Contender contender, Screening screening, Pricing pricing, Tally tally) {
        Rejection closed = null;
        Rejection unpriced = null;
        boolean isOffered = false;
        for (int each = 0; each < contender.pairings().size(); each++) {
            Pairing pairing = contender.pairings().get(each);
            if (screening.isAsked(pairing.channel())) {
                Rejection obstacle = screening.obstacle(contender, pairing);
                if (obstacle != null) {
                    closed = Screening.nearerToOpen(closed, obstacle);
                } else {
                    Rejection none = pricing.price(contender, pairing, tally);
                    isOffered |= none == null;
                    unpriced = unpriced == null ? none : unpriced;
                }
            }
        }
        if (!isOffered) {
            Rejection reason = unpriced != null ? unpriced : closed;
            tally.losers().note(contender.place(), reason != null ? reason : screening.noChannel(contender));
        }
    }

    /** Members of the control group choose among what is no marketing; what the others would have got is noted. */
    private Decision choose(Judgement judgement, Tally tally) {
        boolean[] offered = new boolean[tally.contest().contenders().size()];
        for (int contender = 0; contender < offered.length; contender++) {
            offered[contender] = !tally.losers().has(contender);
        }
        Optional<Decision.Ranked> withheld = inputs.control() ? withhold(offered, tally) : Optional.empty();
        FillPlaces.Filled filled = new FillPlaces(rules, inputs, tally, tally.losers(), offered).fill(random());
        return new Decision(
                judgement,
                OnDemand.of(filled.ranked().length, rank -> tally.ranked(filled.ranked()[rank])),
                filled.places(),
                tally.notChosen(),
                tally.weighed(),
                withheld,
                tally.read());
    }

    /** Takes out of the offers what the control group does without; answers what would have come first of that. */
    private Optional<Decision.Ranked> withhold(boolean[] offered, Tally tally) {
        ControlGroup control = rules.settings().control();
        List<Contender> contenders = tally.contest().contenders();
        int[] ranked = new FillPlaces(rules, inputs, tally, new Losers(contenders.size()), offered)
                .fill(random())
                .ranked();
        Optional<Decision.Ranked> withheld = Optional.empty();
        if (ranked.length > 0) {
            Pairing first = tally.contest().pairings()[ranked[0]];
            withheld = control.withholds(first.action()) ? Optional.of(tally.ranked(ranked[0])) : withheld;
        }
        for (Contender contender : contenders) {
            if (offered[contender.place()] && control.withholds(contender.action())) {
                offered[contender.place()] = false;
                tally.losers().note(contender.place(), Losers.Why.CONTROL, tally.best(contender));
            }
        }
        return withheld;
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

    /** What was read and what the rules concluded of it; where all conclusions have their place it is not looked for. */
    private static Terms judged(Contest contest, Terms terms, Judgement judgement) {
        int[] places = judgement.conclusions() instanceof Keyed<TermKey, Conclusion> keyed
                ? contest.places(keyed.keys(), terms.layout())
                : null;
        if (places == null || !(judgement.conclusions() instanceof Keyed<TermKey, Conclusion> keyed)) {
            return terms.with(concluded(judgement));
        }
        @Nullable Value[] values = new Value[places.length];
        for (int each = 0; each < values.length; each++) {
            Conclusion conclusion = keyed.at(each);
            values[each] = conclusion == null ? null : conclusion.value().orElse(null);
        }
        return terms.with(places, values);
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
