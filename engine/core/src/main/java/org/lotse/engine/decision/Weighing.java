package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;

/** Chooses, given everything that was read: a pure function of inputs, rule bundle and predictions per pair. */
final class Weighing {
    /** The prediction of a pair: asked of the serving models when deciding, read from the record when replaying. */
    @FunctionalInterface
    interface PairPredictions {
        Optional<PairPrediction> of(String model, Decision.Pair pair);
    }

    private final RuleSet rules;
    private final Inputs inputs;
    private final PairPredictions predictions;
    private final Map<Decision.Pair, PairPrediction> read = new LinkedHashMap<>();
    /** What was read, and once the rules have judged, what they concluded. */
    private Terms terms;
    /** What may be read for which purpose, once the rules have judged. */
    private PurposeLimit limit;

    Weighing(RuleSet rules, Inputs inputs, PairPredictions predictions) {
        this.rules = rules;
        this.inputs = inputs;
        this.predictions = predictions;
        this.terms = inputs.terms();
        this.limit = new PurposeLimit(
                rules.vocabulary(),
                inputs.subject().type(),
                new Judgement(Map.of(), Map.of(), List.of(), Map.of(), List.of()));
    }

    /** The decision for the declared kind. */
    Decision decide(DecisionDeclaration declaration) {
        return switch (declaration) {
            case DecisionDeclaration.ByRules byRules ->
                new Decision(promised(judge(byRules, Map.of())), List.of(), List.of(), Map.of(), 1, false);
            case DecisionDeclaration.AmongActions amongActions -> amongActions(amongActions);
            case DecisionDeclaration.AmongSubjects amongSubjects -> amongSubjects(amongSubjects);
        };
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
        terms = inputs.terms().with(concluded(judgement));
        return brokenPromise(Optional.empty(), Optional.empty())
                .map(promise -> new Judgement(
                        Map.of(),
                        judgement.candidates(),
                        judgement.channels(),
                        judgement.added(),
                        List.of("PROMISE_BROKEN:" + promise.file() + ":" + promise.row())))
                .orElse(judgement);
    }

    private Optional<RowRef> brokenPromise(Optional<Action> action, Optional<Channel> channel) {
        return rules.brokenPromise(new Choice(
                inputs.subject().type(),
                terms,
                action,
                channel,
                inputs.direction(),
                inputs.permissions(),
                inputs.at()));
    }

    private Decision amongActions(DecisionDeclaration.AmongActions declaration) {
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        List<Action> competing = rules.catalogue().actions().values().stream()
                .filter(action -> declaration.considers(action.group()))
                .toList();
        competing.forEach(action -> candidates.put(new CandidateRef.OfAction(action.key()), Terms.NONE));
        Judgement judgement = judge(declaration, candidates);
        limit = new PurposeLimit(rules.vocabulary(), inputs.subject().type(), judgement);
        Screening screening = new Screening(rules, inputs, judgement);
        terms = inputs.terms().with(concluded(judgement));

        List<Decision.Ranked> worthwhile = new ArrayList<>();
        List<Decision.NotChosen> notChosen = new ArrayList<>();
        for (Action action : competing) {
            switch (screening.screen(action)) {
                case Screening.Screened.Closed(var closed, var rejection) ->
                    notChosen.add(new Decision.NotChosen(new CandidateRef.OfAction(closed.key()), rejection));
                case Screening.Screened.Open(var open, var channels) -> weigh(open, channels, worthwhile, notChosen);
            }
        }
        return choose(judgement, worthwhile, notChosen);
    }

    private void weigh(
            Action action,
            List<Channel> channels,
            List<Decision.Ranked> worthwhile,
            List<Decision.NotChosen> notChosen) {
        CandidateRef candidate = new CandidateRef.OfAction(action.key());
        List<Decision.Ranked> pairs = new ArrayList<>();
        List<Rejection> unpriced = new ArrayList<>();
        for (Channel channel : channels) {
            switch (price(action, channel)) {
                case Priced.At(var factors) ->
                    pairs.add(new Decision.Ranked(candidate, Optional.of(channel.key()), factors));
                case Priced.Not(var rejection) -> unpriced.add(rejection);
            }
        }
        if (pairs.isEmpty()) {
            notChosen.add(new Decision.NotChosen(candidate, unpriced.getFirst()));
            return;
        }
        Decision.Ranked best = pairs.stream().max(BY_PRIORITY).orElseThrow();
        double needed = Math.max(0, action.minimumMargin());
        if (best.factors().priority() > 0 && best.factors().priority() >= needed) {
            worthwhile.add(best);
        } else {
            notChosen.add(new Decision.NotChosen(
                    candidate, new Rejection.BelowMinimum(best.channel().orElseThrow(), best.factors(), needed)));
        }
    }

    private static final Comparator<Decision.Ranked> BY_PRIORITY =
            Comparator.comparingDouble(ranked -> ranked.factors().priority());

    private sealed interface Priced {
        record At(Factors factors) implements Priced {}

