package org.lotse.engine.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.Channel;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.action.Direction;
import org.lotse.engine.arbitration.DrawFirst;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Factors;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.prediction.Predictions.PairPrediction;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.Choice;
import org.lotse.engine.rule.Comparison;
import org.lotse.engine.rule.Judgement;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.rule.RuleRequest;
import org.lotse.engine.rule.RuleSet;
import org.lotse.engine.rule.Settings;
import org.lotse.engine.rule.Verdict;
import org.lotse.engine.term.DecisionDeclaration;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.Reading;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Terms;
import org.lotse.engine.term.Value;

/** What {@link Weighing} means, action by action and in plain words: nothing is worked out beforehand or remembered. */
final class PlainWeighing {
    private static final Comparator<Decision.Ranked> BY_PRIORITY =
            Comparator.comparingDouble(ranked -> ranked.factors().priority());

    private final RuleSet rules;
    private final Inputs inputs;
    private final Weighing.PairPredictions predictions;
    private final Settings settings;
    private final Map<Decision.Pair, PairPrediction> read = new LinkedHashMap<>();

    PlainWeighing(RuleSet rules, Inputs inputs, Weighing.PairPredictions predictions) {
        this.rules = rules;
        this.inputs = inputs;
        this.predictions = predictions;
        this.settings = rules.settings();
    }

    private record Offered(Action action, List<Decision.Ranked> pairs) {
        CandidateRef candidate() {
            return new CandidateRef.OfAction(action.key());
        }

        boolean isWorthwhile(Decision.Ranked pair) {
            return pair.factors().priority() > 0 && pair.factors().priority() >= Math.max(0, action.minimumMargin());
        }
    }

    /** The decision, without what applies when a part is down. */
    Decision decide(DecisionDeclaration.AmongActions declaration) {
        List<Action> competing = rules.catalogue().actions().values().stream()
                .filter(action -> declaration.considers(action.group()))
                .toList();
        Map<CandidateRef, Terms> candidates = new LinkedHashMap<>();
        competing.forEach(action -> candidates.put(new CandidateRef.OfAction(action.key()), Terms.NONE));
        Judgement judgement = rules.judge(
                new RuleRequest(declaration, inputs.subject().type(), inputs.terms(), candidates, inputs.at()));
        Map<TermPath, Reading> concluded = new HashMap<>();
        judgement
                .conclusions()
                .forEach((key, conclusion) -> conclusion
                        .value()
                        .ifPresent(value -> concluded.put(TermPath.of(key), new Reading.Known(value))));
        Terms terms = inputs.terms().with(concluded);
        PurposeLimit limit =
                new PurposeLimit(rules.vocabulary(), inputs.subject().type(), judgement);

        List<Offered> offers = new ArrayList<>();
        List<Decision.NotChosen> notChosen = new ArrayList<>();
        for (Action action : competing) {
            Optional<Rejection> obstacle = obstacle(action, judgement, limit);
            List<Rejection> closed = new ArrayList<>();
            List<Channel> open = new ArrayList<>();
            if (obstacle.isEmpty()) {
                for (Channel channel : channels(action)) {
                    obstacle(action, channel, judgement).ifPresentOrElse(closed::add, () -> open.add(channel));
                }
                obstacle = open.isEmpty() ? Optional.of(nearest(action, closed)) : Optional.empty();
            }
            if (obstacle.isPresent()) {
                notChosen.add(new Decision.NotChosen(new CandidateRef.OfAction(action.key()), obstacle.get()));
            } else {
                offer(action, open, terms, limit, offers, notChosen);
            }
        }
        return choose(judgement, offers, notChosen);
    }

    private Optional<Rejection> obstacle(Action action, Judgement judgement, PurposeLimit limit) {
        LocalDate day = inputs.at().atZone(settings.zone()).toLocalDate();
        if (!action.isValidOn(day)) {
            return Optional.of(new Rejection.NotValid(action.validFrom(), action.validUntil()));
        }
        Optional<Part> missing = new Outage(rules, inputs).stops(action);
        if (missing.isPresent()) {
            return missing.map(Rejection.PartUnavailable::new);
        }
        if (settings.legalBasis(action.purpose()).isEmpty()) {
            return Optional.of(new Rejection.NoLegalBasis(action.purpose()));
        }
        Optional<Judgement.CandidateJudgement> judged =
                Optional.ofNullable(judgement.candidates().get(new CandidateRef.OfAction(action.key())));
        return judged.flatMap(Judgement.CandidateJudgement::stoppedBy)
                .<Rejection>map(Rejection.ByRules::new)
                .or(() -> judged.flatMap(each -> wrongPurpose(action, each, limit)));
    }

