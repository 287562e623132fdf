package org.lotse.engine.term;

import java.util.List;
import java.util.Optional;
import org.lotse.engine.calculation.Calculation;

/** A decision the service offers under {@code /v1/decisions/<key>}, declared in the vocabulary. */
public sealed interface DecisionDeclaration {
    /** Its name in the address. */
    String key();

    /** What it is about. */
    SubjectType subject();

    /**
     * The rules alone decide: the answer is the value of rule terms.
     *
     * @param outputs the terms answered
     */
    record ByRules(String key, SubjectType subject, List<TermKey> outputs) implements DecisionDeclaration {
        public ByRules {
            outputs = List.copyOf(outputs);
        }
    }

    /** The actions of the catalogue compete; the best pair of action and channel wins. */
    record AmongActions(String key, SubjectType subject) implements DecisionDeclaration {}

    /**
     * Subjects of another type compete: which jurist gets the claim.
     *
     * @param candidates their type
     * @param where the table that says which of them are available, by its path under {@code rules/}; empty means all
     * @param value what a candidate is worth, over the subject's, the pair's and the candidate's terms
     */
    record AmongSubjects(
            String key, SubjectType subject, SubjectType candidates, Optional<String> where, Calculation value)
            implements DecisionDeclaration {}
}
