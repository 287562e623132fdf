/**
 * Why a model answers as it does: what each signal adds to the margin, exactly, and what that is worth in the answer.
 *
 * <p>Additive models are explained by their weights against the average row. Boosted trees are explained by Shapley values:
 * the change of the expected margin when a signal becomes known, averaged over all orders in which signals may become
 * known, where a split on an unknown signal is taken both ways in proportion to the rows learned from (path-dependent
 * TreeSHAP). Base and contributions add up to the margin.
 *
 * <p>A calibration is no sum. Its mean slope between the base and the margin turns contributions on the margin into
 * shares of the answer; base and shares add up to the answer, too.
 *
 * <p>Start at {@link org.lotse.models.explanation.ExplainScore}. Depends on scoring and signals only.
 */
@NullMarked
package org.lotse.models.explanation;

import org.jspecify.annotations.NullMarked;
