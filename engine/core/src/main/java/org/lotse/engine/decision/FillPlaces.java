package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lotse.engine.action.Action;
import org.lotse.engine.action.ChannelKey;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.rule.RuleSet;

/**
 * Fills the places of a request in their order: each with the best pairs of action and channel that are left for it. An
 * action is given once, unless a place may repeat; the first candidate of each place is one contact, and what the caps
 * allow is shared by all places.
 */
final class FillPlaces {
    private final RuleSet rules;
    private final Inputs inputs;
    private final List<Decision.Ranked> ranked = new ArrayList<>();
    private final List<Decision.Place> places = new ArrayList<>();
    private final Set<CandidateRef> given = new HashSet<>();
    /** The places that took a contact of a cap, in order. */
    private final Map<String, List<String>> taken = new HashMap<>();

    private final Map<CandidateRef, Rejection> rejections = new LinkedHashMap<>();

    FillPlaces(RuleSet rules, Inputs inputs) {
        this.rules = rules;
        this.inputs = inputs;
    }

    /** What the places got, and why the rest got none. */
    record Filled(List<Decision.Ranked> ranked, List<Decision.Place> places, List<Decision.NotChosen> notChosen) {}

    Filled fill(List<Offer> offers, RandomGenerator random) {
        for (Placement place : inputs.places()) {
            fill(place, offers, random);
        }
        for (Offer offer : offers) {
            rejections.putIfAbsent(
                    new CandidateRef.OfAction(offer.action().key()),
                    new Rejection.NoPlacement(offer.action().group()));
        }
        given.forEach(rejections::remove);
        List<Decision.NotChosen> notChosen = rejections.entrySet().stream()
                .map(entry -> new Decision.NotChosen(entry.getKey(), entry.getValue()))
                .toList();
        return new Filled(ranked, places, notChosen);
    }

    private void fill(Placement place, List<Offer> offers, RandomGenerator random) {
        List<Decision.Ranked> worthwhile = new ArrayList<>();
        for (Offer offer : offers) {
            boolean free = place.repeats()
                    || !given.contains(new CandidateRef.OfAction(offer.action().key()));
            if (free && place.takes(offer.action())) {
                consider(place, offer).ifPresent(worthwhile::add);
            }
        }
        Ranking ranking = Ranking.of(worthwhile, this::budget, random);
        List<Decision.Ranked> chosen = ranking.chosen(place.limit());
        ranking.outranked(place.limit()).forEach(loser -> rejections.put(loser.candidate(), loser.rejection()));
        places.add(new Decision.Place(
                place.name(), ranked.size(), ranked.size() + chosen.size(), ranking.probability(), ranking.explored()));
        ranked.addAll(chosen);
        chosen.forEach(one -> given.add(one.candidate()));
        if (!chosen.isEmpty()) {
            caps(chosen.getFirst())
                    .forEach(cap -> taken.computeIfAbsent(cap.id(), id -> new ArrayList<>())
                            .add(place.name()));
        }
    }

    /** The offer's best pair for a place if it is worthwhile; else its rejection is noted. */
    private Optional<Decision.Ranked> consider(Placement place, Offer offer) {
        CandidateRef candidate = new CandidateRef.OfAction(offer.action().key());
        Optional<Decision.Ranked> best = offer.best(pair ->
                place.takes(pair.channel().orElseThrow()) && usedUp(pair).isEmpty());
        if (best.isEmpty()) {
            offer.best(pair -> place.takes(pair.channel().orElseThrow()))
                    .flatMap(this::usedUp)
                    .ifPresent(rejection -> rejections.putIfAbsent(candidate, rejection));
            return best;
        }
        if (!offer.isWorthwhile(best.get())) {
            rejections.putIfAbsent(
                    candidate,
                    new Rejection.BelowMinimum(
                            best.get().channel().orElseThrow(), best.get().factors(), offer.needed()));
            return Optional.empty();
        }
        return best;
    }

    /** Whether earlier places of this request have taken the last contact a cap allowed. */
    private Optional<Rejection> usedUp(Decision.Ranked pair) {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        for (Cap cap : caps(pair)) {
            List<String> takers = taken.getOrDefault(cap.id(), List.of());
            if (!takers.isEmpty()
                    && cap.limit().isPresent()
                    && counted(cap) + takers.size() >= cap.limit().getAsInt()) {
                return Optional.of(
                        new Rejection.PlacedElsewhere(pair.channel().orElseThrow(), cap.id(), takers.getLast()));
            }
        }
        return Optional.empty();
    }

    private int counted(Cap cap) {
        return inputs.caps().stream()
                .filter(usage -> usage.cap().equals(cap.id()))
                .mapToInt(CapUsage::count)
                .findFirst()
                .orElse(0);
    }

    private List<Cap> caps(Decision.Ranked pair) {
        ChannelKey channel = pair.channel().orElseThrow();
        return rules.contactPolicy().applyingTo(action(pair), channel, inputs.direction());
    }

    private Action action(Decision.Ranked pair) {
        return switch (pair.candidate()) {
            case CandidateRef.OfAction(var key) -> rules.catalogue().action(key).orElseThrow();
            case CandidateRef.OfSubject(var subject) ->
                throw new IllegalArgumentException(subject + " is no action and has no place to fill.");
        };
    }

    private Exploration budget(Decision.Ranked pair) {
        return rules.settings().exploration(action(pair).group());
    }
}
