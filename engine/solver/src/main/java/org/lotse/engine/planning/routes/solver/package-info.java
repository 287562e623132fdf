/**
 * Routes on OptaPlanner: the rules are constraint streams over {@code Tour}, a list variable; a first plan is built by
 * regret insertion, then one move takes strings of neighbouring visits out and puts them back ({@code RuinMoves}),
 * accepted by simulated annealing.
 *
 * <p>Start at {@link org.lotse.engine.planning.routes.solver.OptaPlannerRoutes}. {@code RouteModel} is the problem as
 * arrays, {@code Timetable} answers in constant time whether a visit fits; {@code RouteConstraints} stays the judge. The
 * implementation packages of OptaPlanner are used in {@code RuinMoves} and {@code RewriteTours} alone.
 */
@NullMarked
package org.lotse.engine.planning.routes.solver;

import org.jspecify.annotations.NullMarked;
