package org.lotse.engine.decision;

import java.util.List;
import org.lotse.engine.term.Purpose;
import org.lotse.engine.term.SubjectId;
import org.lotse.engine.term.TermKey;

/** How a request ended. */
public sealed interface Answer {
    /** It was decided, and recorded unless it was a what-if. */
    record Decided(DecisionRecord record) implements Answer {}

    /** It was decided but could not be recorded; no marketing is in it, and the company allows such answers. */
    record Unrecorded(DecisionRecord record) implements Answer {}

    /** It could not be recorded, or not in time, and so there is no answer; asking again may succeed. */
    record Unavailable(List<Part> parts) implements Answer {
        public Unavailable {
            parts = List.copyOf(parts);
        }
    }

    /** The vocabulary declares no such decision. */
    record UnknownDecision(String decision, List<String> declared) implements Answer {}

    /** Nothing is stored of the subject and the request said nothing about it. */
    record UnknownSubject(SubjectId subject) implements Answer {}

    /** The decision is about another type of subject. */
    record WrongSubjectType(SubjectId subject, String needed) implements Answer {}

    /** The company has named no legal basis for what the decision is done for. */
    record NoLegalBasis(String decision, Purpose purpose) implements Answer {}

    /** Others kept taking the contacts this decision needed; asking again may succeed. */
    record Contended(SubjectId subject) implements Answer {}

    /** Terms that must not be missing are missing. */
    record TermsRefused(List<TermKey> missing) implements Answer {}
}
