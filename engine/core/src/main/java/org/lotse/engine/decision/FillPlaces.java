package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lotse.engine.contact.Cap;
import org.lotse.engine.contact.CapUsage;
import org.lotse.engine.rule.RuleSet;

/**
 * Fills the places of a request in their order: each with the best pairs of action and channel that are left for it. An
 * action is given once, unless a place may repeat; the first candidate of each place is one contact, and what the caps
 * allow is shared by all places. Pairs and contenders are known by their numbers.
 */
final class FillPlaces {
    private final RuleSet rules;
    private final Inputs inputs;
    private final Tally tally;
    private final Contest contest;
    private final Losers losers;
    /** By contender whether it competes for places. */
    private final boolean[] offered;
    /** By contender whether a place has it. */
    private final boolean[] given;

    private int[] ranked = new int[0];
    private final List<Decision.Place> places = new ArrayList<>(1);
    /** The places that took a contact of a cap, in order. */
    private Map<String, List<String>> taken = Map.of();

    /**
     * @param tally what each pair is worth
     * @param losers takes why those that get no place get none
     * @param offered by contender whether it competes
     */
    FillPlaces(RuleSet rules, Inputs inputs, Tally tally, Losers losers, boolean[] offered) {
        this.rules = rules;
        this.inputs = inputs;
        this.tally = tally;
        this.contest = tally.contest();
        this.losers = losers;
        this.offered = offered;
        this.given = new boolean[offered.length];
    }

    /** The pairs the places got, one place after the other. */
    record Filled(int[] ranked, List<Decision.Place> places) {}

    Filled fill(RandomGenerator random) {
        List<Placement> asked = inputs.places();
        for (int place = 0; place < asked.size(); place++) {
            fill(asked.get(place), place + 1 < asked.size(), random);
        }
        for (int contender = 0; contender < offered.length; contender++) {
            if (offered[contender] && !given[contender] && !losers.has(contender)) {
                losers.note(
                        contender,
                        new Rejection.NoPlacement(
                                contest.contenders().get(contender).action().group()));
            }
        }
        losers.forget(given);
        return new Filled(ranked, places);
    }

    /** Fills one place; whether more follow decides whether it matters what it takes from the caps. */
    private void fill(Placement place, boolean moreFollow, RandomGenerator random) {
        int[] worthwhile = new int[offered.length];
        int count = 0;
        for (int contender = 0; contender < offered.length; contender++) {
            if (offered[contender] && (place.repeats() || !given[contender])) {
                int pair = consider(place, contest.contenders().get(contender));
                if (pair >= 0) {
                    worthwhile[count++] = pair;
                }
            }
        }
        Ranking ranking = Ranking.of(
                Arrays.copyOf(worthwhile, count),
                tally.priorities(),
                pair -> contender(pair).exploration(),
                pair -> tally.factors(pair)
                        .deviation(contender(pair).exploration().evidence()),
                random);
        take(place, ranking, Math.min(place.limit(), count));
        if (moreFollow && count > 0) {
            for (Cap cap : contest.pairings()[ranking.order()[0]].caps(inputs.direction())) {
                taken = taken.isEmpty() ? new HashMap<>() : taken;
                taken.computeIfAbsent(cap.id(), id -> new ArrayList<>()).add(place.name());
            }
        }
    }

    private void take(Placement place, Ranking ranking, int chosen) {
        int[] order = ranking.order();
        for (int rank = chosen; rank < order.length; rank++) {
            losers.outranked(contender(order[rank]).place(), order[rank], rank + 1, order[chosen - 1]);
        }
        int from = ranked.length;
        ranked = Arrays.copyOf(ranked, from + chosen);
        for (int rank = 0; rank < chosen; rank++) {
            ranked[from + rank] = order[rank];
            given[contender(order[rank]).place()] = true;
        }
        places.add(new Decision.Place(place.name(), from, ranked.length, ranking.probability(), ranking.explored()));
    }

    private Contender contender(int pair) {
        return contest.contenders().get(contest.pairings()[pair].contender());
    }

    /** The best pair for a place if it is worthwhile; else -1, and why is noted unless something was noted before. */
    private int consider(Placement place, Contender contender) {
        if (!place.takes(contender.action())) {
            return -1;
        }
        int best = place.channels().isEmpty() && taken.isEmpty()
                ? tally.best(contender)
                : tally.best(
                        contender,
                        pairing -> place.takes(pairing.channel().key())
                                && usedUp(pairing).isEmpty());
        if (best >= 0 && contender.isWorthwhile(tally.priorities()[best])) {
            return best;
        }
        if (!losers.has(contender.place())) {
            if (best >= 0) {
                losers.note(contender.place(), Losers.Why.BELOW_MINIMUM, best);
            } else {
                int kept = tally.best(
                        contender, pairing -> place.takes(pairing.channel().key()));
                if (kept >= 0) {
                    usedUp(contest.pairings()[kept]).ifPresent(reason -> losers.note(contender.place(), reason));
                }
            }
        }
        return -1;
    }

    /** Whether earlier places of this request have taken the last contact a cap allowed. */
    private Optional<Rejection> usedUp(Pairing pairing) {
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        for (Cap cap : pairing.caps(inputs.direction())) {
            List<String> takers = taken.getOrDefault(cap.id(), List.of());
            if (!takers.isEmpty()
                    && cap.limit().isPresent()
                    && counted(cap) + takers.size() >= cap.limit().getAsInt()) {
                return Optional.of(
                        new Rejection.PlacedElsewhere(pairing.channel().key(), cap.id(), takers.getLast()));
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
}
