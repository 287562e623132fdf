/**
 * What decisions achieve, from what was logged of them: groups of persons compared, and what other rules would have been
 * worth. Every estimate comes with its 95 % interval; too little evidence is an answer of its own. Start at
 * {@link org.lotse.engine.evaluation.CompareGroups} and {@link org.lotse.engine.evaluation.EvaluatePolicy}.
 */
@NullMarked
package org.lotse.engine.evaluation;

import org.jspecify.annotations.NullMarked;
