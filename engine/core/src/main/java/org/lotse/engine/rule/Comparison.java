package org.lotse.engine.rule;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/**
 * One condition as it was asked of one subject: "churn risk from 0.65, read 0.61".
 *
 * @param term the term read
 * @param operator how it was compared
 * @param needed the value or values compared with; empty for {@link Operator#IS_GIVEN} and {@link Operator#IS_MISSING}
 * @param read the value read; empty when the term is missing
 * @param cell the cell the condition stands in, {@code C4}; empty in sentences
 * @param met whether the condition holds
 */
public record Comparison(
        TermPath term, Operator operator, List<Value> needed, Optional<Value> read, String cell, boolean met) {
    public Comparison {
        needed = List.copyOf(needed);
    }
}
