package org.lotse.engine.rule;

import java.util.Optional;
import org.lotse.engine.action.Catalogue;
import org.lotse.engine.contact.ContactPolicy;
import org.lotse.engine.term.SubjectType;
import org.lotse.engine.term.Vocabulary;

/** Port: one compiled version of everything in {@code rules/}. Immutable and safe for use by many threads. */
public interface RuleSet {
    /** Content hash of the bundle: the version. */
    String version();

    Vocabulary vocabulary();

    Catalogue catalogue();

    ContactPolicy contactPolicy();

    Settings settings();

    /** What the rules say about a subject and its candidates; the same request always gives the same judgement. */
    Judgement judge(RuleRequest request);

    /** The promise that this choice would break, whatever the other files say; empty when all are kept. */
    Optional<RowRef> brokenPromise(Choice choice);

    /** What the bundle asks about subjects of a type: where a decision may turn. */
    default Questions questions(SubjectType subject) {
        return Questions.NONE;
    }
}
