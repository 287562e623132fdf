package org.lotse.api.subjects;

import org.lotse.engine.term.SubjectId;

/**
 * Published in the transaction that erases a subject: every capability that stores something about it erases that too.
 *
 * @param subject who is forgotten
 */
public record SubjectErased(SubjectId subject) {}