    /** In some layer every row that said yes read what must be kept from the action's purpose. */
    private static Optional<Rejection> wrongPurpose(
            Action action, Judgement.CandidateJudgement judged, PurposeLimit limit) {
        for (Verdict verdict : judged.verdicts()) {
            if (verdict instanceof Verdict.Passed(var layer, var because) && !because.isEmpty()) {
                List<List<TermPath>> refused = because.stream()
                        .map(firing -> limit.refused(
                                action.purpose(),
                                new TreeSet<>(firing.comparisons().stream()
                                        .map(Comparison::term)
                                        .toList())))
                        .toList();
                if (refused.stream().noneMatch(List::isEmpty)) {
                    return Optional.of(new Rejection.WrongPurpose(action.purpose(), refused.getFirst()));
                }
            }
        }
        return Optional.empty();
    }

    private List<Channel> channels(Action action) {
        return action.channels().stream()
                .flatMap(key -> rules.catalogue().channel(key).stream())
                .filter(channel -> channel.directions().contains(inputs.direction()))
                .filter(channel ->
                        inputs.channels().isEmpty() || inputs.channels().contains(channel.key()))
                .toList();
    }

    private Optional<Rejection> obstacle(Action action, Channel channel, Judgement judgement) {
        return ruledOut(channel.key(), judgement)
                .or(() -> inputs.permissions().objectsTo(action.purpose(), channel.key())
                        ? Optional.of(new Rejection.Objected(channel.key(), action.purpose()))
                        : Optional.empty())
                .or(() -> consent(action, channel))
                .or(() -> cap(action, channel.key()))
                .or(() -> inputs.direction() == Direction.INBOUND
                                || channel.hours().areOpenAt(inputs.at(), settings.zone())
                        ? Optional.empty()
                        : Optional.of(new Rejection.ChannelClosed(channel.key())));
    }

    private static Optional<Rejection> ruledOut(ChannelKey channel, Judgement judgement) {
        List<Judgement.ChannelRule> wanted =
                judgement.channels().stream().filter(rule -> !rule.forbidden()).toList();
        boolean isWanted = wanted.isEmpty()
                || wanted.stream().anyMatch(rule -> rule.channel().equals(channel));
        return judgement.channels().stream()
                .filter(rule -> rule.forbidden() && rule.channel().equals(channel))
                .findFirst()
                .or(() -> isWanted ? Optional.empty() : Optional.of(wanted.getFirst()))
                .map(rule -> new Rejection.ChannelForbidden(channel, rule.by()));
    }

    private Optional<Rejection> consent(Action action, Channel channel) {
        if (action.purpose() != Purpose.MARKETING || inputs.direction() == Direction.INBOUND) {
            return Optional.empty();
        }
        return channel.consentTerm()
                .filter(term -> !inputs.terms().value(term).equals(Optional.of(Value.of(true))))
                .map(term -> new Rejection.NoConsent(channel.key(), term));
    }

    private Optional<Rejection> cap(Action action, ChannelKey channel) {
        return rules.contactPolicy().applyingTo(action, channel, inputs.direction()).stream()
                .flatMap(cap ->
                        inputs.caps().stream().filter(usage -> usage.cap().equals(cap.id())))
                .filter(CapUsage::isExhausted)
                .max(Comparator.comparing(used -> used.freeAgainAt().orElseThrow()))
                .map(used -> new Rejection.CapReached(channel, used));
    }

    private Rejection nearest(Action action, List<Rejection> closed) {
        return closed.stream()
                .max(Comparator.comparing(rejection -> switch (rejection) {
                    case Rejection.ChannelClosed ignored -> 4;
                    case Rejection.CapReached ignored -> 3;
                    case Rejection.NoConsent ignored -> 2;
                    case Rejection.Objected ignored -> 1;
                    default -> 0;
                }))
                .orElseGet(() -> new Rejection.NoChannel(action.channels(), inputs.channel(), inputs.direction()));
    }

    private void offer(
            Action action,
            List<Channel> open,
            Terms terms,
            PurposeLimit limit,
            List<Offered> offers,
            List<Decision.NotChosen> notChosen) {
        List<Decision.Ranked> pairs = new ArrayList<>();
        List<Rejection> unpriced = new ArrayList<>();
        for (Channel channel : open) {
            price(action, channel, terms, limit, pairs, unpriced);
        }
        if (pairs.isEmpty()) {
            notChosen.add(new Decision.NotChosen(new CandidateRef.OfAction(action.key()), unpriced.getFirst()));
        } else {
            offers.add(new Offered(action, pairs));
        }
    }

