package org.lotse.engine.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lotse.engine.action.Action;

/**
 * An action that may be offered, with what it is worth over each channel that is open to it.
 *
 * @param contender which
 * @param pairs at least one; not changed once the offer is made
 */
record Offer(Contender contender, List<Decision.Ranked> pairs) {
    static final Comparator<Decision.Ranked> BY_PRIORITY =
            Comparator.comparingDouble(ranked -> ranked.factors().priority());

    Action action() {
        return contender.action();
    }

    /** The pair that is worth most; of equal ones the channel the action prefers. */
    Decision.Ranked best() {
        return best(pair -> true).orElseThrow();
    }

    /** Likewise, among the pairs that a place allows. */
    Optional<Decision.Ranked> best(Predicate<Decision.Ranked> allowed) {
        Decision.Ranked best = null;
        for (int each = 0; each < pairs.size(); each++) {
            Decision.Ranked pair = pairs.get(each);
            if (allowed.test(pair) && (best == null || BY_PRIORITY.compare(pair, best) > 0)) {
                best = pair;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What a pair has to be worth: more than doing nothing, and the action's minimum margin. */
    double needed() {
        return Math.max(0, action().minimumMargin());
    }

    boolean isWorthwhile(Decision.Ranked pair) {
        double priority = pair.factors().priority();
        return priority > 0 && priority >= needed();
    }

    boolean isOf(Decision.Ranked pair) {
        return pair.candidate().equals(contender.candidate());
    }
}
