package org.lotse.engine.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lotse.engine.arbitration.DrawFirst;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.arbitration.Factors;

/**
 * What is worthwhile, in order: best first, ties in the order the seed deals them, unless exploring puts another first.
 *
 * @param order everything worthwhile; not changed once it is ranked
 * @param probability with which probability the first one came first
 * @param explored whether the first one is not the best
 */
record Ranking(List<Decision.Ranked> order, double probability, boolean explored) {
    static Ranking of(
            List<Decision.Ranked> worthwhile, Function<Decision.Ranked, Exploration> budgets, RandomGenerator random) {
        List<Decision.Ranked> order = new ArrayList<>(worthwhile);
        Collections.shuffle(order, random);
        order.sort(Offer.BY_PRIORITY.reversed());
        if (order.isEmpty()) {
            return new Ranking(order, 1, false);
        }
        DrawFirst.Choice first = new DrawFirst(contenders(order, budgets)).draw(random);
        order.addFirst(order.remove(first.index()));
        return new Ranking(order, first.probability(), first.index() > 0);
    }

    /** How uncertain a priority is matters only where the draw asks for it. */
    private static List<DrawFirst.Contender> contenders(
            List<Decision.Ranked> order, Function<Decision.Ranked, Exploration> budgets) {
        List<Exploration> applying = new ArrayList<>(order.size());
        boolean uncertain = false;
        for (Decision.Ranked ranked : order) {
            Exploration budget = budgets.apply(ranked);
            applying.add(budget);
            uncertain |= budget.share() > 0 && budget.method() == Exploration.Method.THOMPSON;
        }
        List<DrawFirst.Contender> contenders = new ArrayList<>(order.size());
        for (int rank = 0; rank < applying.size(); rank++) {
            Factors factors = order.get(rank).factors();
            Exploration budget = applying.get(rank);
            contenders.add(new DrawFirst.Contender(
                    factors.priority(), uncertain ? factors.deviation(budget.evidence()) : 0, budget));
        }
        return contenders;
    }

    List<Decision.Ranked> chosen(int limit) {
        return order.subList(0, Math.min(limit, order.size()));
    }

    /** Those the limit leaves no room for. */
    List<Decision.NotChosen> outranked(int limit) {
        if (order.size() <= limit) {
            return List.of();
        }
        List<Decision.NotChosen> losers = new ArrayList<>(order.size() - limit);
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
