package org.lotse.rules.model;

import org.lotse.engine.rule.RowRef;
import org.lotse.engine.term.Language;
import org.lotse.engine.term.SubjectType;

/**
 * What must hold in every decision, whatever the other files say.
 *
 * @param ref where its author finds it; the name is its text
 * @param language the language it is written in
 * @param subject what it is about
 * @param kind whether the condition must never or must always hold
 * @param condition what must never or must always hold; where a term of it is missing an {@link Kind#ALWAYS} promise is
 *     kept
 */
public record Promise(RowRef ref, Language language, SubjectType subject, Kind kind, Condition condition) {
    /** Which way round the condition is meant. */
    public enum Kind {
        NEVER,
        ALWAYS
    }
}
