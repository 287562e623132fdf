package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.RuleSet;

/**
 * Fills the places of a request in their order: each with the best pairs of action and channel that are left for it. An
 * action is given once, unless a place may repeat; the first candidate of each place is one contact, and what the caps
 * allow is shared by all places.
 */
final class FillPlaces {
    private final RuleSet rules;
    private final Inputs inputs;
    private final List<Offer> offers;
    private final List<Decision.Ranked> ranked = new ArrayList<>();
    private final List<Decision.Place> places = new ArrayList<>();
    /** By offer whether a place has it. */
    private final boolean[] given;
    /** By offer what stood in its way first. */
    private final @Nullable Rejection[] rejections;
    /** The offers something stands in the way of, in the order in which that turned out. */
    private final int[] rejected;

    private int rejectedCount;
    /** The places that took a contact of a cap, in order. */
    private final Map<String, List<String>> taken = new HashMap<>();

    FillPlaces(RuleSet rules, Inputs inputs, List<Offer> offers) {
        this.rules = rules;
        this.inputs = inputs;
        this.offers = offers;
        this.given = new boolean[offers.size()];
        this.rejections = new Rejection[offers.size()];
        this.rejected = new int[offers.size()];
    }

    /** What the places got, and why the rest got none. */
    record Filled(List<Decision.Ranked> ranked, List<Decision.Place> places, List<Decision.NotChosen> notChosen) {}

    Filled fill(RandomGenerator random) {
        List<Placement> asked = inputs.places();
        for (int place = 0; place < asked.size(); place++) {
            fill(asked.get(place), place + 1 < asked.size(), random);
        }
        for (int offer = 0; offer < given.length; offer++) {
            if (!given[offer] && rejections[offer] == null) {
                note(offer, new Rejection.NoPlacement(offers.get(offer).action().group()));
            }
        }
        List<Decision.NotChosen> notChosen = new ArrayList<>(rejectedCount);
        for (int each = 0; each < rejectedCount; each++) {
            Rejection rejection = rejections[rejected[each]];
            if (!given[rejected[each]] && rejection != null) {
                notChosen.add(new Decision.NotChosen(
                        offers.get(rejected[each]).contender().candidate(), rejection));
            }
        }
        return new Filled(ranked, places, notChosen);
    }

    private void note(int offer, Rejection rejection) {
        if (rejections[offer] == null) {
            rejected[rejectedCount++] = offer;
        }
        rejections[offer] = rejection;
    }

    /** Fills one place; whether more follow decides whether it matters what it takes from the caps. */
    private void fill(Placement place, boolean moreFollow, RandomGenerator random) {
        List<Decision.Ranked> worthwhile = new ArrayList<>(offers.size());
        for (int offer = 0; offer < given.length; offer++) {
            if ((place.repeats() || !given[offer])
                    && place.takes(offers.get(offer).action())) {
                Decision.Ranked best = consider(place, offer);
                if (best != null) {
                    worthwhile.add(best);
                }
            }
        }
        Ranking ranking = Ranking.of(worthwhile, this::budget, random);
        List<Decision.Ranked> chosen = ranking.chosen(place.limit());
        for (Decision.NotChosen loser : ranking.outranked(place.limit())) {
            note(offerOf(loser), loser.rejection());
        }
        places.add(new Decision.Place(
                place.name(), ranked.size(), ranked.size() + chosen.size(), ranking.probability(), ranking.explored()));
        ranked.addAll(chosen);
        for (Decision.Ranked one : chosen) {
            given[offerOf(one)] = true;
        }
        if (moreFollow && !chosen.isEmpty()) {
            for (Cap cap : caps(chosen.getFirst())) {
                taken.computeIfAbsent(cap.id(), id -> new ArrayList<>()).add(place.name());
            }
        }
    }

    /** The offer's best pair for a place if it is worthwhile; else its rejection is noted. */
    private Decision.@Nullable Ranked consider(Placement place, int index) {
        Offer offer = offers.get(index);
        Optional<Decision.Ranked> best = offer.best(pair ->
                place.takes(pair.channel().orElseThrow()) && usedUp(pair).isEmpty());
        if (best.isEmpty()) {
            offer.best(pair -> place.takes(pair.channel().orElseThrow()))
                    .flatMap(this::usedUp)
                    .ifPresent(rejection -> noteFirst(index, rejection));
            return null;
        }
        if (!offer.isWorthwhile(best.get())) {
            noteFirst(
                    index,
                    new Rejection.BelowMinimum(
                            best.get().channel().orElseThrow(), best.get().factors(), offer.needed()));
            return null;
        }
        return best.get();
    }

    private void noteFirst(int offer, Rejection rejection) {
        if (rejections[offer] == null) {
            note(offer, rejection);
        }
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
        return rules.contactPolicy()
                .applyingTo(offers.get(offerOf(pair)).action(), pair.channel().orElseThrow(), inputs.direction());
    }

    private int offerOf(Decision.Ranked pair) {
        for (int offer = 0; offer < given.length; offer++) {
            if (offers.get(offer).isOf(pair)) {
                return offer;
            }
        }
        throw new IllegalArgumentException(pair.candidate() + " was not offered and has no place to fill.");
    }

    private int offerOf(Decision.NotChosen loser) {
        for (int offer = 0; offer < given.length; offer++) {
            if (offers.get(offer).contender().candidate().equals(loser.candidate())) {
                return offer;
            }
        }
        throw new IllegalArgumentException(loser.candidate() + " was not offered and has no place to fill.");
    }

    private Exploration budget(Decision.Ranked pair) {
        return rules.settings().exploration(offers.get(offerOf(pair)).action().group());
    }
}
