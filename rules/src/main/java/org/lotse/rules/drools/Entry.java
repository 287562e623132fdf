package org.lotse.rules.drools;

import java.util.List;
import org.lotse.rules.model.Consequence;
import org.lotse.rules.model.Rule;
import org.lotse.rules.model.RuleFile;

/**
 * A row as it is asked in one round. A row with consequences of several kinds is asked in several rounds.
 *
 * @param number its place among all entries, and its bit among the hits
 * @param round in which it is asked
 * @param file the file it stands in
 * @param rule the row
 * @param asked its condition
 * @param consequences what it concludes in this round
 */
record Entry(int number, int round, RuleFile file, Rule rule, Asked asked, List<Consequence> consequences) {
    boolean isValidOn(java.time.LocalDate day) {
        return !rule.validFrom().map(day::isBefore).orElse(false)
                && !rule.validUntil().map(day::isAfter).orElse(false);
    }

    /** Whether it sets the term or adds to it. */
    boolean writes(org.lotse.engine.term.TermKey term) {
        return consequences.stream()
                .anyMatch(each -> Scope.written(each).map(term::equals).orElse(false));
    }
}
