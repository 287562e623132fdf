/**
 * How good probabilities and amounts are, each figure beside its baseline. Start at {@link
 * org.lotse.models.evaluation.Evaluate}. Depends on nothing.
 */
@NullMarked
package org.lotse.models.evaluation;

import org.jspecify.annotations.NullMarked;
