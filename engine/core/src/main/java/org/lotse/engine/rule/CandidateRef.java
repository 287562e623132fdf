package org.lotse.engine.rule;

import org.lotse.engine.action.ActionKey;
import org.lotse.engine.term.SubjectId;

/** What competes in a decision, before channels are looked at. */
public sealed interface CandidateRef {
    /** An action of the catalogue. */
    record OfAction(ActionKey action) implements CandidateRef {
        @Override
        public String toString() {
            return action.value();
        }
    }

    /** A subject of another type: a jurist for a claim. */
    record OfSubject(SubjectId subject) implements CandidateRef {
        @Override
        public String toString() {
            return subject.toString();
        }
    }
}
