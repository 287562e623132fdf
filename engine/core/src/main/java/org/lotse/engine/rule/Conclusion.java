package org.lotse.engine.rule;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.term.TermKey;
import org.lotse.engine.term.Value;

/**
 * What the rules concluded about one rule term.
 *
 * @param term the term
 * @param value its value; empty when no row wrote it and it has no default
 * @param because the rows that fired, in file order; empty when the default applies or the request set the value
 * @param nearest rows that almost fired, fewest unmet conditions first, at most three: what would change the value
 */
public record Conclusion(TermKey term, Optional<Value> value, List<Firing> because, List<Firing> nearest) {
    public Conclusion {
        because = Deferred.copyOf(because);
        nearest = Deferred.copyOf(nearest);
    }
}
