package org.lotse.rules.model;

import java.util.SortedSet;
import java.util.TreeSet;
import org.lotse.engine.calculation.Calculation;
import org.lotse.engine.term.TermPath;
import org.lotse.engine.term.Value;

/** What a term is compared with or set to. */
public sealed interface Operand {
    /** A fixed value, already of the term's type. */
    record Fixed(Value value) implements Operand {}

    /** Whatever another term of the same type has. */
    record OfTerm(TermPath term) implements Operand {}

    /** A number calculated from terms. */
    record Calculated(Calculation calculation) implements Operand {}

    /** Every term it reads. */
    default SortedSet<TermPath> reads() {
        return switch (this) {
            case Fixed ignored -> new TreeSet<>();
            case OfTerm(TermPath term) -> {
                SortedSet<TermPath> one = new TreeSet<>();
                one.add(term);
                yield one;
            }
            case Calculated(Calculation calculation) -> calculation.terms();
        };
    }
}
