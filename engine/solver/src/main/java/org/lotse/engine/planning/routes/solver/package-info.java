/**
 * Routes, searched in plain arrays and judged by OptaPlanner. A first plan is built by regret insertion; then two chains take
 * strings of neighbouring visits out and put them back where they cost least ({@code RuinRecreate}, {@code BestPlace}),
 * accepting by simulated annealing ({@code Chain}, {@code Chains}); OptaPlanner scores each better plan by the constraint
 * streams over {@code Tour} and keeps the best ({@code Judge}).
 *
 * <p>Start at {@link org.lotse.engine.planning.routes.solver.OptaPlannerRoutes}. {@code RouteModel} is the problem as
 * arrays, {@code Timetable} answers in constant time whether a visit fits; {@code RouteConstraints} stays the judge.
 * {@code LiveRoutes} is a plan that changes during the day, {@code OfferSlots} the times to offer a customer. The
 * implementation packages of OptaPlanner are used in {@code ProposedPlans} and {@code RewriteTours} alone.
 */
@NullMarked
package org.lotse.engine.planning.routes.solver;

import org.jspecify.annotations.NullMarked;
