package org.lotse.rules.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.TermPath;

/**
 * A row of a table or a sentence: when its condition holds, its consequences do.
 *
 * @param ref where its author finds it
 * @param validFrom first day, if limited
 * @param validUntil last day, if limited
 * @param condition when it hits; {@link Condition#ALWAYS} for a row without conditions
 * @param consequences what it concludes
 */
public record Rule(
        RowRef ref,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validUntil,
        Condition condition,
        List<Consequence> consequences) {
    public Rule {
        consequences = List.copyOf(consequences);
    }

    /** Every term the condition and the consequences read. */
    public SortedSet<TermPath> reads() {
        SortedSet<TermPath> read = new TreeSet<>(condition.reads());
        consequences.forEach(consequence -> read.addAll(consequence.reads()));
        return read;
    }
}
