package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lotse.engine.arbitration.DrawFirst;
import org.lotse.engine.arbitration.Exploration;

/**
 * What is worthwhile, in order: best first, ties in the order the seed deals them, unless exploring puts another first.
 *
 * @param order everything worthwhile
 * @param probability with which probability the first one came first
 * @param explored whether the first one is not the best
 */
record Ranking(List<Decision.Ranked> order, double probability, boolean explored) {
    Ranking {
        order = List.copyOf(order);
    }

    static Ranking of(
            List<Decision.Ranked> worthwhile, Function<Decision.Ranked, Exploration> budgets, RandomGenerator random) {
        List<Decision.Ranked> order = new ArrayList<>(worthwhile);
        Collections.shuffle(order, random);
        order.sort(Offer.BY_PRIORITY.reversed());
        if (order.isEmpty()) {
            return new Ranking(order, 1, false);
        }
        DrawFirst.Choice first = new DrawFirst(order.stream()
                        .map(ranked -> contender(ranked, budgets.apply(ranked)))
                        .toList())
                .draw(random);
        order.addFirst(order.remove(first.index()));
        return new Ranking(order, first.probability(), first.index() > 0);
    }

    private static DrawFirst.Contender contender(Decision.Ranked ranked, Exploration budget) {
        return new DrawFirst.Contender(
                ranked.factors().priority(), ranked.factors().deviation(budget.evidence()), budget);
    }

    List<Decision.Ranked> chosen(int limit) {
        return order.subList(0, Math.min(limit, order.size()));
    }

    /** Those the limit leaves no room for. */
    List<Decision.NotChosen> outranked(int limit) {
        List<Decision.NotChosen> losers = new ArrayList<>();
        for (int rank = limit; rank < order.size(); rank++) {
            Decision.Ranked loser = order.get(rank);
            Decision.Ranked last = order.get(limit - 1);
            losers.add(new Decision.NotChosen(
                    loser.candidate(),
                    new Rejection.Outranked(
                            rank + 1,
                            last.candidate().toString(),
                            last.factors().priority(),
                            loser.channel(),
                            loser.factors())));
        }
        return losers;
    }
}
