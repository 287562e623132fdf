package org.lotse.engine.decision;

import java.util.List;
import org.lotse.engine.action.Action;
import org.lotse.engine.rule.CandidateRef;
import org.lotse.engine.term.Purpose;

/**
 * An action that competes.
 *
 * @param place its number among those that compete
 * @param action which
 * @param candidate what it is called in judgements and decisions
 * @param lawful whether the company has named a legal basis for its purpose
 * @param pairings the channels it may use, in the order it prefers
 */
record Contender(int place, Action action, CandidateRef.OfAction candidate, boolean lawful, List<Pairing> pairings) {
    Contender {
        pairings = List.copyOf(pairings);
    }

    boolean isMarketing() {
        return action.purpose() == Purpose.MARKETING;
    }
}
