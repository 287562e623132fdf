package org.lotse.rules.example;

import java.util.List;
import java.util.Set;
import org.lotse.engine.decision.DecisionRecord;
import org.lotse.engine.rule.RowRef;
import org.lotse.rules.finding.Finding;

/**
 * What came of an example.
 *
 * @param example which
 * @param failures each expectation that was not met
 * @param fired the rows that decided anything in it
 * @param decisions the decisions taken in it
 */
record Outcome(Example example, List<Finding> failures, Set<RowRef> fired, List<DecisionRecord> decisions) {
    Outcome {
        failures = List.copyOf(failures);
        fired = Set.copyOf(fired);
        decisions = List.copyOf(decisions);
    }

    boolean passed() {
        return failures.isEmpty();
    }
}
