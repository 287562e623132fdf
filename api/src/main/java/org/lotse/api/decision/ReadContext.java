package org.lotse.api.decision;

import org.lotse.api.problem.ProblemException;
import org.lotse.api.values.Invalid;
import org.lotse.api.values.ReadValues;
import org.lotse.engine.term.Term;
import org.lotse.engine.term.Value;

/** Reads a value of the request's context from a query parameter. */
final class ReadContext {
    private ReadContext() {}

    static Value value(Term term, String text) {
        try {
            return ReadValues.fromText(term, text, false, "/" + term.key());
        } catch (Invalid invalid) {
            throw ProblemException.invalid(java.util.List.of(invalid.problem()));
        }
    }
}
