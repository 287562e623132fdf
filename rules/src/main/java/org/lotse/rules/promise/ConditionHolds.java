package org.lotse.rules.promise;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.action.Direction;
import org.lotse.engine.contact.Permissions;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;

/** Asks a condition of one case, without compiling anything: for checks that look at single rows. */
public final class ConditionHolds {
    private ConditionHolds() {}

    /**
     * Whether the condition holds; a comparison with a missing value does not.
     *
     * @param values the value of each term; empty where it is missing
     * @param at the moment of decision
     * @param zone the person's time zone
     */
    public static boolean of(Condition condition, Function<TermPath, Optional<Value>> values, Instant at, ZoneId zone) {
        return Promises.holds(
                        condition,
                        new DecisionFacts(
                                values,
                                Optional.empty(),
                                Optional.empty(),
                                Direction.INBOUND,
                                Permissions.NONE,
                                at,
                                zone))
                == Truth.TRUE;
    }
}