    private void price(
            Action action,
            Channel channel,
            Terms terms,
            PurposeLimit limit,
            List<Decision.Ranked> pairs,
            List<Rejection> unpriced) {
        Optional<RowRef> broken = rules.brokenPromise(new Choice(
                inputs.subject().type(),
                terms,
                Optional.of(action),
                Optional.of(channel),
                inputs.direction(),
                inputs.permissions(),
                inputs.at()));
        Action.Economics economics = action.on(channel.key());
        List<TermPath> refused =
                limit.refused(action.purpose(), economics.value().terms());
        OptionalDouble value = economics.value().evaluate(terms::number);
        Decision.Pair pair = new Decision.Pair(action.key().value(), channel.key());
        Optional<PairPrediction> prediction = predictions
                .of(economics.model(), pair, action.purpose())
                .or(() -> inputs.unavailable().contains(Part.model(economics.model()))
                        ? Optional.empty()
                        : settings.assumedPropensity().map(PairPrediction::assumed));
        if (broken.isPresent()) {
            unpriced.add(new Rejection.BreaksPromise(channel.key(), broken.get()));
        } else if (!refused.isEmpty()) {
            unpriced.add(new Rejection.WrongPurpose(action.purpose(), refused));
        } else if (value.isEmpty()) {
            unpriced.add(new Rejection.ValueUnknown(economics.value().terms().stream()
                    .filter(term -> terms.number(term).isEmpty())
                    .toList()));
        } else if (prediction.isEmpty()) {
            unpriced.add(new Rejection.NoPrediction(economics.model(), channel.key()));
        } else {
            read.put(pair, prediction.get());
            pairs.add(new Decision.Ranked(
                    new CandidateRef.OfAction(action.key()),
                    Optional.of(channel.key()),
                    factors(action, channel, economics, value.getAsDouble(), prediction.get())));
        }
    }

    private Factors factors(
            Action action, Channel channel, Action.Economics economics, double value, PairPrediction prediction) {
        boolean needsOffer = action.effect() == Action.Effect.NEEDS_OFFER;
        Optional<Double> measured =
                prediction.uplift().filter(uplift -> settings.upliftMeasured().contains(inputs.direction()));
        double uplift = measured.orElse(prediction.propensity() * settings.assumedIncrementalShare());
        double p = needsOffer ? prediction.propensity() : uplift;
        double prices = 0;
        for (Map.Entry<String, Double> use :
                new java.util.TreeMap<>(ExpectedUses.of(action, channel, inputs.direction(), p)).entrySet()) {
            var price = inputs.prices().get(use.getKey());
            prices += price == null ? 0 : use.getValue() * price.amount();
        }
        return new Factors(
                p,
                needsOffer
                        ? Factors.Basis.PROPENSITY
                        : measured.isPresent() ? Factors.Basis.UPLIFT : Factors.Basis.ASSUMED_UPLIFT,
                Optional.of(prediction.propensity()),
                needsOffer ? measured : Optional.of(uplift),
                value,
                economics.costIfAccepted(),
                channel.contactCost(),
                settings.fatiguePerContact() * inputs.recentContacts(),
                action.lever(),
                prices);
    }

    private Decision choose(Judgement judgement, List<Offered> offers, List<Decision.NotChosen> notChosen) {
        List<Offered> offered = new ArrayList<>(offers);
        Optional<Decision.Ranked> withheld = Optional.empty();
        if (inputs.control()) {
            withheld = new Places(offers)
                    .fill(random()).stream()
                            .findFirst()
                            .filter(first -> offers.stream()
                                    .anyMatch(offer -> offer.candidate().equals(first.candidate())
                                            && settings.control().withholds(offer.action())));
            for (Offered offer : offers) {
                if (settings.control().withholds(offer.action())) {
                    offered.remove(offer);
                    Decision.Ranked best =
                            offer.pairs().stream().max(BY_PRIORITY).orElseThrow();
                    notChosen.add(new Decision.NotChosen(
                            best.candidate(), new Rejection.InControlGroup(best.channel(), best.factors())));
                }
            }
        }
        Places places = new Places(offered);
        List<Decision.Ranked> ranked = places.fill(random());
        places.rejections.forEach((candidate, why) -> notChosen.add(new Decision.NotChosen(candidate, why)));
        return new Decision(
                judgement,
                ranked,
                places.filled,
                notChosen,
                offers.stream().flatMap(offer -> offer.pairs().stream()).toList(),
                withheld,
                read);
    }

