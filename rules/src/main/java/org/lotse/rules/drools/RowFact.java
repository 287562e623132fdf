package org.lotse.rules.drools;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lotse.engine.term.Value;

/** What the rows of one round are matched against, and which of them hit. For use by one thread until it is asked. */
final class RowFact {
    private final Round round;
    private final @Nullable Value[] values;
    private final LocalDate today;
    private final Bits hits;

    /**
     * @param round which rows are asked
     * @param values by slot; null where the term is missing. Terms the rows of the round read must not be changed any
     *     more
     * @param today the day of the decision in the company's zone
     */
    RowFact(Round round, @Nullable Value[] values, LocalDate today) {
        this.round = round;
        this.values = values;
        this.today = today;
        this.hits = Bits.none(round.size());
    }

    Round round() {
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

    Bits hits() {
        return hits;
    }
}