        record Not(Rejection rejection) implements Priced {}
    }

    private Priced price(Action action, Channel channel) {
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
        Optional<PairPrediction> prediction = predictions
                .of(economics.model(), pair)
                .or(() -> rules.settings().assumedPropensity().map(PairPrediction::assumed));
        if (prediction.isEmpty()) {
            return new Priced.Not(new Rejection.NoPrediction(economics.model(), channel.key()));
        }
        read.put(pair, prediction.get());
        return new Priced.At(factors(action, channel, economics, value.getAsDouble(), prediction.get()));
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
                capacityPrice(channel.uses(), 1) + capacityPrice(action.usesIfAccepted(), Math.max(0, p)));
    }

    private double capacityPrice(Map<String, Double> uses, double expected) {
        return uses.entrySet().stream()
                .mapToDouble(use -> expected * use.getValue() * inputs.prices().getOrDefault(use.getKey(), 0.0))
                .sum();
    }

    private Decision amongSubjects(DecisionDeclaration.AmongSubjects declaration) {
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        inputs.candidates().forEach((subject, terms) -> candidates.put(new CandidateRef.OfSubject(subject), terms));
        Judgement judgement = judge(declaration, candidates);

        List<Decision.Ranked> worthwhile = new ArrayList<>();
        List<Decision.NotChosen> notChosen = new ArrayList<>();
        candidates.forEach((candidate, candidateTerms) -> {
            Judgement.CandidateJudgement judged = Optional.ofNullable(
                            judgement.candidates().get(candidate))
                    .orElseGet(() -> new Judgement.CandidateJudgement(List.of(), Map.of()));
            judged.stoppedBy()
                    .ifPresentOrElse(
                            verdict -> notChosen.add(new Decision.NotChosen(candidate, new Rejection.ByRules(verdict))),
                            () -> value(declaration, candidate, candidateTerms, judged, worthwhile, notChosen));
        });
        return choose(judgement, worthwhile, notChosen);
    }

    private void value(
            DecisionDeclaration.AmongSubjects declaration,
            CandidateRef candidate,
            Terms candidateTerms,
            Judgement.CandidateJudgement judged,
            List<Decision.Ranked> worthwhile,
            List<Decision.NotChosen> notChosen) {
        var numbers = (java.util.function.Function<TermPath, OptionalDouble>)
                path -> CandidateNumbers.of(path, inputs.terms(), candidateTerms, judged);
        OptionalDouble value = declaration.value().evaluate(numbers);
        if (value.isPresent()) {
            worthwhile.add(new Decision.Ranked(candidate, Optional.empty(), Factors.ofValue(value.getAsDouble())));
        } else {
            notChosen.add(new Decision.NotChosen(
                    candidate,
                    new Rejection.ValueUnknown(declaration.value().terms().stream()
                            .filter(term -> numbers.apply(term).isEmpty())
                            .toList())));
        }
    }

    private Decision choose(Judgement judgement, List<Decision.Ranked> worthwhile, List<Decision.NotChosen> notChosen) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(inputs.seed());
        List<Decision.Ranked> ranking = ranked(worthwhile, random);
        if (ranking.isEmpty()) {
            return new Decision(judgement, List.of(), notChosen, read, 1, false);
        }
        Exploration.Choice first = explorationOf(ranking.getFirst()).choose(ranking.size(), random);
        ranking.addFirst(ranking.remove(first.index()));

        List<Decision.Ranked> chosen = ranking.subList(0, Math.min(inputs.limit(), ranking.size()));
        List<Decision.NotChosen> losers = new ArrayList<>(notChosen);
        for (int rank = chosen.size(); rank < ranking.size(); rank++) {
            Decision.Ranked loser = ranking.get(rank);
            Decision.Ranked last = chosen.getLast();
            losers.add(new Decision.NotChosen(
                    loser.candidate(),
                    new Rejection.Outranked(
                            rank + 1,
                            last.candidate().toString(),
                            last.factors().priority(),
                            loser.channel(),
                            loser.factors())));
        }
        return new Decision(judgement, chosen, losers, read, first.probability(), first.index() > 0);
    }

    /** Best first; ties in the order the seed deals them. */
    private static List<Decision.Ranked> ranked(List<Decision.Ranked> worthwhile, RandomGenerator random) {
        List<Decision.Ranked> ranking = new ArrayList<>(worthwhile);
        java.util.Collections.shuffle(ranking, random);
        ranking.sort(BY_PRIORITY.reversed());
        return ranking;
    }

    private Exploration explorationOf(Decision.Ranked best) {
        return new Exploration(
                switch (best.candidate()) {
                    case CandidateRef.OfAction(var key) ->
                        rules.catalogue()
                                .action(key)
                                .map(action -> rules.settings().explorationShare(action.group()))
                                .orElse(0.0);
                    case CandidateRef.OfSubject ignored -> 0.0;
                });
    }

    private OptionalDouble number(TermPath path) {
        return terms.number(path);
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
