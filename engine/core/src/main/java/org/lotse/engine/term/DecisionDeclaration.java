package org.lotse.engine.term;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lotse.engine.calculation.Calculation;

/** A decision the service offers under {@code /v1/decisions/<key>}, declared in the vocabulary. */
public sealed interface DecisionDeclaration {
    /** Its name in the address. */
    String key();

    /** What it is about. */
    SubjectType subject();

    /** What it is done for as a whole; actions have purposes of their own. */
    default Purpose purpose() {
        return Purpose.SERVICE;
    }

    /**
     * The rules alone decide: the answer is the value of rule terms.
     *
     * @param outputs the terms answered
     * @param purpose what the answer is for
     */
    record ByRules(String key, SubjectType subject, List<TermKey> outputs, Purpose purpose)
            implements DecisionDeclaration {
        public ByRules {
            outputs = List.copyOf(outputs);
        }

        /** A decision done for service. */
        public ByRules(String key, SubjectType subject, List<TermKey> outputs) {
            this(key, subject, outputs, Purpose.SERVICE);
        }
    }

    /**
     * Actions of the catalogue compete; the best pair of action and channel wins.
     *
     * @param groups the groups of actions that compete; empty means all
     * @param except groups of actions that do not compete
     */
    record AmongActions(String key, SubjectType subject, Set<String> groups, Set<String> except)
            implements DecisionDeclaration {
        public AmongActions {
            groups = Set.copyOf(groups);
            except = Set.copyOf(except);
        }

        /** A decision in which all actions compete. */
        public AmongActions(String key, SubjectType subject) {
            this(key, subject, Set.of(), Set.of());
        }

        /** Whether actions of this group compete. */
        public boolean considers(String group) {
            return (groups.isEmpty() || groups.contains(group)) && !except.contains(group);
        }
    }

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
