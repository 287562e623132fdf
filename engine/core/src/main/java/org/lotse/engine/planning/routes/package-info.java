/**
 * Routes of reps or vehicles: who visits whom in which order and when.
 *
 * <p>Start at {@link org.lotse.engine.planning.routes.PlanRoutes}: a
 * {@link org.lotse.engine.planning.routes.RouteProblem} goes in, a {@link org.lotse.engine.planning.routes.RoutePlan}
 * comes out, and each visit that is left out has a {@link org.lotse.engine.planning.routes.VisitReason}. All times are
 * decimal minutes from the start of the problem's first day. Depends on the JDK only.
 */
@NullMarked
package org.lotse.engine.planning.routes;

import org.jspecify.annotations.NullMarked;
