package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Value;

/**
 * The fact the rows of one round are matched against: the values read, and a place to note which rows hit. For use by
 * one thread.
 */
final class RowFact {
    private final int round;
    private final @Nullable Value[] values;
    private final LocalDate today;
    private final BitSet hits = new BitSet();

    /**
     * @param round which rows are asked
     * @param values by slot; null where the term is missing
     * @param today the day of the decision in the company's zone
     */
    RowFact(int round, @Nullable Value[] values, LocalDate today) {
        this.round = round;
        this.values = values;
        this.today = today;
    }

    int round() {
        return round;
    }

    @Nullable
    Value value(int slot) {
        return values[slot];
    }

    OptionalDouble number(int slot) {
        return values[slot] instanceof Value.Num(double number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    LocalDate today() {
        return today;
    }

    void hit(int row) {
        hits.set(row);
    }

    BitSet hits() {
        return hits;
    }
}
