package org.lotse.models;

import java.util.List;
import java.util.stream.IntStream;
import org.lotse.models.signal.Derive;
import org.lotse.models.signal.FindDerivations;
import org.lotse.models.signal.LeftOut;
import org.lotse.models.signal.Table;

/**
 * What to learn from.
 *
 * @param table one row per observation, with the target
 * @param groups observations with the same number belong to one subject and stay in one fold
 * @param source where the table came from, for the model's origin
 * @param leftOut what was known but is no column, and why
 * @param times when each row was observed, in milliseconds since 1970; empty where that is not known
 */
public record TrainingData(Table table, int[] groups, String source, List<LeftOut> leftOut, long[] times) {
    public TrainingData {
        leftOut = List.copyOf(leftOut);
    }

    /** Rows of which nobody knows when they were observed. */
    public TrainingData(Table table, int[] groups, String source, List<LeftOut> leftOut) {
        this(table, groups, source, leftOut, new long[0]);
    }

    /** Every row is a subject of its own. */
    public static TrainingData of(Table table, String source) {
        return new TrainingData(table, IntStream.range(0, table.rows()).toArray(), source, List.of());
    }

    /** With further columns, and rows of one subject together. */
    TrainingData with(FindDerivations.Found found) {
        return new TrainingData(
                Derive.beside(table, found.derivations()),
                found.subject().map(by -> Derive.groups(table, by)).orElse(groups),
                source,
                leftOut,
                times);
    }

    TrainingData pick(int[] rows) {
        return new TrainingData(
                table.pick(rows),
                IntStream.of(rows).map(row -> groups[row]).toArray(),
                source,
                leftOut,
                times.length == 0
                        ? times
                        : IntStream.of(rows).mapToLong(row -> times[row]).toArray());
    }
}
