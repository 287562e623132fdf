/**
 * Call lists by minimum cost flow: with at most one call per customer the problem is a transportation problem, so the
 * plan is the proven best one.
 *
 * <p>Start at {@link org.lotse.engine.planning.calls.solver.FlowPlanCalls}; {@code Transport} is the algorithm,
 * {@code CallBoard} the problem as numbers. Depends on the planning records only.
 */
@NullMarked
package org.lotse.engine.planning.calls.solver;

import org.jspecify.annotations.NullMarked;
