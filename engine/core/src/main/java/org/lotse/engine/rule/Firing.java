package org.lotse.engine.rule;

import java.util.List;

/**
 * A row that was looked at, with its conditions as asked.
 *
 * @param row which row
 * @param comparisons its conditions in the order of the file; for a fired row all are met
 */
public record Firing(RowRef row, List<Comparison> comparisons) {
    public Firing {
        comparisons = Deferred.copyOf(comparisons);
    }
}
