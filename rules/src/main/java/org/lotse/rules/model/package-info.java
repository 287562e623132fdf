/**
 * What rule files say, typed: every reader (tables, sentences, promises) makes these, every check and the compilation
 * reads only these. Nothing in here is text that could be code.
 *
 * <p>Start at {@link org.lotse.rules.model.RuleFile}.
 */
@NullMarked
package org.lotse.rules.model;

import org.jspecify.annotations.NullMarked;
