/**
 * The vocabulary: everything a decision knows is a <em>term</em>, a named, typed, unit-carrying value about a subject.
 *
 * <p>Start at {@link org.lotse.engine.term.Vocabulary} (what exists) and {@link org.lotse.engine.term.ResolveTerms}
 * (how the values of one subject come about). Depends on the JDK only.
 */
@NullMarked
package org.lotse.engine.term;

import org.jspecify.annotations.NullMarked;