    private RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(inputs.seed());
    }

    private final class Places {
        private final List<Offered> offers;
        private final List<Decision.Ranked> ranked = new ArrayList<>();
        private final List<Decision.Place> filled = new ArrayList<>();
        private final Set<CandidateRef> given = new HashSet<>();
        private final Map<String, List<String>> taken = new HashMap<>();
        private final Map<CandidateRef, Rejection> rejections = new LinkedHashMap<>();

        Places(List<Offered> offers) {
            this.offers = offers;
        }

        List<Decision.Ranked> fill(RandomGenerator random) {
            for (Placement place : inputs.places()) {
                fill(place, random);
            }
            offers.forEach(offer -> rejections.putIfAbsent(
                    offer.candidate(), new Rejection.NoPlacement(offer.action().group())));
            given.forEach(rejections::remove);
            return ranked;
        }

        private void fill(Placement place, RandomGenerator random) {
            List<Decision.Ranked> order = new ArrayList<>();
            for (Offered offer : offers) {
                if ((place.repeats() || !given.contains(offer.candidate())) && place.takes(offer.action())) {
                    consider(place, offer).ifPresent(order::add);
                }
            }
            Collections.shuffle(order, random);
            order.sort(BY_PRIORITY.reversed());
            double probability = 1;
            boolean explored = false;
            if (!order.isEmpty()) {
                DrawFirst.Choice first = new DrawFirst(order.stream()
                                .map(one -> new DrawFirst.Contender(
                                        one.factors().priority(),
                                        one.factors().deviation(budget(one).evidence()),
                                        budget(one)))
                                .toList())
                        .draw(random);
                order.addFirst(order.remove(first.index()));
                probability = first.probability();
                explored = first.index() > 0;
            }
            List<Decision.Ranked> chosen = order.subList(0, Math.min(place.limit(), order.size()));
            for (int rank = place.limit(); rank < order.size(); rank++) {
                Decision.Ranked loser = order.get(rank);
                Decision.Ranked last = order.get(place.limit() - 1);
                rejections.put(
                        loser.candidate(),
                        new Rejection.Outranked(
                                rank + 1,
                                last.candidate().toString(),
                                last.factors().priority(),
                                loser.channel(),
                                loser.factors()));
            }
            filled.add(new Decision.Place(
                    place.name(), ranked.size(), ranked.size() + chosen.size(), probability, explored));
            ranked.addAll(chosen);
            chosen.forEach(one -> given.add(one.candidate()));
            if (!chosen.isEmpty()) {
                caps(chosen.getFirst())
                        .forEach(cap -> taken.computeIfAbsent(cap.id(), id -> new ArrayList<>())
                                .add(place.name()));
            }
        }

        private Optional<Decision.Ranked> consider(Placement place, Offered offer) {
            List<Decision.Ranked> fitting = offer.pairs().stream()
                    .filter(pair -> place.takes(pair.channel().orElseThrow()))
                    .toList();
            Optional<Decision.Ranked> best =
                    fitting.stream().filter(pair -> usedUp(pair).isEmpty()).max(BY_PRIORITY);
            if (best.isEmpty()) {
                fitting.stream()
                        .max(BY_PRIORITY)
                        .flatMap(this::usedUp)
                        .ifPresent(rejection -> rejections.putIfAbsent(offer.candidate(), rejection));
            } else if (!offer.isWorthwhile(best.get())) {
                rejections.putIfAbsent(
                        offer.candidate(),
                        new Rejection.BelowMinimum(
                                best.get().channel().orElseThrow(),
                                best.get().factors(),
                                Math.max(0, offer.action().minimumMargin())));
                return Optional.empty();
            }
            return best;
        }

        private Optional<Rejection> usedUp(Decision.Ranked pair) {
            for (Cap cap : caps(pair)) {
                List<String> takers = taken.getOrDefault(cap.id(), List.of());
                int counted = inputs.caps().stream()
                        .filter(usage -> usage.cap().equals(cap.id()))
                        .mapToInt(CapUsage::count)
                        .findFirst()
                        .orElse(0);
                if (!takers.isEmpty()
                        && cap.limit().isPresent()
                        && counted + takers.size() >= cap.limit().getAsInt()) {
                    return Optional.of(
                            new Rejection.PlacedElsewhere(pair.channel().orElseThrow(), cap.id(), takers.getLast()));
                }
            }
            return Optional.empty();
        }

        private List<Cap> caps(Decision.Ranked pair) {
            return rules.contactPolicy().applyingTo(action(pair), pair.channel().orElseThrow(), inputs.direction());
        }

        private Action action(Decision.Ranked pair) {
            return rules.catalogue()
                    .action(((CandidateRef.OfAction) pair.candidate()).action())
                    .orElseThrow();
        }

        private Exploration budget(Decision.Ranked pair) {
            return settings.exploration(action(pair).group());
        }
    }
}
