package org.lotse.rules.promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.Terms;
import org.lotse.rules.model.Condition;

/** Asks a condition of terms, outside of any table. */
public final class Conditions {
    private Conditions() {}

    /**
     * Whether the condition holds; where a term it needs is missing it does not.
     *
     * @param terms what is known, concluded terms included
     * @param at the moment, for dates
     * @param zone in which days are counted
     */
    public static boolean hold(Condition condition, Terms terms, Instant at, ZoneId zone) {
        DecisionFacts facts = new DecisionFacts(
                terms::value, Optional.empty(), Optional.empty(), Direction.OUTBOUND, Permissions.NONE, at, zone);
        return Promises.holds(condition, facts) == Truth.TRUE;
    }
}
