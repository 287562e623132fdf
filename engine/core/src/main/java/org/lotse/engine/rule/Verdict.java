package org.lotse.engine.rule;

import java.util.List;

/** What the rules say about one candidate in one layer. */
public sealed interface Verdict {
    Layer layer();

    /**
     * It may go on.
     *
     * @param because the rows that said yes; empty when no row speaks about it
     */
    record Passed(Layer layer, List<Firing> because) implements Verdict {
        public Passed {
            because = List.copyOf(because);
        }
    }

    /**
     * A row said no: all its conditions hold.
     *
     * @param by the row
     */
    record Forbidden(Layer layer, Firing by) implements Verdict {}

    /**
     * Rows say when it is allowed, and none of them fired.
     *
     * @param nearest the row with the fewest unmet conditions
     */
    record NotAllowed(Layer layer, Firing nearest) implements Verdict {}
}
