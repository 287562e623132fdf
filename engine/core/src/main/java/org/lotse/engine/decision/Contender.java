package org.lotse.engine.decision;

import java.util.List;
import org.lotse.engine.action.Action;
import org.lotse.engine.arbitration.Exploration;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.term.Purpose;

/**
 * An action that competes.
 *
 * @param place its number among those that compete
 * @param action which
 * @param candidate what it is called in judgements and decisions
 * @param lawful whether the company has named a legal basis for its purpose
 * @param harmless whether no row that may allow it reads what must be kept from marketing
 * @param exploration how much is tried in its group
 * @param needed what it has to be worth: more than doing nothing, and its minimum margin
 * @param pairings the channels it may use, in the order it prefers
 */
record Contender(
        int place,
        Action action,
        CandidateRef.OfAction candidate,
        boolean lawful,
        boolean harmless,
        Exploration exploration,
        double needed,
        List<Pairing> pairings) {
    Contender {
        pairings = List.copyOf(pairings);
    }

    /** Whether a priority is enough to be offered. */
    boolean isWorthwhile(double priority) {
        return priority > 0 && priority >= needed;
    }

    boolean isMarketing() {
        return action.purpose() == Purpose.MARKETING;
    }
}
