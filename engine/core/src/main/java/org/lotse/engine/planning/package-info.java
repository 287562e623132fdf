/**
 * What call lists and routes have in common: how long to search, how to watch and stop a search, and what is wrong with
 * a problem.
 *
 * <p>Start at {@link org.lotse.engine.planning.calls.PlanCalls} and {@link org.lotse.engine.planning.routes.PlanRoutes}.
 * Depends on the JDK only; the solvers live in another module.
 */
@NullMarked
package org.lotse.engine.planning;

import org.jspecify.annotations.NullMarked;
