package org.lotse.engine.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.action.ActionKey;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/**
 * What the rules and promises of a bundle ask about a subject, its candidates included: the values at which answers may
 * change. Explanations look there for the smallest change that would have turned a decision.
 *
 * @param comparisons every comparison any row or promise makes
 * @param allowing the rows that allow candidates
 * @param reads terms that reach a conclusion otherwise than by a comparison: in calculated points and values
 * @param concludedFrom for each term that rows conclude, what those rows read
 * @param promised the terms promises read
 * @param days first days on which a row comes into force or is in force no more
 */
public record Questions(
        List<Asked> comparisons,
        List<Allowing> allowing,
        Set<TermPath> reads,
        Map<TermPath, Set<TermPath>> concludedFrom,
        Set<TermPath> promised,
        SortedSet<LocalDate> days) {
    /** Nothing is asked. */
    public static final Questions NONE =
            new Questions(List.of(), List.of(), Set.of(), Map.of(), Set.of(), new TreeSet<>());

    public Questions {
        comparisons = List.copyOf(comparisons);
        allowing = List.copyOf(allowing);
        reads = Set.copyOf(reads);
        concludedFrom = Map.copyOf(concludedFrom);
        promised = Set.copyOf(promised);
        days = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    /**
     * One comparison.
     *
     * @param term what is read
     * @param operator how it is compared
     * @param fixed the fixed values compared with
     * @param terms other terms compared with
     * @param calculations what is calculated to compare with
     */
    public record Asked(
            TermPath term, Operator operator, List<Value> fixed, List<TermPath> terms, List<Calculation> calculations) {
        public Asked {
            fixed = List.copyOf(fixed);
            terms = List.copyOf(terms);
            calculations = List.copyOf(calculations);
        }
    }

    /**
     * A row that allows candidates in a layer.
     *
     * @param actions which actions; empty in files about candidate subjects, where the candidate asked about is meant
     * @param comparisons its conditions, however they are joined
     */
    public record Allowing(RowRef row, Layer layer, Set<ActionKey> actions, List<Asked> comparisons) {
        public Allowing {
            actions = Set.copyOf(actions);
            comparisons = List.copyOf(comparisons);
        }
    }
}
