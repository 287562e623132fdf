package org.lotse.rules.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;
import org.lotse.rules.model.Condition;
import org.lotse.rules.promise.ConditionHolds;

/**
 * Somebody known, as conditions see them.
 *
 * @param values the value of each term, concluded ones included; empty where it is missing
 * @param at the moment they are looked at
 * @param zone the company's zone
 */
record Somebody(Function<TermPath, Optional<Value>> values, Instant at, ZoneId zone) {
    boolean meets(Condition condition) {
        return ConditionHolds.of(condition, values, at, zone);
    }
}
