package org.lotse.engine.planning.routes;

import org.lotse.engine.planning.Limits;
import org.lotse.engine.planning.Watch;

/** Makes the routes of reps or vehicles. */
public interface PlanRoutes {
    /**
     * Plans the routes; a visit that cannot be served is left out with its reason, a plan never breaks a hard rule.
     *
     * @throws org.lotse.engine.planning.UnsoundProblem naming every flaw of the problem
     */
    RoutePlan plan(RouteProblem problem, Limits limits, Watch<RoutePlan> watch);

    /** What it would come to if each visit went, in the order given, to the nearest rep who still has time for it at the end. */
    RouteFigures inOrderGiven(RouteProblem problem);

    /** What the previous plan comes to in this problem, as far as it still holds; all zero without one. */
    RouteFigures asBefore(RouteProblem problem);

    /** What one hour more of a rep would be worth to the plan, on average over the shifts; 0 while there is time left. */
    double hourPrice(RouteProblem problem, RoutePlan plan);

    /** Takes a plan into force, so that it can be changed during the day and slots can be offered. */
    RoutesInForce inForce(RouteProblem problem, RoutePlan plan);
}
